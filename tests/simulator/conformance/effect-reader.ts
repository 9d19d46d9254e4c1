import type { World } from '../world.ts';

/** What is known of a recorded effect when it is read again. */
export interface Recorded {
  readonly apiUser: string;
  readonly origin: string;
  readonly rows: readonly string[];
  readonly request: Readonly<Record<string, string>>;
}

/** A way of describing an effect, and how it is read from a world in the form it was recorded in. */
export type EffectReader = readonly [RegExp, (world: World, match: RegExpMatchArray, recorded: Recorded) => string[]];

export function join<T extends Readonly<Record<string, string>>>(
  row: T,
  columns: readonly (keyof T & string)[],
): string {
  return columns.map((column) => row[column]).join('|');
}
