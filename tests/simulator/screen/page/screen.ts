import {
  type Fields,
  type LeadFields,
  type ScreenSettings,
  STEP_SCRIPT,
  type StartedCall,
  type StepAnswers,
  type StepName,
} from '../protocol.ts';

/** The boxes the page lays over itself, by the ids of the real page. */
export const BOX_IDS = [
  'PauseCodeSelectBox',
  'NoneInSessionBox',
  'GroupAliasSelectBox',
  'DiaLInGrouPSelectBox',
  'CustomerGoneBox',
  'DispoSelectBox',
  'CloserSelectBox',
  'DeactivateDOlDSessioNSpan',
  'AlertBox',
  'AgenTDisablEBoX',
  'SysteMDisablEBoX',
  'NeWManuaLDiaLBox',
  'LogouTBox',
] as const;
export type BoxId = (typeof BOX_IDS)[number];

/** A dial request waits while one of these is open; agent-screen.md 3.3. */
const BOXES_THAT_HOLD_DIALS: readonly BoxId[] = [
  'PauseCodeSelectBox',
  'NoneInSessionBox',
  'GroupAliasSelectBox',
  'DiaLInGrouPSelectBox',
  'CustomerGoneBox',
];

export interface ScreenCall extends StartedCall {
  phase: 'dialling' | 'timedOut' | 'live' | 'gone';
  /** Ticks since the call began, or was answered. */
  seconds: number;
}

/** Everything the page knows. Plain data, read by whoever draws it. */
export interface ScreenState {
  ticks: number;
  /** True once logged out or disabled: no timer, no request any more. */
  stopped: boolean;
  control: 'paused' | 'ready';
  ticksSinceReady: number;
  call: ScreenCall | null;
  lead: LeadFields | null;
  previewing: boolean;
  previewAsked: boolean;
  /** `opening`: hung up, the box comes with the next tick. `leaving`: the status is sent, the next tick frees the agent. */
  wrapUp: 'none' | 'opening' | 'open' | 'leaving';
  wrapUpTicks: number;
  /** A status that came while the call was on; it is applied as soon as the box opens. */
  waitingStatus: string;
  pauseAfterCall: boolean;
  logoutAfterCall: boolean;
  dialPending: boolean;
  lastDialEpoch: string;
  lastPauseEpoch: string;
  manualQueueOn: boolean;
  queued: number;
  parked: boolean;
  recording: boolean;
  alertOnIncoming: boolean;
  pollInFlight: boolean;
  /** Ticks to let pass before the next poll. */
  pollsToSkip: number;
  emptySessionPolls: number;
  gonePolls: number;
  telephoneDownPolls: number;
  customerGonePolls: number;
  pausedByServerPolls: number;
  statusLine: string;
  readonly boxes: Map<BoxId, string>;
}

/** The page's way out. `failed` is called when no answer came. */
export interface ScreenPorts {
  post(script: string, fields: Fields, answered: (body: string) => void, failed: () => void): void;
  /** The browser's own alert, which stops the page until the agent says OK. */
  alert(text: string): void;
  /** Something to draw may have changed. */
  changed(): void;
}

export interface AgentScreen {
  readonly settings: ScreenSettings;
  readonly state: ScreenState;
  readonly ports: ScreenPorts;
}

/** The page right after login: paused, and with the in-group chooser open where the campaign takes inbound calls. */
export function createAgentScreen(settings: ScreenSettings, ports: ScreenPorts): AgentScreen {
  const boxes = new Map<BoxId, string>();
  if (settings.allowInbound) boxes.set('CloserSelectBox', '');
  if (settings.otherSession) boxes.set('DeactivateDOlDSessioNSpan', '');
  const state: ScreenState = {
    ticks: 0,
    stopped: false,
    control: 'paused',
    ticksSinceReady: Number.POSITIVE_INFINITY,
    call: null,
    lead: null,
    previewing: false,
    previewAsked: false,
    wrapUp: 'none',
    wrapUpTicks: 0,
    waitingStatus: '',
    pauseAfterCall: false,
    logoutAfterCall: false,
    dialPending: false,
    lastDialEpoch: '',
    lastPauseEpoch: '',
    manualQueueOn: settings.apiManualDial !== 'QUEUE',
    queued: 0,
    parked: false,
    recording: false,
    alertOnIncoming: false,
    pollInFlight: false,
    pollsToSkip: 0,
    emptySessionPolls: 0,
    gonePolls: 0,
    telephoneDownPolls: 0,
    customerGonePolls: 0,
    pausedByServerPolls: 0,
    statusLine: '',
    boxes,
  };
  return { settings, state, ports };
}

/** Whether the page dials for itself, so that a free agent is READY rather than PAUSED. */
export function dialsByItself({ settings }: AgentScreen): boolean {
  return settings.dialLevel > 0 && settings.dialMethod !== 'MANUAL' && settings.dialMethod !== 'INBOUND_MAN';
}

export function forcesPauseCodes(screen: AgentScreen): boolean {
  return screen.settings.pauseCodesActive === 'FORCE' && dialsByItself(screen);
}

export function isDialHeld({ state }: AgentScreen): boolean {
  return !state.manualQueueOn || BOXES_THAT_HOLD_DIALS.some((box) => state.boxes.has(box));
}

/** Opens a box; a newer message replaces the older one. */
export function openBox(screen: AgentScreen, box: BoxId, text = ''): void {
  screen.state.boxes.set(box, text);
}

export function identity({ settings }: AgentScreen): Fields {
  return {
    user: settings.user,
    pass: settings.password,
    session_name: settings.sessionName,
    conf_exten: settings.sessionId,
  };
}

/** Asks the server for one step; `then` runs with its answer, `failed` when there is none. */
export function takeStep<N extends StepName>(
  screen: AgentScreen,
  name: N,
  fields: Fields = {},
  then: (answer: StepAnswers[N]) => void = () => {},
  failed: () => void = () => {},
): void {
  const answered = (body: string) => {
    const answer = parseAnswer(body) as StepAnswers[N] | undefined;
    if (answer === undefined) failed();
    else then(answer);
    screen.ports.changed();
  };
  screen.ports.post(STEP_SCRIPT, { ...identity(screen), ACTION: name, ...fields }, answered, failed);
}

/** Undefined for a text that is no answer: the empty one of a lost session, or what stands between page and server. */
function parseAnswer(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
