import { expect, it } from 'vitest';
import { countTests, type Report } from '../../../scripts/setup/report.mjs';

const STEADY = { fullName: 'a number has a button', status: 'passed', failureMessages: [] };
const AGAIN = { fullName: 'a menu opens', status: 'passed', failureMessages: ['Error: not yet'] };
const FAILED = { fullName: 'a card closes', status: 'failed', failureMessages: ['Error: never'] };

const ofVitest = (file: string): Report => ({
  numPassedTests: 2,
  numFailedTests: 1,
  testResults: [{ name: `/somewhere/tests/firefox/${file}.test.ts`, assertionResults: [STEADY, AGAIN, FAILED] }],
});

const ofPlaywright = (file: string): Report => ({
  stats: { expected: 1, unexpected: 1, flaky: 1 },
  suites: [
    {
      suites: [
        {
          specs: [
            { title: 'a number has a button', file, tests: [{ status: 'expected' }] },
            { title: 'a menu opens', file, tests: [{ status: 'flaky' }] },
            { title: 'a card closes', file, tests: [{ status: 'unexpected' }] },
          ],
        },
      ],
    },
  ],
});

it.each([
  ['Vitest', ofVitest('sites'), 'firefox/sites.test.ts: a menu opens'],
  ['Playwright', ofPlaywright('sites.spec.ts'), 'sites.spec.ts: a menu opens'],
])('a test of %s that needed a second try is named, and has passed', (_, report, name) => {
  expect(countTests(report)).toEqual({ passed: 2, failed: 1, unsteady: [name] });
});

it.each([
  ['Vitest', ofVitest('one-click-one-call'), 'firefox/one-click-one-call.test.ts: a menu opens'],
  ['Playwright', ofPlaywright('secrets.spec.ts'), 'secrets.spec.ts: a menu opens'],
])('a test of what is promised, by %s, has failed with its first try', (_, report, name) => {
  expect(countTests(report)).toEqual({ passed: 1, failed: 2, unsteady: [name] });
});

it('a runner that wrote no report has counted nothing', () => {
  expect(countTests({})).toEqual({ passed: 0, failed: 0, unsteady: [] });
});
