import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SignInRequest } from '../../lib/messages/sign-in.ts';
import { createDialer, type Dialer } from '../simulator/dialer.ts';
import type { Benchmark } from './benchmark.ts';
import { type PlainChromium, startPlainChromium } from './chromium-pipe.ts';
import { ratesOf } from './poll-rates.ts';

const BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const POLL = '/agc/conf_exten_check.php';
const MINUTE_MS = 60_000;
// The browser's own five minutes, cut short; afterwards it wakes a hidden page on whole minutes only.
const GRACE_S = 10;
// The first minute was seen to stay unthrottled for 41 to 59 s all the same (agent-screen.md 8).
const SETTLE_MS = 65_000;
/** So long a screen stays hidden while an agent works in the CRM. */
const WINDOW_MINUTES = 5;
/** A poll every 2.5 s is the least at which the agent screen is kept awake: 0.4 a second. */
const AWAKE_GAP_S = 2.5;
/** A throttled page is woken once a minute; the other one is for a window that begins or ends beside a minute. */
const ASLEEP_POLLS = (WINDOW_MINUTES + 1) / WINDOW_MINUTES;

/** How often a hidden agent screen asks its server, under the throttling of a browser left alone, with and without Dialside. */
export async function run(): Promise<Benchmark> {
  const [watched, alone] = await Promise.all([measure(true), measure(false)]);
  return {
    name: `Hidden agent screen through ${WINDOW_MINUTES} minutes of intensive throttling: its polls`,
    rows: [
      {
        what: 'with Dialside, seconds between two, mean',
        value: watched.meanGap,
        unit: 's',
        against: 'the same page without it',
        ratio: watched.meanGap / alone.meanGap,
        bar: AWAKE_GAP_S,
      },
      { what: 'with Dialside, in the slowest minute', value: watched.slowest, unit: 's', bar: AWAKE_GAP_S },
      { what: 'with Dialside, longest', value: watched.longest, unit: 's' },
      { what: 'without, polls a minute', value: alone.aMinute, unit: '', bar: ASLEEP_POLLS },
      { what: 'without, longest', value: alone.longest, unit: 's' },
    ],
  };
}

async function measure(isWatched: boolean) {
  await using dialer = disposable(await createDialer());
  await using extension = await copyWithPermission();
  const load = [`--disable-extensions-except=${extension.folder}`, `--load-extension=${extension.folder}`];
  const throttle = `--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/${GRACE_S}`;
  await using browser = disposable(await startPlainChromium([throttle, ...(isWatched ? load : [])]));
  const screen = await browser.open(`${dialer.url}/control/screen?user=1000`);
  await until('the agent screen polls', async () => polls(dialer, 0).length > 0);
  const front = await browser.open(isWatched ? await popupAddress(browser) : 'about:blank');
  if (isWatched) await signIn(browser, front, dialer.url);
  await browser.bringToFront(front);
  await pause(SETTLE_MS);
  const start = Date.now();
  await pause(WINDOW_MINUTES * MINUTE_MS);
  const isHidden = await browser.evaluate<boolean>(screen, 'document.hidden');
  if (!isHidden) throw new Error('The agent screen was not hidden: nothing has been measured.');
  return ratesOf(polls(dialer, start), start, start + WINDOW_MINUTES * MINUTE_MS);
}

function polls({ log }: Dialer, since: number): number[] {
  return log.requests({ path: POLL }).flatMap(({ time }) => (time >= since ? [time] : []));
}

/** What the popup sends for the simulator's agent. */
export function signInAt(server: string): SignInRequest {
  return {
    ...{ server, agentPath: '', nonAgentPath: '', allowInsecure: false, user: '1000', password: 'agentpass' },
    ...{ agentUser: '', region: 'US', dialMethod: 'unknown', statusCredential: null, pin: null },
  };
}

/** Signs in as the popup does, and waits until the background has heard of the screen. */
async function signIn(browser: PlainChromium, popup: string, server: string): Promise<void> {
  const message = JSON.stringify({ dialside: 'session.signIn', payload: signInAt(server) });
  await until('Dialside watches the agent screen', async () => {
    const reply = await browser.evaluate<string>(popup, `chrome.runtime.sendMessage(${message}).then(JSON.stringify)`);
    if (!reply?.includes('"ok":true')) return false;
    await pause(3_000);
    const seen = "chrome.storage.session.get('screen').then(({ screen }) => screen?.isAlive === true)";
    return browser.evaluate<boolean>(popup, seen);
  });
}

async function popupAddress(browser: PlainChromium): Promise<string> {
  let worker: string | undefined;
  await until('the extension runs', async () => {
    worker = (await browser.workers()).find((url) => url.startsWith('chrome-extension://'));
    return worker !== undefined;
  });
  return new URL('/popup.html', worker).href;
}

/** The build, with the permission that an agent gives by hand. */
async function copyWithPermission() {
  const folder = await mkdtemp(join(tmpdir(), 'dialside-awake-'));
  await cp(BUILD, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
  return {
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function disposable<T extends { close(): Promise<void> }>(thing: T): T & AsyncDisposable {
  return Object.assign(thing, { [Symbol.asyncDispose]: () => thing.close() });
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > end) throw new Error(`Waited a minute in vain until ${what}.`);
    await pause(500);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
