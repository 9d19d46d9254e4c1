import { runSoakRound, type SoakRound } from './dial-soak.ts';
import type { SoakFault } from './faults.ts';
import { describeLateness, type Lateness, measure } from './lateness.ts';
import { tooManyUnknown } from './unknown-share.ts';

const SHOWN_FAILURES = 20;
const TELLS_EVERY = 1_000;

/**
 * `dials` clicks into random faults, each from a seed of its own, counted up from `seed`; prints what became of them by
 * fault, and the seeds of those that broke a promise. True when every promise was kept and no more ended unknown than may.
 */
export async function soakDials(seed: number, dials: number, fault?: SoakFault): Promise<boolean> {
  const outcomes = new Map<string, Map<string, number>>();
  const lateness: Lateness = new Map();
  const begin = performance.now();
  const loose: unknown[] = [];
  const note = (reason: unknown) => void loose.push(reason);
  process.on('unhandledRejection', note);
  let broken = 0;
  for (let done = 0; done < dials; done++) {
    const round = await runSoakRound(seed + done, fault);
    count(outcomes, round);
    measure(lateness, round);
    const failures = [...round.broken, ...loose.splice(0).map((reason) => `nobody waited for: ${String(reason)}`)];
    if (failures.length > 0 && broken++ < SHOWN_FAILURES) console.error(describe(round, failures));
    if ((done + 1) % TELLS_EVERY === 0) console.log(`${done + 1} dials, ${secondsSince(begin)} s`);
  }
  process.off('unhandledRejection', note);
  for (const [fault, ends] of [...outcomes].sort()) {
    console.log(`${fault}: ${[...ends].map(([end, times]) => `${times} ${end}`).join(', ')}`);
  }
  const unknown = tooManyUnknown(outcomes);
  for (const sentence of unknown) console.error(sentence);
  console.log(describeLateness(lateness));
  console.log(`${dials - broken} of ${dials} dials kept every promise, ${secondsSince(begin)} s`);
  return broken === 0 && unknown.length === 0;
}

function count(outcomes: Map<string, Map<string, number>>, { faults, dial, scene }: SoakRound): void {
  const group = faults.length === 1 ? faults.join() : 'two faults';
  const ends = outcomes.get(group) ?? new Map<string, number>();
  const answer = scene.clicks[0]?.answer;
  const end = dial?.step ?? (answer?.ok === false ? answer.failure.code : 'forgotten');
  outcomes.set(group, ends.set(end, (ends.get(end) ?? 0) + 1));
}

function describe({ seed, faults, scene }: SoakRound, failures: readonly string[]): string {
  const { source, dialMethod, wasPaused, isPanelOpen } = scene.setting;
  const setting = [source, dialMethod, wasPaused ? 'paused' : 'ready', isPanelOpen ? 'panel open' : 'panel closed'];
  return `--seed ${seed}: ${faults.join(' and ')} (${setting.join(', ')}): ${failures.join('; ')}`;
}

/** One round with everything that was sent and told, for the seed of a failure. */
export async function replayDial(seed: number, fault?: SoakFault): Promise<boolean> {
  const round = await runSoakRound(seed, fault);
  const { scene, clickedAt, dial, broken } = round;
  const at = (time: number | null) => (time === null ? 'never' : `${((time - clickedAt) / 1_000).toFixed(2)} s`);
  const events = [
    ...scene.network.sent.map(({ name, value, sentAt, arrivedAt, answer }) => ({
      time: sentAt,
      text: `${name} ${value}, arrived ${at(arrivedAt)}: ${answer.trim().slice(0, 100)}`,
    })),
    ...scene.told.map(({ id, step, at: time }) => ({ time, text: `told: ${step} (${id})` })),
  ];
  for (const { time, text } of events.sort((one, other) => one.time - other.time)) console.log(`${at(time)}  ${text}`);
  for (const call of scene.centre.calls) {
    const { callId, startedAt, answeredAt, endedAt, freeAt } = call;
    console.log(
      `${callId}: placed ${at(startedAt)}, answered ${at(answeredAt)}, ended ${at(endedAt)}, free ${at(freeAt)}`,
    );
  }
  console.log(JSON.stringify({ answers: scene.clicks.map(({ answer }) => answer), dial }, null, 1));
  console.log(describe(round, broken.length === 0 ? ['every promise was kept'] : broken));
  return broken.length === 0;
}

function secondsSince(begin: number): string {
  return ((performance.now() - begin) / 1_000).toFixed(0);
}
