import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup/run.mjs';

/**
 * Checks the Firefox build with the linter of Mozilla's store: no errors, and exactly the warnings that
 * store-lint-allowed.json counts and explains. One less fails as well, so that the list stays true.
 *
 * @typedef {{ code: string, message: string, file?: string, line?: number }} Finding
 * @typedef {{ code: string, count: number, why: string }} Allowed
 */

/** @type {Allowed[]} */
const allowed = JSON.parse(readFileSync(new URL('store-lint-allowed.json', import.meta.url), 'utf8'));
const { errors, warnings } = lint();
const unexplained = warnings.filter((warning) => !allowed.some(({ code }) => code === warning.code));
const miscounted = allowed.filter(({ code, count }) => warningsOf(code).length !== count);

for (const finding of [...errors, ...unexplained, ...miscounted.flatMap(({ code }) => warningsOf(code))]) {
  console.error(`${finding.code} ${finding.file ?? ''}:${finding.line ?? ''} ${finding.message}`);
}
for (const { code, count } of miscounted) {
  console.error(`${code}: ${warningsOf(code).length} warnings, but store-lint-allowed.json explains ${count}`);
}
console.log(`${errors.length} errors, ${unexplained.length} unexplained of ${warnings.length} warnings`);
process.exitCode = errors.length + unexplained.length + miscounted.length === 0 ? 0 : 1;

/** @param {string} code */
function warningsOf(code) {
  return warnings.filter((warning) => warning.code === code);
}

/** @returns {{ errors: Finding[], warnings: Finding[] }} */
function lint() {
  const program = join(ROOT, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const args = [program, 'lint', '--source-dir', join(ROOT, '.output', 'firefox-mv3'), '--output', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const begin = stdout.indexOf('{');
  if (begin < 0) throw new Error(`web-ext lint gave no report: ${stderr}`);
  return JSON.parse(stdout.slice(begin));
}
