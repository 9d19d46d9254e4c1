/** What becomes of a call to one number. Times in milliseconds. */
export interface CallPlan {
  /** `noAnswer` rings until somebody gives up, or until a test answers it. */
  readonly outcome: 'answered' | 'noAnswer' | 'busy';
  /** From dialling to the outcome. */
  readonly ringMs: number;
  /** From answering until the customer hangs up; null when he waits for the agent to do so. */
  readonly talkMs: number | null;
}

/** Long enough to be seen ringing, short enough for a demonstration. */
export const DEFAULT_PLAN: CallPlan = { outcome: 'answered', ringMs: 2000, talkMs: null };

/** The columns of a plan that a control request names; fails with a sentence about the first that makes no sense. */
export function parseCallPlan(fields: Readonly<Record<string, unknown>>): Partial<CallPlan> {
  const { outcome, ringMs, talkMs } = fields;
  return {
    ...(outcome === undefined ? {} : { outcome: parseOutcome(outcome) }),
    ...(ringMs === undefined ? {} : { ringMs: parseMs(ringMs) }),
    ...(talkMs === undefined ? {} : { talkMs: talkMs === null ? null : parseMs(talkMs) }),
  };
}

function parseOutcome(value: unknown): CallPlan['outcome'] {
  if (value === 'answered' || value === 'noAnswer' || value === 'busy') return value;
  throw new Error(`an outcome is answered, noAnswer or busy, not ${JSON.stringify(value)}`);
}

function parseMs(value: unknown): number {
  if (typeof value === 'number' && value >= 0) return value;
  throw new Error(`${JSON.stringify(value)} is no number of milliseconds`);
}
