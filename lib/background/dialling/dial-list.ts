import { viewOfDial } from '../../agent/dial/dial.ts';
import { type DialProblem, type DialView, isDialOver } from '../../agent/dial/dial-view.ts';
import {
  type DialList,
  type ListChange,
  nextOf,
  withDial,
  withNumbers,
  withOutcomes,
  withState,
} from '../../agent/list/dial-list.ts';
import type { PageNumber } from '../../messages/page-protocol.ts';
import { dialableE164 } from '../../phone/parse-dialable.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { createSerialQueue } from '../serial-queue.ts';

/** Frames that have found their numbers answer at once; a page that is read only now gets a moment more. */
const COLLECT_MS = 2_000;

export interface DialListDeps {
  readonly store: SessionStore;
  /** Has the frames of a tab tell their numbers. */
  readonly askPage: (tabId: number) => Promise<void>;
  /** Runs `task` after `ms`; the returned function takes it back. */
  readonly after: (ms: number, task: () => void) => () => void;
  readonly now: () => number;
}

export interface DialListControl {
  /** Puts the numbers of a page behind the list; resolves to how many were added, once the page has had the time to tell. */
  collect(tabId: number): Promise<number>;
  /** What a frame tells of its numbers. Of a page that was not asked nothing is taken. */
  told(tabId: number, numbers: readonly PageNumber[]): Promise<void>;
  /**
   * Dials the number that is next, where it is the one that the agent was shown. It counts as called before the dial is begun: a
   * worker's death between the two calls nobody twice. Where the dial is refused it is next again. A second press for the number
   * that is being called is answered with its dial.
   */
  dialNext(
    e164: string,
    dial: (number: DialableNumber) => Promise<Result<DialView, DialProblem>>,
  ): Promise<Result<DialView, DialProblem>>;
  change(e164: string, to: ListChange): Promise<void>;
  clear(): Promise<void>;
}

/** The numbers that the agent works through. Lives as long as the session. */
export function createDialList({ store, askPage, after, now }: DialListDeps): DialListControl {
  const inTurn = createSerialQueue();
  const list = () => store.current().dialList;
  const change = (next: (list: DialList) => DialList) => inTurn(() => store.update({ dialList: next(list()) }));

  /** The dial that has called that number of the list and is not over; null for none. */
  const runningFor = (e164: string): DialView | null => {
    const dialId = list().find((each) => each.e164 === e164)?.dialId;
    const { dial } = store.current();
    if (dial === null || dial.id !== dialId) return null;
    const view = viewOfDial(dial);
    return isDialOver(view.stage) ? null : view;
  };

  return {
    async collect(tabId) {
      const before = list().length;
      await store.update({ collecting: { tabId, until: now() + COLLECT_MS } });
      await askPage(tabId);
      await new Promise<void>((resolve) => void after(COLLECT_MS, resolve));
      return list().length - before;
    },
    async told(tabId, numbers) {
      const { collecting } = store.current();
      if (collecting?.tabId !== tabId || now() > collecting.until) return;
      const dialable = numbers.flatMap(({ e164, extension }) => {
        const number = dialableE164(e164);
        return number ? [{ e164: number.e164, extension }] : [];
      });
      await change((known) => withNumbers(known, dialable));
    },
    dialNext: (e164, dial) =>
      inTurn(async () => {
        const running = runningFor(e164);
        if (running) return ok(running);
        const next = nextOf(list());
        const number = next?.e164 === e164 ? dialableE164(e164) : null;
        if (!next || !number) return fail({ code: 'listMovedOn' });
        const settled = withOutcomes(list(), store.current().history);
        await store.update({ dialList: withState(settled, e164, 'called') });
        const begun = await dial({ ...number, extension: next.extension });
        await store.update({
          dialList: begun.ok ? withDial(list(), e164, begun.value.id) : withState(list(), e164, 'waiting'),
        });
        return begun;
      }),
    change: (e164, to) => change((known) => withState(known, e164, to)),
    clear: () => change(() => []),
  };
}
