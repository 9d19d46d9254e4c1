import { agentApiRoutes } from '../simulator/api/agent-api.ts';
import { nonAgentApiRoutes } from '../simulator/api/non-agent-api.ts';
import { createFaultList } from '../simulator/faults.ts';
import { createRequestLog } from '../simulator/request-log.ts';
import type { Route } from '../simulator/route.ts';
import { createDrivenDialer, type DrivenDialer, type DrivenScreen } from '../simulator/screen/driven-screen.ts';
import { findLiveAgent } from '../simulator/world.ts';

/** What the agent does at his screen, and when. In milliseconds. */
export interface Habits {
  readonly ringsFor: number;
  readonly talksFor: number;
  /** From the customer's hanging up to his own. */
  readonly noticesAfter: number;
  readonly wrapsUpFor: number;
}

/** One call that the agent screen has placed, as the telephone and the live row know it. Times on the dialer's clock. */
export interface RealCall {
  readonly callId: string;
  readonly number: string;
  readonly startedAt: number;
  answeredAt: number | null;
  /** The customer, once answered, has left. */
  goneAt: number | null;
  /** The agent's side has ended. */
  endedAt: number | null;
  /** The agent is free again, or gone. */
  freeAt: number | null;
}

/** `settling` for some seconds after the agent has got free: the page needs that long to make him READY or PAUSED. */
export type Standing = 'noCallYet' | 'onCall' | 'wrapUp' | 'settling' | 'free';

/** The simulated dialer with one agent at his screen. */
export interface CallCentre {
  readonly dialer: DrivenDialer;
  readonly screen: DrivenScreen;
  readonly routes: readonly Route[];
  readonly calls: readonly RealCall[];
  /** Notes what has changed; to be called after everything that happens. */
  look(): void;
  closeScreen(how: 'close' | 'crash'): void;
  closedBy(): 'close' | 'crash' | null;
  isQuiet(): boolean;
  standing(): Standing;
}

export const AGENT_USER = '1000';
const LOOKS_EVERY_MS = 500;
const SETTLED_MS = 3_000;

/** `leavesToPanel` tells at each moment at which the agent would end his call in the screen whether he leaves that to Dialside. */
export function openCallCentre(
  dialMethod: 'RATIO' | 'MANUAL',
  habits: Habits,
  leavesToPanel: (call: RealCall | undefined) => boolean = () => false,
): CallCentre {
  const level = dialMethod === 'MANUAL' ? '0' : '1';
  const dialer = createDrivenDialer({
    campaign: {
      ...{ dial_method: dialMethod, auto_dial_level: level },
      ...{ campaign_allow_inbound: 'N', agent_pause_codes_active: 'Y' },
    },
  });
  const { world, clock } = dialer;
  const screen = dialer.open(AGENT_USER);
  const calls: RealCall[] = [];
  let closedBy: 'close' | 'crash' | null = null;

  const look = () => {
    const { call, wrapUp } = screen.state;
    const known = calls.at(-1);
    if (!closedBy && call && call.callId !== known?.callId) {
      const number = call.lead.phone_number;
      calls.push({
        callId: call.callId,
        number,
        startedAt: clock.now(),
        answeredAt: null,
        goneAt: null,
        endedAt: null,
        freeAt: null,
      });
      return;
    }
    if (!known) return;
    const row = findLiveAgent(world, AGENT_USER);
    if (row?.callerid === known.callId && row.channel !== '') known.answeredAt ??= clock.now();
    const isThere = world.live_calls.some(({ callerid }) => callerid === known.callId);
    if (known.answeredAt !== null && !isThere) known.goneAt ??= clock.now();
    if (closedBy || !call) known.endedAt ??= clock.now();
    if (closedBy || (!call && wrapUp === 'none')) known.freeAt ??= clock.now();
  };

  let seen = { what: '', since: 0 };
  const act = () => {
    if (closedBy) return;
    clock.after(LOOKS_EVERY_MS, act);
    const what = screen.state.call?.phase ?? screen.state.wrapUp;
    if (what !== seen.what) seen = { what, since: clock.now() };
    const work = dueWork(screen.state, habits, clock.now() - seen.since);
    if (work && !leavesToPanel(calls.at(-1)))
      work === 'hangUp' ? screen.clicks.hangUp() : screen.clicks.disposition('NI');
  };
  clock.after(LOOKS_EVERY_MS, act);

  return {
    dialer,
    screen,
    routes: routesOf(dialer),
    calls,
    look,
    closeScreen(how) {
      closedBy = how;
      screen[how]();
      look();
    },
    closedBy: () => closedBy,
    standing: () => standingOf(calls.at(-1), clock.now()),
    isQuiet: () => calls.every(({ freeAt }) => freeAt !== null),
  };
}

function standingOf(call: RealCall | undefined, now: number): Standing {
  if (!call) return 'noCallYet';
  if (call.endedAt === null) return 'onCall';
  if (call.freeAt === null) return 'wrapUp';
  return now - call.freeAt < SETTLED_MS ? 'settling' : 'free';
}

/** What is to be done of what has stood on the screen for `forMs`, by the agent's habits; null for nothing yet. */
function dueWork(state: DrivenScreen['state'], habits: Habits, forMs: number): 'hangUp' | 'dispose' | null {
  if (state.wrapUp === 'open') return forMs >= habits.wrapsUpFor ? 'dispose' : null;
  switch (state.call?.phase) {
    case 'dialling':
      return forMs >= habits.ringsFor ? 'hangUp' : null;
    case 'live':
      return forMs >= habits.talksFor ? 'hangUp' : null;
    case 'gone':
    case 'timedOut':
      return forMs >= habits.noticesAfter ? 'hangUp' : null;
    default:
      return null;
  }
}

function routesOf({ world, clock }: DrivenDialer): readonly Route[] {
  const context = {
    ...{ world, clock, log: createRequestLog(), faults: createFaultList() },
    reset: () => {},
    corsOrigins: [],
  };
  return [...agentApiRoutes(context), ...nonAgentApiRoutes(context)];
}
