import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'wxt';
import { packageProblems } from '../scripts/release/package-check.ts';
import { ROOT } from './repository/source-imports.ts';

/** What the store shows at install, and what a reviewer asks about. A longer list is a decision, made here. */
const REQUIRED = {
  chrome: [
    'activeTab',
    'alarms',
    'contextMenus',
    'declarativeNetRequestWithHostAccess',
    'idle',
    'notifications',
    'scripting',
    'sidePanel',
    'storage',
  ],
  firefox: [
    'activeTab',
    'alarms',
    'contextMenus',
    'declarativeNetRequestWithHostAccess',
    'idle',
    'notifications',
    'scripting',
    'storage',
  ],
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dialside-manifest-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(['chrome', 'firefox'] as const)('the manifest built for %s', (browser) => {
  let manifest: Record<string, unknown>;

  beforeAll(async () => {
    await build({ root: ROOT, browser, manifestVersion: 3, outDir: folder, logger: silent });
    manifest = JSON.parse(await readFile(join(folder, `${browser}-mv3`, 'manifest.json'), 'utf8'));
  }, 120_000);

  it('requires exactly the permissions of the list', () => {
    expect([...(manifest.permissions as string[])].sort()).toEqual(REQUIRED[browser]);
  });

  it('may ask for sites, and has none at install', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('optional_permissions');
    // A content script of the manifest would be a site permission nobody was asked for.
    expect(manifest).not.toHaveProperty('content_scripts');
  });

  it('runs little in a frame that holds no number', async () => {
    const { size } = await stat(join(folder, `${browser}-mv3`, 'frame.js'));
    expect(size).toBeLessThanOrEqual(16 * 1024);
  });

  // Firefox refuses the key; what its policies.json says arrives without a schema.
  it('lets a company set what the schema describes', async () => {
    const schema = browser === 'chrome' ? { managed_schema: 'managed-schema.json' } : undefined;
    expect(manifest.storage).toEqual(schema);
    expect(await readFile(join(folder, `${browser}-mv3`, 'managed-schema.json'), 'utf8')).toContain('"locked"');
  });

  it('lets no page find or frame a file of the extension', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('runs only files of the extension in its pages', () => {
    // Nothing inline, no eval, no other host. Without an entry Chrome applies just this; Firefox would turn http into https as well.
    const policy = { extension_pages: "script-src 'self'; object-src 'self'" };
    expect(manifest.content_security_policy).toEqual(browser === 'firefox' ? policy : undefined);
  });

  it('brings all its code along, and makes none at run time', async () => {
    const texts = await textsOf(join(folder, `${browser}-mv3`));
    expect(texts.map(([name]) => name)).toEqual(expect.arrayContaining(['popup.html', 'background.js']));
    for (const [name, text] of texts) {
      // The names of markup languages are no addresses.
      const addresses = (text.match(/(?:https?|wss?):\/\/[\w-]+\.[\w.-]+/g) ?? []).filter(
        (it) => it !== 'http://www.w3.org',
      );
      expect(addresses, `${name} names other hosts`).toEqual([]);
      expect(text, name).not.toMatch(/\beval\(|\bFunction\(|\bimportScripts\(|@import\b|<script(?![^>]* src="\/)/);
    }
  });

  it('may go to a store: nothing of tests, debugging or development is in it, and it is small', async () => {
    const built = join(folder, `${browser}-mv3`);
    const entries = await readdir(built, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    const files = await Promise.all(paths.map(async (path) => [relative(built, path), await readFile(path)] as const));
    expect(packageProblems(new Map(files))).toEqual([]);
  });

  it('speaks Filipino, under the name that the browser asks for', async () => {
    const textsIn = (language: string) =>
      readFile(join(folder, `${browser}-mv3`, '_locales', language, 'messages.json'), 'utf8').catch(() => null);
    expect(await textsIn('tl')).toBe(browser === 'firefox' ? await textsIn('fil') : null);
    expect(await textsIn('fil')).toContain('"textLanguage"');
  });

  it('has keys for what agents do most, as many as Chrome lets an extension suggest, and words for all of it', () => {
    const commands = Object.entries(
      manifest.commands as Record<string, { suggested_key?: object; description?: string }>,
    );
    expect(commands.map(([name]) => name).sort()).toEqual(
      [
        ...['_execute_action', 'dial-selection', 'hang-up', 'next-number', 'pause-or-resume', 'previous-number'],
        browser === 'chrome' ? 'open-panel' : '_execute_sidebar_action',
      ].sort(),
    );
    // https://developer.chrome.com/docs/extensions/reference/api/commands
    expect(commands.filter(([, { suggested_key }]) => suggested_key).length).toBeLessThanOrEqual(4);
    expect(commands.filter(([name, { description }]) => name !== '_execute_action' && !description)).toEqual([]);
  });

  it('has the version of package.json', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    expect(manifest.version).toBe(version);
  });

  it('comes with scripts in ASCII alone, which the browser holds in one byte a character', async () => {
    const built = join(folder, `${browser}-mv3`);
    const scripts = (await readdir(built, { recursive: true })).filter((name) => name.endsWith('.js'));
    expect(scripts).toContain('background.js');
    for (const name of scripts) expect(await readFile(join(built, name), 'utf8'), name).toMatch(/^[\0-\x7f]*$/);
  });
});

it('is named for Firefox as a company says when it builds', async () => {
  const identity = {
    DIALSIDE_FIREFOX_ID: 'dialside@example.com',
    DIALSIDE_FIREFOX_UPDATE_URL: 'https://apps.example.com/updates.json',
  };
  Object.assign(process.env, identity);
  try {
    await build({ root: ROOT, browser: 'firefox', manifestVersion: 3, outDir: join(folder, 'own'), logger: silent });
  } finally {
    for (const name of Object.keys(identity)) delete process.env[name];
  }
  const manifest = JSON.parse(await readFile(join(folder, 'own', 'firefox-mv3', 'manifest.json'), 'utf8'));
  expect(manifest.browser_specific_settings.gecko).toMatchObject({
    id: identity.DIALSIDE_FIREFOX_ID,
    update_url: identity.DIALSIDE_FIREFOX_UPDATE_URL,
  });
}, 120_000);

/** Pages, scripts and styles below a folder, with their text. */
async function textsOf(built: string): Promise<[name: string, text: string][]> {
  const names = (await readdir(built, { recursive: true })).filter((name) => /\.(html|js|css)$/.test(name));
  return Promise.all(names.map(async (name) => [name, await readFile(join(built, name), 'utf8')]));
}

const silent = {
  ...console,
  log() {},
  info() {},
  debug() {},
  success() {},
  start() {},
  ready() {},
  fatal: console.error,
  level: 0,
};
