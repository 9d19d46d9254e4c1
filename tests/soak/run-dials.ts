import { runSoakRound, type SoakFault } from './dial-soak.ts';

/** `dials` clicks into random faults; prints what became of them by fault. True when every promise was kept. */
export async function soakDials(dials: number, random: () => number): Promise<boolean> {
  const told = new Map<SoakFault, Map<string, number>>();
  let done = 0;
  try {
    for (; done < dials; done++) {
      const { fault, outcome } = await runSoakRound(random);
      const outcomes = told.get(fault) ?? new Map<string, number>();
      told.set(fault, outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1));
    }
  } catch (error) {
    console.error(`Dial ${done + 1}: ${String(error)}`);
  }
  for (const [fault, outcomes] of told) {
    console.log(`${fault}: ${[...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`);
  }
  console.log(`${done} of ${dials} dials kept every promise`);
  return done === dials;
}
