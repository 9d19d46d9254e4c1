import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openAgentScreen } from '../e2e/fixtures/agent-screen.ts';
import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { type Desk, openDesk } from '../e2e/fixtures/desk.ts';
import {
  CHROME_BUILD,
  type ExtensionGlobal,
  type LoadedExtension,
  launchExtension,
} from '../e2e/fixtures/extension.ts';
import { aim, buttonBeside, type PageButton } from '../e2e/fixtures/page-buttons.ts';
import { BARE_AGENT, BARE_BUTTON, writeBareExtension } from './bare-extension.ts';
import { evaluationMs } from './bare-script-trace.ts';
import { type WorkerHandle, watchWorker } from './bare-worker-watch.ts';
import { type Benchmark, type BenchmarkRow, median } from './benchmark.ts';

const ROUNDS = 11;
const WARM_UP_ROUNDS = 1;
const NUMBER = '(415) 555-0132';
// The answer is read and stored, and the second that has to lie between two dial requests is over.
const SETTLE_MS = 1_500;
// A status stays fresh for 2 s; in this time a popup has drawn itself.
const POPUP_RESTS_MS = 500;

/** One of the two extensions before the CRM. */
interface Side {
  readonly agent: string;
  readonly crm: Page;
  /** Found anew for each click. */
  readonly button: () => Promise<PageButton>;
  /** What has to be so before a click is timed. */
  readonly prepare: () => Promise<void>;
  /** Whether the agent's status has to be asked for before the dial. */
  readonly asksFirst: boolean;
}

/** From a click to the dial request on the wire, and what a frame without digits costs, beside the least there can be. */
export async function run(): Promise<Benchmark> {
  const desk = await openDesk();
  try {
    await using files = await writeBareExtension(desk.dialer.url);
    const extension = await launchExtension({ folder: files.folder });
    try {
      return { name: 'dial', rows: await measure(desk, extension) };
    } finally {
      await extension.close();
    }
  } finally {
    await desk.close();
  }
}

async function measure(desk: Desk, bareExtension: LoadedExtension): Promise<BenchmarkRow[]> {
  // In the other browser: here it would wake the worker with every poll.
  await openAgentScreen(bareExtension, desk.dialer.url);
  const popup = await desk.signIn();
  refuseCalls(desk);
  await allowManyDials(popup.page);
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  const bareCrm = await bareExtension.context.newPage();
  await bareCrm.goto(crm.url());
  const [worker, bareWorker] = await Promise.all([desk.extension, bareExtension].map(watchWorker));
  if (!worker || !bareWorker) throw new Error('An extension without a worker cannot be measured.');
  const bare = { agent: BARE_AGENT, crm: bareCrm, button: async () => BARE_BUTTON, asksFirst: false };
  const ours = { agent: AGENT.user, crm, button: () => buttonBeside(crm, NUMBER), asksFirst: false };
  const bareStopped = { ...bare, prepare: () => bareWorker.stop() };
  const stopped = (statusAgeMs: number) => ({
    ...ours,
    prepare: () => stopWithStatus(worker, statusAgeMs),
    asksFirst: statusAgeMs > 0,
  });

  const warm = await inTurns(
    desk,
    { ...ours, prepare: () => statusIsFresh(worker, popup.page) },
    { ...bare, prepare: () => bareWorker.mustRun() },
  );
  await popup.close();
  const cold = await inTurns(desk, stopped(0), bareStopped);
  const stale = await inTurns(desk, stopped(60_000), bareStopped);
  return [
    ...clickRows('worker running', warm, 10),
    ...clickRows('worker stopped', cold, 30),
    ...clickRows('worker stopped, status has to be read first', stale),
    ...(await frameRows(desk, crm, bareCrm)),
  ];
}

/** The dialer refuses each call for good, so that the agent is free for the next one at once. */
function refuseCalls({ dialer }: Desk): void {
  for (const user of dialer.world.users) if (user.user === AGENT.user) user.agentcall_manual = '0';
}

/** As many in a minute as may be allowed; an agent's ten are soon measured. */
async function allowManyDials(panel: Page): Promise<void> {
  await panel.evaluate(async () => {
    const { chrome } = globalThis as ExtensionGlobal;
    await chrome.runtime.sendMessage({ dialside: 'settings.write', payload: { mostDialsPerMinute: 60 } });
  });
}

interface Times {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
}

async function inTurns(desk: Desk, ours: Side, bare: Side): Promise<Times> {
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    // The first of a pair finds another machine than the second: they take turns in that too.
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const side of order) {
      const ms = await clickToRequestMs(desk, side === 'ours' ? ours : bare);
      if (round >= 0) times[side].push(ms);
    }
  }
  return times;
}

async function clickToRequestMs(desk: Desk, { agent, crm, button, prepare, asksFirst }: Side): Promise<number> {
  await crm.bringToFront();
  const target = await button();
  await aim(crm, target);
  await prepare();
  // A named function in here would call a wrapper of tsx that the page does not have.
  const clicked = crm.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener('pointerup', (event) => resolve(performance.timeOrigin + event.timeStamp), {
          capture: true,
          once: true,
        });
      }),
  );
  // Once this is answered, the listener before it stands.
  await crm.evaluate(() => document.readyState);
  const arriving = desk.dialer.log.next({ function: 'external_dial', agentUser: agent });
  await crm.mouse.down();
  await crm.mouse.up();
  const [clickedAt, request] = await Promise.all([clicked, within(10_000, arriving)]);
  // The number itself may be looked up first; that is part of each dial where a second login can.
  const asked = desk.dialer.log.requests({ function: 'agent_status' });
  const hasAsked = asked.some(({ time, id }) => time >= clickedAt && id < request.id);
  if (hasAsked !== asksFirst) throw new Error(`The status was ${hasAsked ? '' : 'not '}read before the dial.`);
  await crm.waitForTimeout(SETTLE_MS);
  return request.time - clickedAt;
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No dial request within ${ms} ms of the click.`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Waits until the panel's reading is so new that the dial needs none of its own. */
async function statusIsFresh({ page, mustRun }: WorkerHandle, popup: Page): Promise<void> {
  await mustRun();
  const asked = Date.now();
  // A popup that opens has the status read.
  await popup.reload();
  while ((await readAt(page)) < asked) {
    if (Date.now() > asked + 10_000) throw new Error('The status of the agent is not read any more.');
    await page.waitForTimeout(50);
  }
  await page.waitForTimeout(POPUP_RESTS_MS);
}

function readAt(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { agent } = await (globalThis as ExtensionGlobal).chrome.storage.session.get<{ agent: { readAt: number } }>();
    return agent.readAt;
  });
}

/** Stops the worker and leaves the next one a reading of that age. */
async function stopWithStatus({ page, stop }: WorkerHandle, ageMs: number): Promise<void> {
  await page.evaluate(async (age) => {
    const { session } = (globalThis as ExtensionGlobal).chrome.storage;
    const { agent } = await session.get<{ agent: object }>('agent');
    await session.set({ agent: { ...agent, readAt: Date.now() - age } });
  }, ageMs);
  await stop();
}

function clickRows(what: string, { ours, bare }: Times, bar?: number): BenchmarkRow[] {
  const [own, least] = [median(ours), median(bare)];
  return [
    { what: `${what}: click to request`, value: own, unit: 'ms', against: 'bare extension', ratio: own / least },
    { what: `${what}: bare extension`, value: least, unit: 'ms' },
    { what: `${what}: longer than bare`, value: own - least, unit: 'ms', ...(bar !== undefined && { bar }) },
    { what: `${what}: middle half of the clicks spreads over`, value: spread(ours), unit: 'ms' },
    { what: `${what}: bare extension's spreads over`, value: spread(bare), unit: 'ms' },
  ];
}

/** The width of the middle half. */
function spread(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.ceil(sorted.length / 2);
  return median(sorted.slice(-half)) - median(sorted.slice(0, half));
}

/** The first script in a frame without a digit: no bar for the time, which the browser's own start of a script outweighs. */
async function frameRows(desk: Desk, crm: Page, bareCrm: Page): Promise<BenchmarkRow[]> {
  const script = await readFile(join(CHROME_BUILD, 'frame.js'));
  const times = { ours: [] as number[], bare: [] as number[] };
  const address = `${desk.crmUrl}/without-digits`;
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    const own = await evaluationMs(crm, address, '/frame.js');
    const least = await evaluationMs(bareCrm, address, '/content.js');
    if (round < 0) continue;
    times.ours.push(own);
    times.bare.push(least);
  }
  const [own, least] = [median(times.ours), median(times.bare)];
  return [
    { what: 'first script of a frame, size', value: script.byteLength / 1024, unit: 'kB', bar: 16 },
    {
      what: 'first script of a frame, evaluation',
      value: own,
      unit: 'ms',
      against: 'bare extension',
      ratio: own / least,
    },
    { what: "bare extension's script, evaluation", value: least, unit: 'ms' },
  ];
}
