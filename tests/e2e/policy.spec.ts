import { createHash, randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { OVERRULING, overruledList } from '../steps/overruled-list.ts';
import { openDesk } from './fixtures/desk.ts';
import { CHROME_BUILD, type ExtensionGlobal, type LoadedExtension, launchExtension } from './fixtures/extension.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';

/** Where Chromium reads policies; the last one for a Chromium of Playwright's, which is built as Chrome for Testing. */
const FOLDERS = ['/etc/chromium/policies/managed', '/etc/opt/chrome_for_testing/policies/managed'];
// With a schema the browser's first answer about policies comes three seconds after its start.
const PATIENCE = { timeout: 20_000 };

const isWritable = FOLDERS.every(canWrite);

test.describe('what a company sets in Chromium', () => {
  // One after the other: they share the browser's folder.
  test.describe.configure({ mode: 'default' });
  test.skip(!isWritable, 'the folders of its policies may be written by an administrator alone');

  test('holds at once, is locked where it says so, and is explained where it is mistaken', async () => {
    const company = await openCompany({
      pauseBeforeDial: 'always',
      siteMode: 'marksOnly',
      appearance: 'dark',
      mostDialsPerMinute: 600,
      neverDial: ['+1900', '1876'],
      pauseCodes: [{ code: 'LUNCH', name: 'Lunch break' }, { code: 'TOOLONG' }],
      locked: ['pauseBeforeDial', 'neverDial'],
    });
    try {
      const { page } = company;
      await expect(page.locator('fieldset.locked')).toHaveCount(1, PATIENCE);
      const locked = page.locator('fieldset.locked', { hasText: 'Set by your company' });
      await expect(locked.getByLabel('Pause me and call')).toBeChecked();
      await expect(locked.getByLabel('Pause me and call')).toBeDisabled();
      await expect(page.locator('html')).toHaveAttribute('data-appearance', 'dark');
      // Only suggested.
      await expect(page.getByLabel('Never, mark numbers only')).toBeChecked();
      await expect(page.getByLabel('Never, mark numbers only')).toBeEnabled();
      const words = page.locator('body');
      for (const name of ['mostDialsPerMinute', 'neverDial[1]', 'pauseCodes[1].code', 'locked[1]']) {
        await expect(words).toContainText(name);
      }
      await expect(words).not.toContainText('pauseBeforeDial');
      expect(await write(company, { pauseBeforeDial: 'never' })).toEqual({ error: 'failed' });
      expect(await write(company, { siteMode: 'buttons' })).toEqual({ value: null });
    } finally {
      await company.close();
    }
  });

  test('changes while the browser runs, and is gone when it is taken back', async () => {
    const company = await openCompany({ keepCalls: true, locked: ['keepCalls'] });
    try {
      const tick = company.page.getByLabel('Keep my recent calls when the browser closes');
      await expect(tick).toBeChecked(PATIENCE);
      await expect(tick).toBeDisabled();
      company.say(null);
      // The browser looks after its policies itself; asked for, it does so at once.
      await company.reloadPolicies();
      await expect(async () => {
        await company.page.reload();
        await expect(tick).toBeEnabled({ timeout: 1_000 });
        await expect(tick).not.toBeChecked({ timeout: 1_000 });
      }).toPass(PATIENCE);
    } finally {
      await company.close();
    }
  });

  for (const [name, take] of Object.entries(overruledList)) {
    test(name, async () => {
      const company = await openCompany({ ...OVERRULING, keepCalls: true, locked: ['keepCalls'] });
      try {
        await expect(company.page.locator('fieldset.locked')).toHaveCount(1, PATIENCE);
        const desk = await openDesk({ browser: { install: async () => company.extension } });
        await take(createStepDesk(desk));
        await desk.close();
      } finally {
        await company.close();
      }
    });
  }
});

interface Company {
  readonly extension: LoadedExtension;
  /** The options page. */
  readonly page: Awaited<ReturnType<LoadedExtension['context']['newPage']>>;
  say(policy: object | null): void;
  reloadPolicies(): Promise<void>;
  close(): Promise<void>;
}

/** A browser whose policies name an extension of this test's own: those of other tests are left alone. */
async function openCompany(policy: object): Promise<Company> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dialside-policy-')));
  cpSync(CHROME_BUILD, folder, { recursive: true });
  const id = idOf(folder);
  const made = FOLDERS.map((place) => [place, mkdirSync(place, { recursive: true })] as const);
  const files = FOLDERS.map((place) => join(place, `dialside-${randomUUID()}.json`));
  const say = (next: object | null) => {
    for (const file of files) {
      if (next === null) rmSync(file, { force: true });
      else writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: next } } }));
    }
  };
  const takeAway = () => {
    say(null);
    for (const [place, outermost] of made) if (outermost !== undefined) removeEmpty(place, outermost);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    say(policy);
    const extension = await launchExtension({ folder });
    const page = await extension.context.newPage();
    await page.goto(extension.url('options.html'));
    return {
      extension,
      page,
      say,
      async reloadPolicies() {
        const policies = await extension.context.newPage();
        await policies.goto('chrome://policy');
        await policies.locator('#reload-policies').click();
        await policies.close();
      },
      async close() {
        await extension.close();
        takeAway();
      },
    };
  } catch (error) {
    takeAway();
    throw error;
  }
}

/** An extension without a key is known by the folder it lies in. */
function idOf(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function write({ page }: Company, change: object): Promise<unknown> {
  return page.evaluate(
    (payload) =>
      (globalThis as ExtensionGlobal).chrome.runtime.sendMessage({
        dialside: 'settings.write',
        payload,
      }) as Promise<unknown>,
    change,
  );
}

function canWrite(folder: string): boolean {
  try {
    accessSync(nearest(folder), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folders that were made for a test, unless somebody else has come to use them. */
function removeEmpty(folder: string, outermost: string): void {
  if (!folder.startsWith(outermost)) return;
  try {
    rmdirSync(folder);
    removeEmpty(dirname(folder), outermost);
  } catch {
    // Somebody's file is in it.
  }
}

function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}
