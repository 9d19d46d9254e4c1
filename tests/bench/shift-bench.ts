import type { ScreenPhase } from '../../lib/agent/state/screen-reading.ts';
import { seededRandom } from '../seeded-random.ts';
import type { Benchmark, BenchmarkRow } from './benchmark.ts';
import { DIALS, workShift } from './shift-agent.ts';

const AGENTS = 500;
const SECONDS = 8 * 3_600;
// The agent screen asks its own server once a second (observed); so does a naive poller, besides its commands.
const OWN_PER_AGENT = SECONDS;

/** What agents ask of the dialer's server in a shift, with the agent screen watched and with the API alone. */
export async function run(agents = AGENTS): Promise<Benchmark> {
  const watched = await shift(true, agents);
  const polled = await shift(false, agents);
  return {
    name: `A shift of ${agents} agents, ${DIALS} dials each in 8 h, panel open 30 % of the time`,
    rows: [...rowsOf('screen watched', watched, 2, 0.5), ...rowsOf('API alone', polled, 5), ...phasesOf(polled)],
  };
}

interface Traffic {
  readonly agents: number;
  commands: number;
  status: number;
  mostAtOnce: number;
  readonly byPhase: Map<ScreenPhase, number>;
  readonly minutes: number[];
}

async function shift(isWatched: boolean, agents: number): Promise<Traffic> {
  const minutes = new Array<number>(SECONDS / 60).fill(0);
  const traffic: Traffic = { agents, commands: 0, status: 0, mostAtOnce: 0, byPhase: new Map(), minutes };
  const random = seededRandom(1);
  for (let agent = 0; agent < agents; agent++) {
    const atOnce = await workShift(isWatched, random, (kind, at, phase) => {
      if (kind === 'command') traffic.commands++;
      else {
        traffic.status++;
        traffic.byPhase.set(phase, (traffic.byPhase.get(phase) ?? 0) + 1);
      }
      const minute = Math.floor(at / 60_000);
      minutes[minute] = (minutes[minute] ?? 0) + 1;
    });
    traffic.mostAtOnce = Math.max(traffic.mostAtOnce, atOnce);
  }
  return traffic;
}

function rowsOf(mode: string, traffic: Traffic, percent: number, statusBar?: number): readonly BenchmarkRow[] {
  const { agents, commands, status, minutes, mostAtOnce } = traffic;
  const dials = agents * DIALS;
  const own = agents * OWN_PER_AGENT;
  const mean = (commands + status) / SECONDS;
  const worst = Math.max(...minutes) / 60;
  const naive = own + commands;
  return [
    { what: `${mode}: commands`, value: commands / dials, unit: 'a dial' },
    {
      what: `${mode}: status requests`,
      value: status / dials,
      unit: 'a dial',
      against: `naive 1 s poller: ${own / dials} a dial`,
      ratio: status / own,
      ...(statusBar !== undefined && { bar: statusBar }),
    },
    {
      what: `${mode}: all traffic, of the screen's own`,
      value: (100 * (commands + status)) / own,
      unit: '%',
      against: `naive 1 s poller: ${((100 * naive) / own).toFixed(1)} %`,
      ratio: (commands + status) / naive,
      bar: percent,
    },
    {
      what: `${mode}: mean`,
      value: mean,
      unit: 'requests/s',
      against: `screens: ${agents} requests/s`,
      ratio: mean / agents,
    },
    {
      what: `${mode}: worst minute`,
      value: worst,
      unit: 'requests/s',
      against: 'mean',
      ratio: worst / mean,
      bar: 3 * mean,
    },
    { what: `${mode}: status requests of one agent at once`, value: mostAtOnce, unit: '', bar: 1 },
  ];
}

/** Where the status requests go. */
function phasesOf({ agents, byPhase }: Traffic): readonly BenchmarkRow[] {
  return [...byPhase].map(([phase, count]) => ({
    what: `API alone: status while ${phase}`,
    value: count / (agents * DIALS),
    unit: 'a dial',
  }));
}
