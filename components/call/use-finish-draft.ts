import { useEffect, useRef, useState } from 'preact/hooks';
import type { Disposition, FinishView } from '../../lib/messages/panel-state.ts';
import type { CallbackDraft } from './callback-fields.tsx';

/** What an agent has filled in to end a call, and not yet sent. */
export interface FinishDraft {
  readonly disposition: Disposition | null;
  /** What the dispositions are searched for. */
  readonly typed: string;
  /** Null until something of it was changed. */
  readonly callback: CallbackDraft | null;
  /** The code he chose for the pause after the call, and the held one that was there then; null until he chose one. */
  readonly pauseCode: { readonly held: string | null | undefined; readonly code: string } | null;
}

const EMPTY: FinishDraft = { disposition: null, typed: '', callback: null, pauseCode: null };

export interface FinishDraftTools {
  readonly draft: FinishDraft;
  readonly change: (change: Partial<FinishDraft>) => void;
}

/**
 * The draft of the call with that key, kept while its form is closed, sent, or refused. Forgotten with the call, and when its
 * disposition was taken: an agent's own login may name the next call no differently.
 */
export function useFinishDraft(callKey: number, hasForm: boolean, finish: FinishView | null): FinishDraftTools {
  const [kept, setKept] = useState({ callKey, draft: EMPTY });
  const draft = kept.callKey === callKey ? kept.draft : EMPTY;
  const forget = () => setKept({ callKey, draft: EMPTY });
  useEffect(() => {
    if (!hasForm) forget();
  }, [hasForm]);
  const wasTaken = useRef(false);
  const isTaken = finish?.step === 'done' || (finish?.step === 'awaitingFree' && !finish.isUnknown);
  useEffect(() => {
    if (isTaken && !wasTaken.current) forget();
    wasTaken.current = isTaken;
  }, [isTaken]);
  const change = (changed: Partial<FinishDraft>) =>
    setKept((before) => ({
      callKey,
      draft: { ...(before.callKey === callKey ? before.draft : EMPTY), ...changed },
    }));
  return { draft, change };
}
