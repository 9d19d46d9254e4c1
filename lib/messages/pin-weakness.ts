import { SHORTEST_PIN } from './shortest-pin.ts';

/** Why a PIN protects nothing: too short, or among the first that anybody would try. */
export type PinWeakness = 'short' | 'guessable';

/** Runs of these, in either direction and around the end, are as easy to guess as to type. */
const ROWS: readonly string[] = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
];

/**
 * What people choose most where six digits are asked for, as counts of leaked PINs agree, beyond what the rules below say of
 * them; and what stands in every list of passwords.
 */
const OFTEN: ReadonlySet<string> = new Set([
  ...['159753', '147258', '147852', '258456', '789456', '456123', '789456123', '741852', '112358', '102030', '142536'],
  ...[
    '131415',
    '101112',
    '520131',
    '520520',
    '159357',
    '314159',
    '271828',
    'password',
    'passwort',
    'letmein',
    'welcome',
  ],
]);

/** So few different characters leave hardly anything to guess. */
const FEWEST_DIFFERENT = 3;

/** Ten tries are allowed before the sign-in is wiped: no PIN may be among the few that are tried first. Null for a good one. */
export function pinWeakness(pin: string): PinWeakness | null {
  if (pin.length < SHORTEST_PIN) return 'short';
  const plain = pin.normalize('NFKC').toLowerCase();
  const isGuessable =
    new Set(plain).size < FEWEST_DIFFERENT ||
    isRepeated(plain) ||
    isMirrored(plain) ||
    ROWS.some((row) => row.includes(plain) || reversed(row).includes(plain)) ||
    OFTEN.has(plain);
  return isGuessable ? 'guessable' : null;
}

/** `123123`, `abcabc`; of pairs and triples alone, because two words in a row are not easily guessed. */
function isRepeated(text: string): boolean {
  return /^(.{1,3})\1+$/u.test(text);
}

/** `123321`: a run and its way back; `493394` is none that many would choose. */
function isMirrored(text: string): boolean {
  const half = text.slice(0, text.length / 2);
  const isRun = ROWS.some((row) => row.includes(half) || reversed(row).includes(half));
  return isRun && text === half + reversed(half);
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
