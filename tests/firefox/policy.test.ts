import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFirefox } from '../../scripts/browsers.mjs';
import { FIREFOX_BUILD, launchFirefox } from './firefox.ts';
import { EXTENSION_ID } from './firefox-process.ts';

/** Firefox reads it once, when it starts. */
const FILE = '/etc/firefox/policies/policies.json';

const OWN_ID = 'policy@dialside.example';

const POLICY = {
  pauseBeforeDial: 'always',
  siteMode: 'marksOnly',
  appearance: 'dark',
  mostDialsPerMinute: 600,
  neverDial: ['+1900', '1876'],
  locked: ['pauseBeforeDial', 'neverDial'],
};

/** A policy of whoever owns this machine is not replaced. */
const isFree = findFirefox() !== undefined && !existsSync(FILE) && canWrite(dirname(FILE));

describe('what a company sets in Firefox', () => {
  it.skipIf(!isFree)('holds, is locked where it says so, and is explained where it is mistaken', async () => {
    const folder = buildUnderOwnId();
    const firefox = await launchUnder(POLICY, folder);
    try {
      await firefox.startOver();
      const tab = await firefox.openTab(await firefox.chrome.inspect(addressOf, OWN_ID));
      await expect.poll(() => tab.inspect(lockedWords), { timeout: 20_000 }).toContain('Set by your company');
      const words = await tab.inspect(() => document.body.textContent ?? '');
      for (const name of ['mostDialsPerMinute', 'neverDial[1]', 'locked[1]']) expect(words).toContain(name);
      expect(await tab.inspect(() => document.documentElement.dataset.appearance)).toBe('dark');
      expect(await tab.inspect(choices)).toEqual({ pauseBeforeDial: [true, true], siteMode: [true, false] });
    } finally {
      await firefox.close();
      rmSync(folder, { recursive: true });
    }
  });
});

/** The file is there for the start alone. */
async function launchUnder(policy: object, folder: string): ReturnType<typeof launchFirefox> {
  const outermost = mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ policies: { '3rdparty': { Extensions: { [OWN_ID]: policy } } } }));
  try {
    return await launchFirefox(folder);
  } finally {
    rmSync(FILE);
    if (outermost !== undefined) removeEmpty(dirname(FILE), outermost);
  }
}

/** The build under a name of its own: another Firefox of these tests that starts meanwhile reads the same file. */
function buildUnderOwnId(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dialside-policy-'));
  cpSync(FIREFOX_BUILD, folder, { recursive: true });
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll(EXTENSION_ID, OWN_ID));
  return folder;
}

declare const WebExtensionPolicy: { getByID(id: string): { readonly mozExtensionHostname: string } };

/** Firefox gives an extension that it does not know an address by chance. */
function addressOf(id: string): string {
  return `moz-extension://${WebExtensionPolicy.getByID(id).mozExtensionHostname}/options.html`;
}

// The functions run in the page and see nothing of this file.
function lockedWords(): string {
  return [...document.querySelectorAll('fieldset.locked')].map(({ textContent }) => textContent).join(' ');
}

/** Whether the company's choice is the one that is shown, and whether it is fixed. */
function choices(): Readonly<Record<string, readonly [isShown: boolean, isFixed: boolean]>> {
  const choice = (label: string): [boolean, boolean] => {
    const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(label));
    const input = found?.querySelector('input');
    return [input?.checked === true, input?.matches(':disabled') === true];
  };
  return { pauseBeforeDial: choice('Pause me and call'), siteMode: choice('Never, mark numbers only') };
}

function canWrite(folder: string): boolean {
  try {
    accessSync(nearest(folder), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}

function removeEmpty(folder: string, outermost: string): void {
  if (!folder.startsWith(outermost)) return;
  try {
    rmdirSync(folder);
    removeEmpty(dirname(folder), outermost);
  } catch {
    // Somebody's file is in it.
  }
}
