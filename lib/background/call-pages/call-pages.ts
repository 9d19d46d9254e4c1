import type { Finish } from '../../agent/call/finish-call.ts';
import { type FollowedCall, followCall, talkedMsOf } from '../../agent/call/followed-call.ts';
import type { EndedCall } from '../../session/call-pages.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { Settings } from '../../settings/schema.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { createAfterCall } from './after-call.ts';
import type { CallLeads } from './call-leads.ts';
import type { PageOpener } from './page-opener.ts';
import { createScreenPops } from './screen-pop.ts';

// An agent cannot end more calls while a few pages are being opened.
const MOST_ENDED = 5;

export interface CallPagesDeps {
  readonly store: SessionStore;
  readonly settings: { read(): Promise<Pick<Settings, 'screenPops' | 'popWay' | 'afterCallPages'>> };
  readonly leads: CallLeads;
  readonly pages: PageOpener;
  /** Tells an agent who looks elsewhere that a click opens the record, and takes it back. */
  readonly offer: () => Promise<void>;
  readonly withdraw: () => Promise<void>;
  readonly now: () => number;
  /** Takes what no caller waits for any more. */
  readonly onBug: (bug: unknown) => void;
  /** Runs `task` after `ms`; the returned function takes it back. */
  readonly after: (ms: number, task: () => void) => () => void;
}

export interface CallPages {
  /** Takes in what is known of the agent now. */
  agentRead(): Promise<void>;
  /** Opens the record that is offered. */
  openRecord(): Promise<void>;
}

/** Follows every call of the agent's, and opens the pages that the settings name for its beginning and its end. */
export function createCallPages(deps: CallPagesDeps): CallPages {
  const { store, settings, leads, pages, now } = deps;
  const inTurn = createSerialQueue();
  const sleep = (ms: number) => new Promise<void>((resolve) => void deps.after(ms, resolve));

  const pops = createScreenPops({
    ...{ store, settings, leads, now, offer: deps.offer, withdraw: deps.withdraw },
    open: pages.open,
    lookAgain: (ms) => void deps.after(ms, () => void inTurn(pops.look).catch(deps.onBug)),
  });
  const afterCall = createAfterCall({ store, settings, leads, open: pages.openAnother, sleep });

  const follow = async () => {
    const { agent, followedCall: before, finish, endedCalls, connection } = store.current();
    if (!connection) return;
    const { screenPops, afterCallPages } = await settings.read();
    const isWanted = screenPops.length + afterCallPages.length > 0;
    const { call, ended } = isWanted ? followCall(before, agent, now()) : { call: null, ended: null };
    const isEnded = ended !== null && afterCallPages.length > 0;
    if (!isEnded && JSON.stringify(call) === JSON.stringify(before)) return;
    await store.keep({
      followedCall: call,
      ...(isEnded && { endedCalls: [...endedCalls, endedCall(ended, finish, now())].slice(-MOST_ENDED) }),
    });
  };

  return {
    agentRead: () =>
      inTurn(async () => {
        await follow();
        await pops.look();
        // It waits for VICIdial to write the disposition, and the next call's record must not.
        void afterCall.openPages().catch(deps.onBug);
      }),
    openRecord: () => inTurn(pops.openOffered),
  };
}

/** The disposition is known at once where Dialside itself has set it. */
function endedCall(call: FollowedCall, finish: Finish | null, now: number): EndedCall {
  const isOwn = finish !== null && finish.startedAt >= call.startedAt;
  const isDisposed = isOwn && (finish.step === 'awaitingFree' || finish.step === 'done');
  return {
    startedAt: call.startedAt,
    facts: call.facts,
    talkedSeconds: Math.floor(talkedMsOf(call, now) / 1000),
    status: isDisposed ? finish.status : null,
  };
}
