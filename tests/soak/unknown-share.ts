import { FAULTS, type SoakFault } from './faults.ts';

/**
 * The most of the dials into one fault that may end unknown to the agent, as a share. Only where nobody can know may it be large:
 * `dropBefore` places no call and loses the word of that, a box may stay open for longer than a request is looked after, and
 * after a lock-out nothing may be read any more.
 */
const MOST_UNKNOWN: Readonly<Record<SoakFault, number>> = {
  none: 0,
  duplicateClick: 0,
  secondTab: 0,
  nextCall: 0,
  takenBack: 0,
  workerDeath: 0.12,
  dropBefore: 0.75,
  // What the agent's own login shows of a call may be over before its request is given up.
  dropAfter: 0.01,
  lateAnswer: 0.05,
  wrongAnswer: 0.12,
  boxOpen: 0.4,
  slowScreen: 0.03,
  browserRestart: 0.03,
  lockOut: 0.55,
  agentScreenClosed: 0.25,
  clockJump: 0.03,
  storageFailure: 0.03,
  takenBackUnstored: 0,
};

// Of fewer rounds a share says little.
const ENOUGH_ROUNDS = 100;

/** The faults into which too many dials ended unknown, each in a sentence. */
export function tooManyUnknown(ends: ReadonlyMap<string, ReadonlyMap<string, number>>): readonly string[] {
  return FAULTS.flatMap((fault) => {
    const counted = ends.get(fault) ?? new Map<string, number>();
    const all = [...counted.values()].reduce((sum, times) => sum + times, 0);
    const unknown = counted.get('unknown') ?? 0;
    if (all < ENOUGH_ROUNDS || unknown <= MOST_UNKNOWN[fault] * all) return [];
    return [`${fault}: ${unknown} of ${all} dials ended unknown, of which ${MOST_UNKNOWN[fault] * 100} % may`];
  });
}
