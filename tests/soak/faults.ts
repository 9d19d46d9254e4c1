import type { Fault, FaultRule } from '../simulator/faults.ts';

export const FAULTS = [
  'none',
  'workerDeath',
  'dropBefore',
  'dropAfter',
  'lateAnswer',
  'wrongAnswer',
  'duplicateClick',
  'secondTab',
  'nextCall',
  'takenBack',
  'boxOpen',
  'slowScreen',
  'browserRestart',
  'lockOut',
  'agentScreenClosed',
  'clockJump',
  'storageFailure',
  'takenBackUnstored',
] as const;
export type SoakFault = (typeof FAULTS)[number];

/** Those that leave nothing in doubt: what became of the click is known, whatever comes with it. */
const CLEAR: readonly SoakFault[] = ['none', 'duplicateClick', 'secondTab', 'nextCall'];
const SHARE_OF_TWO = 0.25;

export type Random = () => number;

/** The fault that is wanted, or any; and to one that leaves doubts sometimes another one. */
export function drawFaults(random: Random, wanted?: SoakFault): readonly SoakFault[] {
  const first = wanted ?? pick(random, FAULTS);
  if (CLEAR.includes(first) || random() >= SHARE_OF_TWO) return [first];
  const second = pick(random, FAULTS);
  return CLEAR.includes(second) || second === first ? [first] : [first, second];
}

export function isClear(faults: readonly SoakFault[]): boolean {
  return faults.every((fault) => CLEAR.includes(fault));
}

export function between(random: Random, low: number, high: number): number {
  return Math.round(low + (high - low) * random());
}

export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}

/** What goes wrong with one request, or with all from one on; most often it is the dial itself. */
export function networkFault(random: Random, fault: SoakFault): FaultRule | null {
  const what = kindOf(random, fault);
  if (!what) return null;
  const isDial = random() < 0.6;
  return { match: isDial ? { function: 'external_dial' } : { nth: between(random, 1, 12) }, fault: what };
}

function kindOf(random: Random, fault: SoakFault): Fault | null {
  switch (fault) {
    case 'dropBefore':
      return { kind: random() < 0.5 ? 'dropConnection' : 'neverAnswer', takesEffect: false };
    case 'dropAfter':
      return { kind: random() < 0.5 ? 'dropConnection' : 'neverAnswer', takesEffect: true };
    case 'lateAnswer':
      return { kind: random() < 0.5 ? 'delayBefore' : 'delayAfter', ms: between(random, 500, 40_000) };
    case 'wrongAnswer':
      return pick<Fault>(random, [
        { kind: 'html', takesEffect: true },
        { kind: 'httpStatus', status: 503, takesEffect: random() < 0.5 },
        { kind: 'translated', word: 'EXITO' },
        { kind: 'oversized', bytes: 100_000 },
        // What redirects stands before the dialer, which has not seen the request.
        { kind: 'redirect', to: 'https://elsewhere.example/', takesEffect: false },
      ]);
    default:
      return null;
  }
}
