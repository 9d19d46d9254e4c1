import { isCallLeft } from '../../agent/call/call-needs.ts';
import type { Dial } from '../../agent/dial/dial.ts';
import type { StatusReading } from '../../agent/state/agent-state.ts';
import { isToldByServer } from '../../agent/state/agent-table.ts';
import { mayPass } from '../../agent/state/passing-failure.ts';
import { readingInterval } from '../../agent/state/reading-interval.ts';
import { isLoggedOut, isScreenSpeaking } from '../../agent/state/screen-reading.ts';
import type { Result } from '../../result.ts';
import { hasDetail } from '../../session/connection.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';

// Spreads the readings of many agents over time (api.md 10.4: 10 to 20 per cent).
const JITTER = 0.15;

// A dial's first readings answer a click, are few and counted; those of a running call recur, for every agent who dials.
const RECURRING_MS = 2_000;

// So long a call that is over is read for an agent who has left: he may just have locked his screen to write something down.
const LEFT_MS = 5 * 60_000;

// A reading from the agent screen costs nothing; often enough to notice soon that it has fallen silent.
const SCREEN_MS = 5_000;

export interface StatusWatchDeps {
  readonly store: SessionStore;
  /** One reading, from the agent screen where it speaks and the server is not asked for; null when signed out. */
  readonly read: (fromServer: boolean) => Promise<Result<StatusReading, VicidialFailure>> | null;
  readonly onReading: (reading: StatusReading) => Promise<void>;
  readonly onFailure: (failure: VicidialFailure) => Promise<void>;
  /** Runs `task` after `ms`; the returned function takes it back. */
  readonly after: (ms: number, task: () => void) => () => void;
  readonly random: () => number;
  readonly now: () => number;
}

export interface StatusWatch {
  /** A dial wants a reading `afterMs` from now; it replaces the one that it wanted before. */
  request(afterMs: number): void;
  /** The same from the server, also while the agent screen speaks: it is the referee, and knows details. */
  askServer(afterMs: number): void;
  /** Reads from the server now, after the reading that is under way. */
  readServer(): Promise<void>;
  /** Something changed that decides how often to read: a panel opened or closed, a command is pending. */
  reconsider(): void;
  setPanelOpen(open: boolean): void;
  /**
   * While the agent is away from the computer only what belongs to a call is read, one that is over for some minutes; on
   * return at once what was put off, and what an open panel shows.
   */
  setAway(away: boolean): void;
  /** Reads now, or joins the reading under way. */
  readNow(): Promise<void>;
}

/** Reads the live status no more often than the budget allows, one request at a time, and not at all when nobody looks. */
export function createStatusWatch(deps: StatusWatchDeps): StatusWatch {
  const { store, now } = deps;
  // Two timers for one reading: what comes first makes it, and serves the other as well.
  const forDial = createTimer(deps.after, () => void readNow());
  const forPanel = createTimer(deps.after, () => void readNow());
  // The agent screen cannot tell what these phases have become.
  const forDetail = createTimer(deps.after, () => void readServer());
  let underWay: Promise<void> | null = null;
  let panelOpen = false;
  let requested: 'no' | 'exact' | 'recurring' = 'no';
  let serverWanted = false;
  let failures = 0;
  // A reading of a dial that waits until the agent is back.
  let isPutOff = false;

  /** The agent has been gone for so long, and only the server could tell what has become of what he has left. */
  const isGoneFor = (ms: number) => {
    const { awaySince, screen } = store.current();
    return awaySince !== null && now() - awaySince >= ms && !isScreenSpeaking(screen);
  };

  /** Nobody needs to know of this dial before the agent is back: its call is over, or it is none yet. */
  const isLeft = ({ step }: Dial) =>
    step === 'previewing' ? isGoneFor(0) : (step === 'customerGone' || step === 'wrapUp') && isGoneFor(LEFT_MS);

  const jittered = (ms: number) => ms * (1 + JITTER * (2 * deps.random() - 1));

  const reconsider = () => {
    // The first readings of a dial are counted: the panel's must neither postpone them nor come in between.
    if (requested === 'exact' || underWay) return;
    forPanel.cancel();
    const { agent, screen, pending, connection, connectionProblem, awaySince } = store.current();
    if (isGoneFor(LEFT_MS) && isCallLeft(agent.phase) && !pending) return;
    if (!connection || (connectionProblem && !mayPass(connectionProblem))) return;
    const ageMs = now() - agent.since;
    const interval = readingInterval({
      phase: agent.phase,
      ageMs,
      panelOpen,
      pending,
      failures,
      isAway: awaySince !== null,
      isScreenOut: screen?.isOpen === true && isLoggedOut(screen.kind),
    });
    const isDetail = isScreenSpeaking(screen) && hasDetail(connection) && isToldByServer(agent.phase);
    if (!isDetail || interval === null) forDetail.cancel();
    else if (!forDetail.isSet()) forDetail.set(jittered(interval));
    if (interval === null && requested === 'no') return;
    if (isScreenSpeaking(screen)) forPanel.set(Math.min(interval ?? SCREEN_MS, SCREEN_MS));
    // What is known was the screen's word, and the screen has just fallen silent.
    else if (agent.source === 'screen' && failures === 0) forPanel.set(0);
    else if (interval !== null) forPanel.set(jittered(interval));
  };

  const readOnce = async () => {
    const fromServer = serverWanted;
    requested = 'no';
    serverWanted = false;
    forDial.cancel();
    forPanel.cancel();
    const asked = store.current().connection?.id;
    const result = await deps.read(fromServer);
    // Signed out or in as somebody else meanwhile: the answer is about another session.
    if (!result || store.current().connection?.id !== asked) return;
    failures = result.ok ? 0 : failures + 1;
    await (result.ok ? deps.onReading(result.value) : deps.onFailure(result.failure));
  };

  const readNow = (): Promise<void> => {
    underWay ??= readOnce().finally(() => {
      underWay = null;
      // A reading that fell due meanwhile wants a newer answer than the one that was under way.
      if (requested !== 'no' && !forDial.isSet()) forDial.set(0);
      else reconsider();
    });
    return underWay;
  };

  const readServer = async () => {
    serverWanted = true;
    await underWay;
    if (serverWanted) await readNow();
  };

  const request = (afterMs: number) => {
    const { dial } = store.current();
    if (dial && isLeft(dial)) {
      isPutOff = true;
      return;
    }
    requested = afterMs < RECURRING_MS ? 'exact' : 'recurring';
    // Only ever later: the steps of a dial count on the time that they asked for.
    forDial.set(requested === 'exact' ? afterMs : afterMs * (1 + JITTER * deps.random()));
    if (requested === 'exact') forPanel.cancel();
    else reconsider();
  };

  return {
    request,
    askServer(afterMs) {
      serverWanted = true;
      request(afterMs);
    },
    readServer,
    reconsider,
    setPanelOpen(open) {
      panelOpen = open;
      reconsider();
    },
    setAway(away) {
      const { awaySince, screen } = store.current();
      // A worker that was just started is told again.
      if (away === (awaySince !== null)) return;
      // In force at once; that it is stored is waited for by nobody.
      void store.keep({ awaySince: away ? now() : null });
      reconsider();
      if (away) return;
      if (isPutOff) request(0);
      isPutOff = false;
      // What the panel shows is as old as the absence. Not by a timer: the next change that is stored would put it off.
      if (forPanel.isSet() && !isScreenSpeaking(screen)) void readNow();
    },
    readNow,
  };
}

interface Timer {
  /** Replaces what was set before. */
  set(ms: number): void;
  cancel(): void;
  isSet(): boolean;
}

function createTimer(after: StatusWatchDeps['after'], task: () => void): Timer {
  let takeBack: (() => void) | null = null;
  const cancel = () => {
    takeBack?.();
    takeBack = null;
  };
  return {
    set(ms) {
      cancel();
      takeBack = after(ms, () => {
        takeBack = null;
        task();
      });
    },
    cancel,
    isSet: () => takeBack !== null,
  };
}
