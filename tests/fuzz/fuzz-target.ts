import fc from 'fast-check';

/** One promise about one reader of foreign input. */
export interface FuzzTarget {
  readonly name: string;
  /** How many of the cases `npm test` draws; readers that are slow to ask get fewer. */
  readonly slice: number;
  /** Draws so many cases from the seed; null when the promise holds for all, else the smallest input that breaks it. */
  readonly check: (seed: number, cases: number) => Promise<string | null>;
}

/** A promise: `keeps` throws where `input` breaks it. */
export function fuzzTarget<T>(
  name: string,
  slice: number,
  input: fc.Arbitrary<T>,
  keeps: (input: T) => void | Promise<void>,
): FuzzTarget {
  const check = async (seed: number, cases: number) => {
    const property = fc.asyncProperty(input, async (drawn) => keeps(drawn));
    const details = await fc.check(property, { seed, numRuns: cases });
    return details.failed ? `${fc.defaultReportMessage(details)}\n${details.errorInstance}` : null;
  };
  return { name, slice, check };
}
