import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BROWSERS, type Browser, type Build, buildFolder } from './build.ts';
import { MARK } from './weaken.ts';

/** The scripts and the manifest of a build, and those that say that it is weakened. */
async function marked(
  build: Build,
  browser: Browser,
): Promise<{ readonly all: readonly string[]; readonly marked: readonly string[] }> {
  const folder = buildFolder(build, browser);
  const files = await readdir(folder, { recursive: true });
  const all = files.filter((file) => /\.(js|json|html|css)$/.test(file) && !file.startsWith('_locales'));
  const texts = await Promise.all(all.map((file) => readFile(join(folder, file), 'utf8')));
  return { all, marked: all.filter((_, index) => texts[index]?.includes(MARK)) };
}

for (const browser of BROWSERS) {
  test(`the build for ${browser} that is shipped holds nothing of the weakened one`, async () => {
    const [ours, weakened] = await Promise.all([marked('ours', browser), marked('weakened', browser)]);
    expect(ours.all).toContain('background.js');
    expect(ours.marked).toEqual([]);
    // Proves that the mark would be found: it stands in every script of the other build.
    expect(weakened.marked).toEqual(weakened.all.filter((file) => /\.js$|^manifest\.json$/.test(file)));
  });
}

test('the command that builds what is shipped knows no weakened build', async () => {
  const files = ['wxt.config.ts', 'package.json'];
  const texts = await Promise.all(files.map((file) => readFile(new URL(`../../${file}`, import.meta.url), 'utf8')));
  expect(texts.join()).toContain('wxt build');
  expect(texts.join()).not.toContain('weaken');
});
