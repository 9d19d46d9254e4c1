import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup/run.mjs';

/**
 * Checks the Firefox build with the linter of Mozilla's store: no errors, and no warnings but those that
 * store-lint-allowed.json explains. An explanation nothing needs any more fails as well.
 *
 * @typedef {{ code: string, message: string, file?: string, line?: number }} Finding
 * @typedef {{ code: string, why: string }} Allowed
 */

/** @type {Allowed[]} */
const allowed = JSON.parse(readFileSync(new URL('store-lint-allowed.json', import.meta.url), 'utf8'));
const { errors, warnings } = lint();
const unexplained = warnings.filter((warning) => !allowed.some(({ code }) => code === warning.code));
const stale = allowed.filter(({ code }) => !warnings.some((warning) => warning.code === code));

for (const finding of [...errors, ...unexplained]) {
  console.error(`${finding.code} ${finding.file ?? ''}:${finding.line ?? ''} ${finding.message}`);
}
for (const { code } of stale) console.error(`${code} is allowed, but no longer reported: remove its line.`);
console.log(`${errors.length} errors, ${unexplained.length} unexplained of ${warnings.length} warnings`);
process.exitCode = errors.length + unexplained.length + stale.length === 0 ? 0 : 1;

/** @returns {{ errors: Finding[], warnings: Finding[] }} */
function lint() {
  const program = join(ROOT, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const args = [program, 'lint', '--source-dir', join(ROOT, '.output', 'firefox-mv3'), '--output', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const begin = stdout.indexOf('{');
  if (begin < 0) throw new Error(`web-ext lint gave no report: ${stderr}`);
  return JSON.parse(stdout.slice(begin));
}
