import { parseArgs } from 'node:util';
import { seededRandom } from '../tests/seeded-random.ts';
import { FAULTS } from '../tests/soak/faults.ts';
import { plannedRuns, type SoakRun } from '../tests/soak/plan.ts';
import { replayDial, soakDials } from '../tests/soak/run-dials.ts';

const HELP = `npm run soak: ten thousand dials into every fault there is, at the real background and the simulated dialer, on a virtual
clock; then a hundred thousand hostile inputs for every reader of foreign data. Each dial has a seed of its own, which is
printed where a promise is broken.

  --dials 500            the dials alone, so many of them
  --seed 7               that one dial again, with all that was sent and told
  --seed 7 --dials 500   500 dials from that seed on
  --fault dropAfter      into this fault instead of the one that the seed draws
  --fuzz                 the hostile input alone, with --seed 7 that of this seed
  --cases 500            so many of each, instead of 100 000
  --only links           for the readers whose name has this in it
  --browser              in a real browser with its worker stopped at random moments; needs a build
  --rounds 200           so many of those
  --help                 this text

Two dashes come before the first: npm run soak -- --dials 500`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    dials: { type: 'string' },
    fault: { type: 'string' },
    browser: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '50' },
    fuzz: { type: 'boolean', default: false },
    cases: { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const DIALS = 10_000;

const seed = wholeNumber('--seed', values.seed ?? String(Date.now() % 1_000_000));
const RUNS: Readonly<Record<SoakRun, () => Promise<boolean>>> = {
  dials: soak,
  fuzz,
  browser: () => soakInBrowser(wholeNumber('--rounds', values.rounds)),
};

let isKept = true;
// The second tells something although the first has broken a promise.
for (const name of plannedRuns(values)) isKept = (await RUNS[name]()) && isKept;
process.exit(isKept ? 0 : 1);

async function fuzz(): Promise<boolean> {
  // The generators need not be loaded for dials.
  const { runFuzz } = await import('../tests/fuzz/run-fuzz.ts');
  const cases = values.cases === undefined ? null : wholeNumber('--cases', values.cases);
  return runFuzz({ seed, cases, only: values.only ?? '' });
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} is a whole number`);
  return Number(text);
}

function soak(): Promise<boolean> {
  const fault = FAULTS.find((name) => name === values.fault);
  if (values.fault !== undefined && !fault) throw new Error(`--fault is one of ${FAULTS.join(', ')}`);
  if (values.seed !== undefined && values.dials === undefined) return replayDial(seed, fault);
  const dials = values.dials === undefined ? DIALS : wholeNumber('--dials', values.dials);
  console.log(`${dials} dials, seeds ${seed} to ${seed + dials - 1}`);
  return soakDials(seed, dials, fault);
}

/** Ends at the first broken promise. */
async function soakInBrowser(rounds: number): Promise<boolean> {
  console.log(`seed ${seed}, ${rounds} rounds`);
  // Not needed, and not loaded, where no browser is.
  const { openDesk } = await import('../tests/e2e/fixtures/desk.ts');
  const { sitDownForFaults } = await import('../tests/e2e/fixtures/fault-round.ts');
  const { runRound } = await import('../tests/steps/fault-round.ts');
  const desk = await openDesk();
  let done = 0;
  try {
    const bench = await sitDownForFaults(desk);
    const random = seededRandom(seed);
    for (; done < rounds; done += 1) {
      const { fault, stoppedAfterMs, outcome } = await runRound(bench, random);
      const stop = stoppedAfterMs === null ? '' : `, worker stopped after ${stoppedAfterMs} ms`;
      console.log(`${done + 1}: ${fault}${stop}: ${outcome}`);
    }
  } catch (error) {
    console.error(`Round ${done + 1} of seed ${seed}: ${String(error).split('\n').slice(0, 8).join('\n')}`);
  } finally {
    await desk.close();
  }
  console.log(`${done} of ${rounds} rounds kept every promise`);
  return done === rounds;
}
