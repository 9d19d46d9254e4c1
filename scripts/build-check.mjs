import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'wxt';
import { ROOT } from './setup/run.mjs';

/**
 * Builds both browsers once more, into a folder elsewhere, and compares every file with what lies in `.output`: whoever
 * has the source can tell that a published package was made from it.
 */
const BROWSERS = ['chrome', 'firefox'];

const elsewhere = await mkdtemp(join(tmpdir(), 'dialside-build-'));
try {
  for (const browser of BROWSERS) {
    await build({ root: ROOT, browser, manifestVersion: 3, outDir: elsewhere, logger: quiet() });
    const name = `${browser}-mv3`;
    const before = await hashes(join(ROOT, '.output', name));
    const again = await hashes(join(elsewhere, name));
    const different = [...new Set([...before.keys(), ...again.keys()])].filter(
      (file) => before.get(file) !== again.get(file),
    );
    for (const file of different) console.error(`${name}/${file} differs between two builds`);
    if (different.length > 0) process.exitCode = 1;
    else console.log(`${name}: ${before.size} files, the same in two builds, ${digestOf(before)}`);
  }
} finally {
  await rm(elsewhere, { recursive: true, force: true });
}

/** WXT's logger without its lists of files. */
function quiet() {
  const silent = () => {};
  const levels = { log: silent, info: silent, debug: silent, success: silent, start: silent, ready: silent };
  return { ...console, ...levels, fatal: console.error, level: 0 };
}

/**
 * The SHA-256 of each file below a folder, by its path.
 *
 * @param {string} folder
 */
async function hashes(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  /** @type {Map<string, string>} */
  const byPath = new Map();
  for (const file of found.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    byPath.set(path.slice(folder.length + 1), sha256(await readFile(path)));
  }
  return byPath;
}

/**
 * One hash for a whole build, to be compared with that of a release.
 *
 * @param {Map<string, string>} files
 */
function digestOf(files) {
  return sha256(
    [...files]
      .map((entry) => entry.join(' '))
      .sort()
      .join('\n'),
  );
}

/** @param {string | Buffer} content */
function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
