import type { SoakRound } from './dial-soak.ts';
import { isClear } from './faults.ts';

/** For each thing that is told, how long after it was so: in milliseconds, one for each round that shows it. */
export type Lateness = Map<string, number[]>;

/** Adds what a round without any doubt shows. */
export function measure(lateness: Lateness, { faults, scene, dial }: SoakRound): void {
  const [real] = scene.centre.calls;
  if (!isClear(faults) || scene.clicks.length !== 1 || !real || !dial) return;
  const { source, isPanelOpen } = scene.setting;
  const add = (what: string, since: number | null, at: number | null | undefined) => {
    if (since !== null && at) lateness.set(what, [...(lateness.get(what) ?? []), at - since]);
  };
  const pause = scene.network.sent.find(({ name, sentAt }) => name === 'external_pause' && sentAt > real.startedAt);
  add('the PAUSE that keeps the agent paused, after the answer', real.answeredAt, pause?.arrivedAt);

  const looks = source === 'watchedScreen' ? 'screen watched' : isPanelOpen ? 'panel open' : 'nobody looks';
  const toldOver = scene.told.find(({ step, at }) => at >= (real.endedAt ?? at) && OVER.has(step));
  add(`the end of the call (${looks})`, real.endedAt, toldOver?.at);
  // The agent's own login tells wrap-up and free by one word.
  const toldFree = source === 'ownLogin' ? undefined : scene.told.find(({ step }) => step === 'ended');
  add(`the end of the wrap-up (${looks})`, real.freeAt, toldFree?.at);
}

const OVER: ReadonlySet<string> = new Set(['wrapUp', 'ended']);

/** Median and longest of each. */
export function describeLateness(lateness: Lateness): string {
  const rows = [...lateness].sort().map(([what, values]) => `  ${what}: ${spread(values)}`);
  return ['told how late, in rounds without a doubt:', ...rows].join('\n');
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  const seconds = (ms = Number.NaN) => `${(ms / 1_000).toFixed(1)} s`;
  return `${seconds(sorted[Math.floor(sorted.length / 2)])}, at most ${seconds(sorted.at(-1))}`;
}
