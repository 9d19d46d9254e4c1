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
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../../scripts/browsers.mjs';
import { OVERRULING, overruledList } from '../steps/overruled-list.ts';
import { FIREFOX_BUILD, type Firefox, launchFirefox } from './firefox.ts';
import { EXTENSION_ID } from './firefox-process.ts';
import { openDesk } from './fixtures/desk.ts';
import { stopEventPage } from './fixtures/event-page.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import type { Tab } from './tab.ts';

/** Firefox reads it once, when it starts. */
const FILE = '/etc/firefox/policies/policies.json';

const PATIENCE = { timeout: 20_000 };
const SETTLED_MS = 1000;

const OWN_ID = 'policy@dialside.example';

const POLICY = {
  ...OVERRULING,
  pauseBeforeDial: 'always',
  siteMode: 'marksOnly',
  appearance: 'dark',
  mostDialsPerMinute: 600,
  neverDial: ['+1900', '1876'],
  locked: ['pauseBeforeDial', 'neverDial'],
};

/** A policy of whoever owns this machine is not replaced. */
const isFree = findFirefox() !== undefined && !existsSync(FILE) && canWrite(dirname(FILE));

describe.skipIf(!isFree)('what a company sets in Firefox', () => {
  let folder = '';
  let firefox: Firefox;
  let options: Tab;

  beforeAll(async () => {
    folder = buildUnderOwnId();
    firefox = await launchUnder(POLICY, folder);
    await firefox.startOver();
    options = await firefox.openTab(firefox.url('options.html'));
  });
  afterAll(async () => {
    await firefox?.close();
    rmSync(folder, { recursive: true });
  });

  it('holds, is locked where it says so, and is explained where it is mistaken', async () => {
    await expect.poll(() => options.inspect(lockedWords), PATIENCE).toContain('Set by your company');
    const words = await options.inspect(() => document.body.textContent ?? '');
    for (const name of ['mostDialsPerMinute', 'neverDial[1]', 'locked[1]']) expect(words).toContain(name);
    expect(await options.inspect(() => document.documentElement.dataset.appearance)).toBe('dark');
    expect(await options.inspect(choices)).toEqual({ pauseBeforeDial: [true, true], siteMode: [true, false] });
  });

  it('holds for as long as Firefox runs, although its file is gone', async () => {
    const address = await options.url();
    // A background that begins anew asks for it anew.
    await stopEventPage(firefox, OWN_ID);
    await options.goto('about:blank');
    await options.goto(address);
    const held = { pauseBeforeDial: [true, true], siteMode: [true, false] };
    await expect.poll(() => options.inspect(choices), PATIENCE).toEqual(held);
    // What it takes for gone would be told a moment later.
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    expect(await options.inspect(choices)).toEqual(held);
  });

  // They begin with a browser as if just started.
  it.each(Object.entries(overruledList))('%s', async (_name, take) => {
    const desk = await openDesk(firefox);
    await take(createStepDesk(desk));
    await desk.close();
  });
});

/** The file is there for the start alone. */
async function launchUnder(policy: object, folder: string): ReturnType<typeof launchFirefox> {
  const outermost = mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ policies: { '3rdparty': { Extensions: { [OWN_ID]: policy } } } }));
  try {
    return await launchFirefox(folder, {}, OWN_ID);
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

// The functions run in the page and see nothing of this file.
function lockedWords(): string {
  return [...document.querySelectorAll('fieldset.locked')].map(({ textContent }) => textContent).join(' ');
}

/** Whether the company's choice is the one that is shown, and whether it is fixed. */
function choices(): Readonly<Record<string, readonly [isShown: boolean, isFixed: boolean]>> {
  const choice = (label: string): [boolean, boolean] => {
    const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(label));
    if (!found) throw new Error(`"${label}" is not drawn yet.`);
    const input = found.querySelector('input');
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
