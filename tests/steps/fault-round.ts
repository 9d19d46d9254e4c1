import { setTimeout as sleep } from 'node:timers/promises';
import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import type { Dialer } from '../simulator/dialer.ts';
import type { Fault } from '../simulator/faults.ts';
import type { StepPanel, StepScreen } from './step-desk.ts';

/** Everything a dialer may do to a dial request; null is the right answer at once. */
const FAULTS: readonly (Fault | null)[] = [
  null,
  { kind: 'delayBefore', ms: 1500 },
  { kind: 'delayBefore', ms: 10_000 },
  { kind: 'delayAfter', ms: 1500 },
  { kind: 'delayAfter', ms: 10_000 },
  { kind: 'dropConnection', takesEffect: true },
  { kind: 'dropConnection', takesEffect: false },
  { kind: 'neverAnswer', takesEffect: true },
  { kind: 'neverAnswer', takesEffect: false },
  { kind: 'httpStatus', status: 503, takesEffect: true },
  { kind: 'html', takesEffect: true },
  { kind: 'slowBytes', gapMs: 30 },
  { kind: 'translated', word: 'EXITO' },
  { kind: 'oversized', bytes: 200_000 },
  { kind: 'redirect', to: 'https://elsewhere.example/' },
];

const CONTACTS = ['+1 415 555 0132', '+46 8 465 004 27', '+49 30 23125 148', '+33 1 99 00 42 17', '+61 2 5550 4321'];
const LATEST_STOP_MS = 2500;
const LONGEST_DIAL_MS = 45_000;
// An agent screen asks each second, but not on a machine that is busy with something else.
const LONGEST_TICK_MS = 20_000;
const LOOK_EVERY_MS = 200;

/** An agent who is signed in, whose screen is open, and who stays paused after each call, so that every round begins alike. */
export interface FaultBench {
  readonly dialer: Dialer;
  readonly screen: StepScreen;
  readonly panel: Pick<StepPanel, 'dial'> & {
    expectStage(stage: RegExp, patience: { readonly timeout: number }): Promise<void>;
    stage(): Promise<string>;
    /** Waits until the agent is shown as paused. */
    expectPaused(): Promise<void>;
  };
  stopBackground(): Promise<void>;
  /** All that is stored on disk or synchronised, as JSON. */
  readDisk(): Promise<string>;
}

/** Before the agent screen opens: its campaign leaves him paused after a call, and asks for no code. */
export function keepPaused({ world }: Dialer): void {
  for (const campaign of world.campaigns) {
    Object.assign(campaign, { dial_method: 'MANUAL', auto_dial_level: '0', agent_pause_codes_active: 'N' });
  }
}

/** What a round did and how it ended. Throws when a promise was broken. */
export interface Round {
  readonly fault: string;
  readonly stoppedAfterMs: number | null;
  readonly outcome: string;
}

/** One dial into a random fault, the background perhaps stopped meanwhile: at most one request, and no secret on disk. */
export async function runRound(bench: FaultBench, random: () => number): Promise<Round> {
  const { dialer, panel } = bench;
  const fault = pick(FAULTS, random);
  const number = pick(CONTACTS, random);
  const stoppedAfterMs = random() < 0.4 ? Math.floor(random() * LATEST_STOP_MS) : null;
  dialer.log.clear();
  if (fault) dialer.faults.add({ match: { function: 'external_dial' }, fault });
  await panel.dial(number);
  if (stoppedAfterMs !== null) {
    await sleep(stoppedAfterMs);
    await bench.stopBackground();
  }
  await panel.expectStage(/Talking|not known|Not called|Cancelled/, { timeout: LONGEST_DIAL_MS });
  const outcome = await panel.stage();
  dialer.faults.clear();
  checkRequests(dialer);
  if ((await bench.readDisk()).includes(AGENT.password)) throw new Error('The password is stored on disk.');
  await tidyUp(bench);
  checkRequests(dialer);
  return { fault: fault ? JSON.stringify(fault) : 'none', stoppedAfterMs, outcome: outcome.trim() };
}

function checkRequests(dialer: Dialer): void {
  const sent = dialRequests(dialer).length;
  if (sent > 1) throw new Error(`One click sent ${sent} dial requests.`);
}

function dialRequests({ log }: Dialer) {
  return log.requests({ path: '/agc/api.php', function: 'external_dial' });
}

/** Ends a call that there is, also one Dialside could not know of, until the agent is free again. */
async function tidyUp({ dialer, screen, panel }: FaultBench): Promise<void> {
  const live = () => dialer.world.live_agents.find(({ user }) => user === AGENT.user);
  // A request that is held back dials late, perhaps long after its round was told as not known: not into the next one.
  const isHeldBack = () => dialRequests(dialer).some(({ fault, status }) => fault === 'delayBefore' && status === null);
  while (isHeldBack()) await sleep(LOOK_EVERY_MS);
  // The agent screen sees what was asked for with its next tick.
  await sleep(2000);
  for (const start = Date.now(); live()?.external_dial && Date.now() - start < LONGEST_TICK_MS; )
    await sleep(LOOK_EVERY_MS);
  if (live()?.status === 'INCALL') {
    await screen.hangUp();
    await screen.setDisposition('No Answer');
  }
  await panel.expectPaused();
}

function pick<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)] as T;
}
