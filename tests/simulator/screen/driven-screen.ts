import { agentApiRoutes } from '../api/agent-api.ts';
import { nonAgentApiRoutes } from '../api/non-agent-api.ts';
import { createFaultList } from '../faults.ts';
import { createRequestLog } from '../request-log.ts';
import type { DialerContext, Route } from '../route.ts';
import type { JoinRule } from '../telephone/agent-phones.ts';
import { createTelephone, type Telephone } from '../telephone/telephone.ts';
import {
  type Campaign,
  createWorld,
  findCampaign,
  findLiveAgent,
  type LiveAgent,
  type ManualClock,
  manualClock,
  type World,
} from '../world.ts';
import { type AgentScreens, createAgentScreens } from './agent-screens.ts';
import { type Clicks, createClicks } from './page/clicks.ts';
import { type AgentScreen, type BoxId, createAgentScreen, type ScreenState } from './page/screen.ts';
import { tick } from './page/tick.ts';
import type { WebphoneSetting } from './phone-settings.ts';
import { type Fields, POLL_SCRIPT, type ScreenSettings } from './protocol.ts';

/** A dialer on a clock that stands still, with both APIs, and agents' pages that tick on it. No network, no browser. */
export interface DrivenDialer {
  readonly world: World;
  readonly clock: ManualClock;
  readonly telephone: Telephone;
  readonly screens: AgentScreens;
  /** Sends one Agent API request for agent 1000, or for `fields.agent_user`; returns the answer without its newline. */
  api(name: string, fields?: Fields): string;
  /** external_dial with the parameters everybody sends. */
  dial(number: string, fields?: Fields): string;
  /** Status and sub status as agent_status tells them, such as `INCALL DIAL`, or `NOT LOGGED IN`. */
  status(user?: string): string;
  /** The live row; fails when there is none. */
  row(user?: string): LiveAgent;
  /** Advances in small steps until `condition` holds; returns how many milliseconds that took, or fails after a minute. */
  until(condition: () => boolean): number;
  /** Logs an agent in and starts his page's timer. */
  open(user?: string): DrivenScreen;
}

export interface DrivenScreen {
  readonly state: ScreenState;
  readonly settings: ScreenSettings;
  readonly clicks: Clicks;
  /** Every request of the page: the poll as `poll`, a step by its name. */
  readonly requests: { readonly time: number; readonly name: string }[];
  /** What the page's script failed with. */
  readonly errors: unknown[];
  readonly alerts: string[];
  isOpen(box: BoxId): boolean;
  textOf(box: BoxId): string | undefined;
  /** How late the answers to polls are; 8 ms unless changed. */
  pollLatencyMs: number;
  /** Added to what the server takes for a step; nothing unless changed. */
  stepLatencyMs: number;
  /** The tab closes: its timer stops, and its last request is sent. */
  close(): void;
  /** The tab dies without a word. */
  crash(): void;
}

export interface DrivenOptions {
  /** Changes to the campaign TESTCAMP: RATIO, level 1, codes FORCE, preview allowed. Codes are off here unless set. */
  readonly campaign?: Partial<Campaign>;
  readonly phone?: { readonly webphone?: WebphoneSetting; readonly joins?: JoinRule };
}

const POLL_LATENCY_MS = 8;
const TICK_MS = 1000;
const STEP_MS = 5;

export function createDrivenDialer(options: DrivenOptions = {}): DrivenDialer {
  const world = createWorld();
  // Other recorded agents hold the same leads, which agent_status would call 3-WAY.
  world.live_agents = world.live_agents.filter((row) => row.user === '1000');
  world.live_calls = [];
  const clock = manualClock();
  const telephone = createTelephone(world, clock);
  const screens = createAgentScreens({ world, clock, telephone, origin: () => 'http://127.0.0.1:8180' });
  Object.assign(findCampaign(world, 'TESTCAMP')!, { agent_pause_codes_active: 'N', ...options.campaign });
  screens.phones.change('1000', options.phone ?? { webphone: 'N', joins: 'always' });
  const context = contextOf(world, clock);
  const [agentApi, nonAgentApi] = [agentApiRoutes(context), nonAgentApiRoutes(context)];

  const dialer: DrivenDialer = {
    world,
    clock,
    telephone,
    screens,
    api: (name, fields = {}) => ask(agentApi, { function: name, agent_user: '1000', ...fields }),
    dial: (number, fields = {}) =>
      dialer.api('external_dial', {
        value: number,
        phone_code: '1',
        search: 'YES',
        preview: 'NO',
        focus: 'NO',
        ...fields,
      }),
    status: (user = '1000') => statusOf(ask(nonAgentApi, { function: 'agent_status', agent_user: user })),
    row(user = '1000') {
      const row = findLiveAgent(world, user);
      if (!row) throw new Error(`agent ${user} is not logged in`);
      return row;
    },
    until(condition) {
      for (let ms = 0; ms <= 70_000; ms += STEP_MS) {
        if (condition()) return ms;
        clock.advance(STEP_MS);
      }
      throw new Error('it did not happen within 70 s');
    },
    open: (user = '1000') => openScreen(dialer, user),
  };
  return dialer;
}

function openScreen({ screens, clock }: DrivenDialer, user: string): DrivenScreen {
  const login = screens.logIn(screens.loginFormOf(user, 'TESTCAMP'));
  if (!login.ok) throw new Error(login.reason);
  const [requests, errors, alerts]: [DrivenScreen['requests'], unknown[], string[]] = [[], [], []];
  let isAlive = true;

  function post(script: string, fields: Fields, answered: (body: string) => void) {
    const form = new Map(Object.entries(fields));
    const isPoll = script === POLL_SCRIPT;
    requests.push({ time: clock.now(), name: isPoll ? 'poll' : (fields.ACTION ?? '') });
    const act = () => deliver(isPoll ? screens.answerPoll(form) : screens.answerStep(form), answered);
    clock.after(isPoll ? driven.pollLatencyMs : screens.stepDelayMs(form) + driven.stepLatencyMs, act);
  }

  function deliver(body: string, answered: (body: string) => void) {
    if (!isAlive) return;
    try {
      answered(body);
    } catch (error) {
      errors.push(error);
    }
  }

  const alert = (text: string) => void alerts.push(text);
  const screen: AgentScreen = createAgentScreen(login.settings, { post, alert, changed: () => {} });

  function runTick() {
    if (!isAlive) return;
    clock.after(TICK_MS, runTick);
    tick(screen);
  }

  const driven: DrivenScreen = {
    state: screen.state,
    settings: screen.settings,
    clicks: createClicks(screen),
    requests,
    errors,
    alerts,
    isOpen: (box) => screen.state.boxes.has(box),
    textOf: (box) => screen.state.boxes.get(box),
    pollLatencyMs: POLL_LATENCY_MS,
    stepLatencyMs: 0,
    close() {
      isAlive = false;
      screens.answerStep(
        new Map(Object.entries({ user, session_name: screen.settings.sessionName, ACTION: 'closeTab' })),
      );
    },
    crash() {
      isAlive = false;
    },
  };
  clock.after(TICK_MS, runTick);
  return driven;
}

function contextOf(world: World, clock: ManualClock): DialerContext {
  return {
    world,
    clock,
    log: createRequestLog(),
    faults: createFaultList(),
    reset: () => {},
    corsOrigins: [],
  };
}

function ask(routes: readonly Route[], fields: Fields): string {
  const parameters = new Map(Object.entries({ source: 'test', user: 'apiuser', pass: 'apipass123', ...fields }));
  const request = {
    method: 'POST',
    path: '',
    queryString: '',
    body: '',
    headers: {},
    remoteAddress: '127.0.0.1',
    parameters,
  };
  const response = routes[0]!.handle(request);
  if (response instanceof Promise) throw new Error('the APIs answer at once');
  return String(response.body).trimEnd();
}

function statusOf(row: string): string {
  if (row.startsWith('ERROR')) return row.includes('NOT LOGGED IN') ? 'NOT LOGGED IN' : row;
  const columns = row.split('|');
  return `${columns[0]} ${columns[9]}`.trimEnd();
}

/** An agent whose page has been open for a while, at the moment just after its tick. */
export function openedDialer(options: DrivenOptions = {}) {
  const dialer = createDrivenDialer(options);
  const screen = dialer.open();
  dialer.clock.advance(5500);
  return { ...dialer, screen };
}
