import type { Page } from 'playwright-core';

/** What the thread of a page did, in milliseconds of its processor time: others on the machine leave it alone. */
export interface ThreadWork {
  /** Compiling and running script, with the style and layout that it waited for. */
  readonly scriptMs: number;
  readonly longestTaskMs: number;
  /** Everything: script, style, layout, painting, collecting garbage. */
  readonly busyMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: when it began, how long it was, and how long of that the thread had a processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

const BEGIN = 'dialside-bench-begins';
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'blink.user_timing'];
const TASK = 'RunTask';
const SCRIPT: ReadonlySet<string> = new Set(['EvaluateScript', 'v8.compile', 'FunctionCall', 'RunMicrotasks']);

/** Traces what the page's thread does while `work` runs. */
export async function traceThread(page: Page, work: () => Promise<void>): Promise<ThreadWork> {
  const browser = page.context().browser();
  if (!browser) throw new Error('This page has no browser to trace.');
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate((name) => void performance.mark(name), BEGIN);
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  const begin = traceEvents.find(({ name }) => name === BEGIN);
  if (!begin) throw new Error('The trace does not show where it begins.');
  const own = traceEvents
    .filter(({ ph, pid, tid, ts }) => ph === 'X' && pid === begin.pid && tid === begin.tid && ts >= begin.ts)
    .sort((one, other) => one.ts - other.ts);
  const tasks = own.filter(({ name }) => name === TASK).map(milliseconds);
  const scripts = outermost(own.filter(({ name }) => SCRIPT.has(name))).map(milliseconds);
  if (tasks.length === 0 || scripts.length === 0) throw new Error('The trace shows no work of the page.');
  return { scriptMs: sum(scripts), longestTaskMs: Math.max(...tasks), busyMs: sum(tasks) };
}

/** Without those that ran inside another: a callback inside a script is time of that script. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return events.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

function milliseconds({ dur = 0, tdur = dur }: TraceEvent): number {
  return tdur / 1_000;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
