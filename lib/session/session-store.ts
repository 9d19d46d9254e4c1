import type { AskedPhase } from '../agent/call/asked-phase.ts';
import type { Finish } from '../agent/call/finish-call.ts';
import type { FollowedCall } from '../agent/call/followed-call.ts';
import type { HandedOver } from '../agent/call/handed-over.ts';
import type { Dial } from '../agent/dial/dial.ts';
import type { CallRecord } from '../agent/dial/dial-view.ts';
import type { DialList } from '../agent/list/dial-list.ts';
import { type AgentState, UNKNOWN_AGENT } from '../agent/state/agent-state.ts';
import type { SeenScreen } from '../agent/state/screen-reading.ts';
import type { PageRecord } from '../messages/number-details.ts';
import type { CommandProblem, PendingCommand } from '../messages/panel-state.ts';
import type { VicidialFailure } from '../vicidial/failure.ts';
import type { CallPop, EndedCall } from './call-pages.ts';
import type { Connection } from './connection.ts';

/** A page whose numbers the agent asked for once, without turning its site on. */
export interface OncePage {
  readonly tabId: number;
  /** Of the tab's own document at that moment. */
  readonly origin: string;
  /** The documents that were entered, where the browser tells them: those that come later were not meant. */
  readonly documents: readonly string[] | null;
}

/** A window about a number. */
export interface ShownNumber {
  readonly windowId: number | null;
  readonly key: string;
  readonly e164: string;
  /** What the page said of its record from which it was opened; null where the number is none of that one's. */
  readonly record: PageRecord | null;
  /** Somebody was signed in when it was opened, or has signed in since: it may show what that one may know. */
  readonly isSomebodys: boolean;
}

/** What must outlive the worker, but not the browser. One storage key per field, so that a change writes little. */
export interface SessionState {
  readonly connection: Connection | null;
  /** Why the dialer cannot be read at present; a credentials failure stops all reading until the next sign-in. */
  readonly connectionProblem: VicidialFailure | null;
  /** When that was last so (ms since 1970), 0 for never. */
  readonly connectionFailedAt: number;
  /** Why the separate status login is used no more in this session; null while it was not refused. */
  readonly statusLoginRefused: VicidialFailure | null;
  /** That it was this very one is not known: one of the same user was refused, perhaps as it was typed, before the PIN opened this one. */
  readonly isStatusLoginInDoubt: boolean;
  readonly agent: AgentState;
  /** What the running call was told to become, where only the one who asked for it knows. */
  readonly askedPhase: AskedPhase | null;
  /** The call that was given to somebody else, until its wrap-up is over; null for none. */
  readonly handedOver: HandedOver | null;
  /** The agent screen in a tab of this browser; null until one has been seen. */
  readonly screen: SeenScreen | null;
  /** Since when the agent has been away from the computer (ms since 1970); null while he is there. */
  readonly awaySince: number | null;
  readonly dial: Dial | null;
  /** When the newest dial request was handed to the network (ms since 1970), 0 for never. */
  readonly lastSentAt: number;
  /** When dials were handed to the network (ms since 1970), as far as they count for the most of a minute. */
  readonly sentTimes: readonly number[];
  readonly history: readonly CallRecord[];
  readonly pending: PendingCommand | null;
  readonly pendingSince: number;
  /** Whether the agent's login may write to the lead on his screen; null until it was asked. */
  readonly mayPushFields: boolean | null;
  /** The campaign, null for one that nobody names, that was told to allow no previews; null before that. */
  readonly noPreviewsIn: { readonly campaign: string | null } | null;
  readonly problem: CommandProblem | null;
  /** The ending of a call that is under way, or how the last one went. */
  readonly finish: Finish | null;
  readonly webphoneWindow: number | null;
  /** That window was open, and has been closed since. */
  readonly isPhoneGone: boolean;
  /** No tab of this browser showed the agent screen at the sign-in. */
  readonly beganWithoutScreen: boolean;
  /** The agent screen has asked for a pause code by itself since the sign-in: whoever pauses without one is asked, and his calls wait. */
  readonly asksForPauseCode: boolean;
  /** When the agent's own phone was rung last (ms since 1970), 0 for never. */
  readonly rungAt: number;
  /** The agent says that his phone is in the session; no status of VICIdial's tells it. A ring or another webphone asks anew. */
  readonly phoneHeard: boolean;
  /** The test of the microphone has heard something. */
  readonly microphoneHeard: boolean;
  /** The call that is on, placed wherever it was; null where no page depends on calls. */
  readonly followedCall: FollowedCall | null;
  /** What became of that call's record; null before anything did. */
  readonly pop: CallPop | null;
  /** Calls whose pages are still to be opened, the oldest first. */
  readonly endedCalls: readonly EndedCall[];
  /** The window that asks before a dial. */
  readonly question: { readonly windowId: number; readonly dialId: string } | null;
  /** The window about a number (E.164), which its page asks for by the key in its address; null before the first. */
  readonly numberWindow: ShownNumber | null;
  /** Pages where the agent asked to find numbers once, without enabling the site. */
  readonly oncePages: readonly OncePage[];
  /** Where the agent points at the record's id of a page; null when nowhere. */
  readonly pickingTab: number | null;
  /** The numbers that the agent works through. */
  readonly dialList: DialList;
  /** The page that was asked for its numbers, and until when it may tell them (ms since 1970). */
  readonly collecting: { readonly tabId: number; readonly until: number } | null;
}

export const EMPTY_SESSION: SessionState = {
  connection: null,
  connectionProblem: null,
  connectionFailedAt: 0,
  statusLoginRefused: null,
  isStatusLoginInDoubt: false,
  agent: UNKNOWN_AGENT,
  askedPhase: null,
  handedOver: null,
  screen: null,
  awaySince: null,
  dial: null,
  lastSentAt: 0,
  sentTimes: [],
  history: [],
  pending: null,
  pendingSince: 0,
  mayPushFields: null,
  noPreviewsIn: null,
  problem: null,
  finish: null,
  webphoneWindow: null,
  isPhoneGone: false,
  beganWithoutScreen: false,
  asksForPauseCode: false,
  rungAt: 0,
  phoneHeard: false,
  microphoneHeard: false,
  followedCall: null,
  pop: null,
  endedCalls: [],
  question: null,
  numberWindow: null,
  oncePages: [],
  pickingTab: null,
  dialList: [],
  collecting: null,
};

/** The part of `storage.session` that is used; a test gives its own. */
export interface SessionArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface SessionStore {
  /** What a stopped worker left behind; read once per life of the worker. */
  load(): Promise<SessionState>;
  /** The newest state. Throws before the first {@link load} has finished. */
  current(): SessionState;
  /**
   * Takes effect at once for {@link current}; resolves when it is stored, rejects when it cannot be: then it holds for as
   * long as this worker lives. Listeners run after that.
   */
  update(change: Partial<SessionState>): Promise<void>;
  /** The same for what goes on although it cannot be stored; resolves to whether it was. */
  keep(change: Partial<SessionState>): Promise<boolean>;
  /** A session that begins with just this: whatever it leaves out is forgotten. Takes effect in one step, like {@link update}. */
  replace(beginning: Partial<SessionState>): Promise<void>;
  /**
   * Leaves nothing of it for the next worker where {@link keep} could not store its end: what is full takes nothing more, but
   * gives away. For this worker it stays what it is. Storage that is broken altogether is not heard of.
   */
  withdraw(name: keyof SessionState): Promise<void>;
  /** Forgets everything but when dials were sent: the most of a minute holds for whoever signs in next. */
  clear(): Promise<void>;
  onChange(listener: (state: SessionState) => void): void;
}

/** The browser empties the area when it or the extension restarts, so what is read was written by this very version. */
export function createSessionStore(area: SessionArea): SessionStore {
  let state: SessionState | null = null;
  let loading: Promise<SessionState> | null = null;
  const listeners: ((state: SessionState) => void)[] = [];

  const current = () => {
    if (!state) throw new Error('The session is read before it was loaded');
    return state;
  };
  const announce = () => {
    for (const listener of listeners) listener(current());
  };

  const update = async (change: Partial<SessionState>) => {
    state = { ...current(), ...change };
    try {
      await area.set(change);
    } finally {
      announce();
    }
  };

  return {
    load() {
      loading ??= area.get(null).then((stored) => {
        state = { ...EMPTY_SESSION, ...stored };
        return state;
      });
      return loading;
    },
    current,
    update,
    keep: (change) =>
      update(change).then(
        () => true,
        () => false,
      ),
    async replace(beginning) {
      state = { ...EMPTY_SESSION, ...beginning };
      try {
        // For room; what cannot be removed is written over by what follows.
        await area.remove(Object.keys(EMPTY_SESSION)).catch(() => undefined);
        // Not the beginning: what has changed since then is newer.
        await area.set({ ...current() });
      } finally {
        announce();
      }
    },
    withdraw: (name) => area.remove([name]).catch(() => undefined),
    async clear() {
      const { sentTimes } = current();
      state = { ...EMPTY_SESSION, sentTimes };
      const forgotten = Object.keys(EMPTY_SESSION).filter((name) => name !== 'sentTimes');
      try {
        // What cannot be removed is written over: the next worker must not find the password.
        await area.remove(forgotten).catch(() => area.set({ ...current() }));
      } finally {
        announce();
      }
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
