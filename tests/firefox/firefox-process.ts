import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from '../../scripts/browsers.mjs';
import { connectMarionette, type Marionette } from './marionette.ts';

/** Known before the first start, so that addresses of the extension's pages can be written down. */
export const EXTENSION_ID = 'dialside@dialside.example';
export const EXTENSION_UUID = '5d1a51de-0000-4000-8000-d1a151de0000';

export type Preferences = Readonly<Record<string, string | number | boolean>>;

const PREFERENCES: Preferences = {
  // Port 0: a free one, which Firefox writes into its profile.
  'marionette.port': 0,
  // A process for a tab that is not asked for yet: each test would start four.
  'dom.ipc.processPrelaunch.enabled': false,
  'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
  'xpinstall.signatures.required': false,
  // The names of the CRM and of a stranger lead to this machine, and are not turned into https.
  'network.dns.localDomains': 'crm.example,other.example,secure.example',
  'dom.security.https_first': false,
  // The permission prompt takes a click at once; a person has to wait half a second.
  'security.notification_enable_delay': 0,
  'permissions.default.desktop-notification': 2,
  // Nothing is looked up, shown or offered that no test asked for.
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.cache.disk.enable': false,
  // What an earlier test typed would be offered in a menu, over the fields below.
  'browser.formfill.enable': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.search.update': false,
  // A page that is left is kept whole, also where six browsers press each other for memory.
  'browser.sessionhistory.bfcacheIgnoreMemoryPressure': true,
  'browser.sessionhistory.max_total_viewers': 8,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.topsites.contile.enabled': false,
  'browser.warnOnQuit': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.rememberSignons': false,
  'toolkit.cosmeticAnimations.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'ui.prefersReducedMotion': 1,
};

const WINDOW = { MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '900' };
// Seconds on a quiet machine; four that start at once on a busy one take longest.
const START_MS = 80_000;
const QUIT_MS = 3000;

/** Told of the folder of a profile whose browser has ended. */
export type LookAtProfile = (profile: string) => Promise<void>;

/** A Firefox of its own with an empty profile, and the connection that steers it. */
export interface FirefoxProcess {
  readonly marionette: Marionette;
  /** Ends the browser whatever state it is in, and removes its profile, once that has been looked at. */
  close(look?: LookAtProfile): Promise<void>;
}

/** Starts it with these preferences and, where they say nothing else, those of all tests. */
export async function startFirefox(preferences: Preferences = {}): Promise<FirefoxProcess> {
  const path = findFirefox();
  if (!path) throw new Error('No Firefox found: set DIALSIDE_FIREFOX to its path.');
  const profile = await mkdtemp(join(tmpdir(), 'dialside-firefox-'));
  const lines = Object.entries({ ...PREFERENCES, ...preferences }).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));

  // The last flag lets the protocol open the extension's pages and the browser's own window.
  const flags = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile];
  const child = spawn(path, [...flags, 'about:blank'], {
    // A group of its own, so that its content processes can be ended with it.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ...WINDOW, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  const killNow = () => killGroup(child);
  process.once('exit', killNow);
  const end = async (look?: LookAtProfile) => {
    killNow();
    process.off('exit', killNow);
    await exited(child);
    await look?.(profile).catch(async (error: unknown) => {
      await end();
      throw error;
    });
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const marionette = await connectMarionette(await readPort(child, join(profile, 'MarionetteActivePort')));
    await marionette.send('WebDriver:NewSession', {
      // Prompts are part of what is tested, and beforeunload must not hold up the end.
      capabilities: { alwaysMatch: { unhandledPromptBehavior: 'ignore' } },
    });
    return {
      marionette,
      async close(look) {
        const quitting = marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
        await Promise.race([quitting.then(() => exited(child)), sleep(QUIT_MS)]);
        marionette.close();
        await end(look);
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function readPort(child: ChildProcess, file: string): Promise<number> {
  const end = Date.now() + START_MS;
  for (;;) {
    const port = Number(await readFile(file, 'utf8').catch(() => ''));
    if (port > 0) return port;
    if (child.exitCode !== null) throw new Error(`Firefox ended at once with exit code ${child.exitCode}.`);
    if (Date.now() > end) throw new Error(`Firefox has not started within ${START_MS / 1000} s.`);
    await sleep(50);
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
