import type { CallFacts } from '../agent/call/followed-call.ts';

/** What became of the record of one call, told by when the call began. */
export type CallPop = { readonly callStartedAt: number } & (
  | { readonly step: 'opened' | 'offered'; readonly address: string }
  /** Its template's key is not known, or its value makes no address. */
  | { readonly step: 'missing'; readonly field: string }
  /** Nothing is opened for this call. */
  | { readonly step: 'none' }
);

/** A call that has its disposition, and whose pages are to be opened. */
export interface EndedCall {
  readonly startedAt: number;
  readonly facts: CallFacts;
  readonly talkedSeconds: number;
  /** Null until it is known, or where nobody tells it. */
  readonly status: string | null;
}
