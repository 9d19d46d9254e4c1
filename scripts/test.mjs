import { findFirefox } from './browsers.mjs';
import { provideChromium, provideFirefox } from './setup/browser.mjs';
import { providePackages } from './setup/packages.mjs';
import { freshReport, readCounts } from './setup/report.mjs';
import { run, StepFailed } from './setup/run.mjs';

/** @typedef {{ name: string, run: () => Promise<number>, report?: string }} Step */

/** @type {import('./setup/report.d.mts').Counts} */
const NO_TESTS = { passed: 0, failed: 0, unsteady: [] };
/** More unsteady tests than this are no accident of a busy machine. */
const MOST_UNSTEADY = 3;

/** @type {{ passed: number, failed: number, unsteady: string[] }} */
const totals = { passed: 0, failed: 0, unsteady: [] };

process.exitCode = await runSteps([
  { name: 'Packages', run: () => providePackages().then(() => 0) },
  { name: 'Browsers', run: provideBrowsers },
  { name: 'Generated types', run: () => run('wxt', ['prepare']) },
  {
    name: 'Types, types without the DOM, and lint',
    run: () =>
      together([
        run('tsc', ['--noEmit']),
        run('tsc', ['--noEmit', '-p', 'tsconfig.pure.json']),
        run('biome', ['check', '.']),
      ]),
  },
  { name: 'Build for Chrome', run: () => run('wxt', ['build']) },
  { name: 'Build for Firefox', run: () => run('wxt', ['build', '-b', 'firefox', '--mv3']) },
  {
    name: 'Two builds are the same, and keep the store rules (web-ext lint)',
    run: () => together([run('node', ['scripts/build-check.mjs']), run('node', ['scripts/store-lint.mjs'])]),
  },
  vitest('Unit tests', 'unit', ['--project=unit-browser']),
  vitest('DOM tests in Chromium', 'dom'),
  playwright('End to end in Chromium', 'e2e'),
  unlessMissing(findFirefox, vitest('End to end in Firefox', 'firefox')),
]);
for (const name of totals.unsteady) console.warn(`UNSTEADY, passed at its second try only: ${name}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);

/**
 * Runs one step after the other up to the first that fails.
 *
 * @param {Step[]} steps
 * @returns {Promise<number>} the exit code
 */
async function runSteps(steps) {
  for (const step of steps) {
    console.log(`\n=== ${step.name}`);
    const begin = performance.now();
    const code = addTests(step, await exitCode(step));
    console.log(`--- ${step.name}: ${code === 0 ? 'ok' : 'FAILED'}, ${seconds(begin)}\n`);
    if (code !== 0) return code;
  }
  return 0;
}

/** @param {Step} step */
async function exitCode(step) {
  try {
    return await step.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return error instanceof StepFailed ? error.exitCode : 1;
  }
}

/**
 * Waits for programs that each keep one processor busy; the first that fails gives the exit code.
 *
 * @param {readonly Promise<number>[]} running
 */
async function together(running) {
  return (await Promise.all(running)).find((code) => code !== 0) ?? 0;
}

/**
 * @param {Step} step
 * @param {number} code what its program ended with
 * @returns {number} the step's exit code
 */
function addTests(step, code) {
  const { passed, failed, unsteady } = step.report ? readCounts(step.report) : NO_TESTS;
  totals.passed += passed;
  // A step that fails without a failed test, such as a type error, still counts.
  totals.failed += code === 0 ? failed : Math.max(failed, 1);
  totals.unsteady.push(...unsteady);
  return code === 0 && (failed > 0 || totals.unsteady.length > MOST_UNSTEADY) ? 1 : code;
}

/** @returns {Step} */
function vitest(/** @type {string} */ name, /** @type {string} */ project, /** @type {string[]} */ options = []) {
  const report = freshReport(project);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, report, run: () => run('vitest', ['run', '--project', project, ...reporters, ...options]) };
}

/** @returns {Step} */
function playwright(/** @type {string} */ name, /** @type {string} */ project) {
  const report = freshReport(project);
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return { name, report, run: () => run('playwright', ['test', '--reporter=list,json'], env) };
}

/**
 * Chromium can be installed everywhere, Firefox only where its packages may be: elsewhere its step is left out, and says so.
 *
 * @param {() => string | undefined} find
 * @param {Step} step
 * @returns {Step}
 */
function unlessMissing(find, step) {
  return {
    ...step,
    async run() {
      if (find()) return step.run();
      console.warn(`${step.name}: NOT RUN. Nobody but you can install that browser here.`);
      return 0;
    },
  };
}

async function provideBrowsers() {
  console.log(`Chromium: ${await provideChromium()}`);
  console.log(`Firefox: ${(await provideFirefox()) ?? 'none'}`);
  return 0;
}

function seconds(/** @type {number} */ begin) {
  return `${((performance.now() - begin) / 1000).toFixed(1)} s`;
}
