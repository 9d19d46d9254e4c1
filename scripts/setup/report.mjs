import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

const FOLDER = join(ROOT, '.output', 'reports');

/**
 * Where a test runner is to write its JSON report. An older report of that name is removed: a runner that dies must not
 * be judged by what it wrote yesterday.
 *
 * @param {string} name
 */
export function freshReport(name) {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name}.json`);
  rmSync(path, { force: true });
  return path;
}

/**
 * Counts the tests of a report written by Vitest or Playwright; none when there is no report.
 *
 * @param {string} path
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(path) {
  const report = readReport(path);
  if (report?.stats) {
    // Playwright. `flaky` needed a retry, which this repository does not allow.
    return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
  }
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
