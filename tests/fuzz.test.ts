import { expect, it } from 'vitest';
import { HARD_TEXTS, overgrowth, TEXT_READERS } from './fuzz/growth.ts';
import { TARGETS } from './fuzz/targets.ts';

/** The same inputs in every run, so that a change is what breaks it; `npm run soak` draws others. */
const SEED = 20261121;
/** For a machine that is busy; a reader that hangs is told from it by what its work grows with, below. */
const TIMEOUT_MS = 60_000;

it.each(TARGETS.map((target) => [target.name, target] as const))(
  'hostile input: %s',
  async (_, target) => {
    expect(await target.check(SEED, target.slice)).toBeNull();
  },
  TIMEOUT_MS,
);

it.each(TEXT_READERS)(
  '%s works as long as its text is, not as its square',
  (_, read) => {
    expect(HARD_TEXTS.filter((text) => overgrowth(read, text) !== null)).toEqual([]);
  },
  TIMEOUT_MS,
);

it(
  'the measure of growth sees the square',
  () => {
    const quadratic = (text: string) => /^a: [^<>]+ - [^<>]*$/.test(text);
    expect(overgrowth(quadratic, { head: 'a: ', piece: ' - ', tail: '<' })).not.toBeNull();
  },
  TIMEOUT_MS,
);
