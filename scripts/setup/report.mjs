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

/** @typedef {import('./report.d.mts').Report} Report */

/** A test of what is promised has one try: what has failed once may dial twice, or tell a secret, in one of a hundred clicks. */
const ONE_TRY = /(?:at-rest|attacks|dial-list|dialling|fault|one-click|secrets|unchanged)[^/]*$/;

/**
 * Counts the tests of a report written by Vitest or Playwright; none when there is no report.
 *
 * @param {string} path
 */
export function readCounts(path) {
  return countTests(readReport(path) ?? {});
}

/**
 * @param {Report} report
 * @returns {import('./report.d.mts').Counts}
 */
export function countTests(report) {
  const again = report.stats ? secondTriesOfPlaywright(report) : secondTriesOfVitest(report);
  const failed = again.filter(({ file }) => ONE_TRY.test(file)).length;
  const { expected = 0, unexpected = 0, flaky = 0 } = report.stats ?? {};
  return {
    passed: (report.numPassedTests ?? expected + flaky) - failed,
    failed: (report.numFailedTests ?? unexpected) + failed,
    unsteady: again.map(({ file, name }) => `${file.replace(/^.*\/tests\//, '')}: ${name}`),
  };
}

/** @param {Report} report */
function secondTriesOfVitest({ testResults = [] }) {
  return testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(({ fullName }) => ({ file, name: fullName })),
  );
}

/**
 * @param {Report} suite
 * @returns {{ file: string, name: string }[]}
 */
function secondTriesOfPlaywright({ specs = [], suites = [] }) {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...here.map(({ file, title }) => ({ file, name: title })), ...suites.flatMap(secondTriesOfPlaywright)];
}

/**
 * @param {string} path
 * @returns {Report | undefined}
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
