/** A run of `npm run soak`: dials on a virtual clock, hostile input for every reader, dials in a real browser. */
export type SoakRun = 'dials' | 'fuzz' | 'browser';

/** The flags that say what is to run, as they were given. */
export interface SoakFlags {
  readonly seed?: string | undefined;
  readonly dials?: string | undefined;
  readonly fault?: string | undefined;
  readonly browser?: boolean | undefined;
  readonly fuzz?: boolean | undefined;
  readonly cases?: string | undefined;
  readonly only?: string | undefined;
}

/** Dials and fuzzing, unless a flag speaks of one of them alone; a seed by itself replays the dial that has it. */
export function plannedRuns({ seed, dials, fault, browser, fuzz, cases, only }: SoakFlags): readonly SoakRun[] {
  if (browser) return ['browser'];
  if (fuzz || cases !== undefined || only !== undefined) return ['fuzz'];
  return [seed, dials, fault].some((flag) => flag !== undefined) ? ['dials'] : ['dials', 'fuzz'];
}
