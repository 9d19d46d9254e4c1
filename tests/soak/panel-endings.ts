import type { AfterCall, Finish, FinishStep } from '../../lib/agent/call/finish-call.ts';
import { meantCallOf } from '../../lib/agent/call/meant-call.ts';
import type { CommandProblem } from '../../lib/messages/panel-state.ts';
import type { Result } from '../../lib/result.ts';
import type { ManualClock } from '../simulator/clock.ts';
import type { Background } from './background.ts';
import type { RealCall } from './call-centre.ts';
import { pick, type Random } from './faults.ts';

export const PANEL_STATUS = 'SALE';
// Whoever sees nothing come of it for so long ends the call in the agent screen.
const PATIENCE_MS = 60_000;

/** A press on Finish in Dialside's panel. Times on the dialer's clock. */
export interface PanelEnding {
  readonly call: RealCall;
  readonly at: number;
  readonly afterCall: AfterCall;
  /** Null where the worker died over it. */
  answer: Result<null, CommandProblem> | null;
  /** He has begun to end it in the agent screen. */
  byHandAt: number | null;
  /** The steps of the ending in which the agent was shown it. */
  readonly told: { readonly step: FinishStep; readonly at: number }[];
}

export interface PanelEndings {
  readonly list: readonly PanelEnding[];
  /** True while the agent leaves the call to Dialside; asked at every moment at which he would end it in the screen. */
  takes(call: RealCall | undefined): boolean;
  /** What storage says of the ending now. */
  see(finish: Finish | null): void;
}

/** How an agent ends his calls with Dialside: once for each call, and by hand where that is refused, fails or takes too long. */
export function createPanelEndings(
  clock: ManualClock,
  random: Random,
  worker: () => Promise<Background>,
  onPress: () => void,
): PanelEndings {
  const list: PanelEnding[] = [];

  const press = async (ending: PanelEnding) => {
    const { calls, store } = await worker();
    onPress();
    const meant = meantCallOf(store.current().agent);
    ending.answer = await calls.finish({ status: PANEL_STATUS, callback: null, afterCall: ending.afterCall, meant });
  };

  return {
    list,
    takes(call) {
      const last = list.at(-1);
      if (!call) return false;
      if (last?.call !== call) {
        const afterCall = pick(random, ['next', 'stayPaused'] as const);
        const ending: PanelEnding = { call, at: clock.now(), afterCall, answer: null, byHandAt: null, told: [] };
        list.push(ending);
        void press(ending);
        return true;
      }
      const isGoing = last.answer?.ok !== false && last.told.at(-1)?.step !== 'failed';
      if (last.byHandAt === null && isGoing && clock.now() - last.at < PATIENCE_MS) return true;
      last.byHandAt ??= clock.now();
      return false;
    },
    see(finish) {
      const last = list.at(-1);
      if (!finish || !last || last.told.at(-1)?.step === finish.step) return;
      last.told.push({ step: finish.step, at: clock.now() });
    },
  };
}
