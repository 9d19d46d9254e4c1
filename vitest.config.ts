import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findChromium } from './scripts/browsers.mjs';
import { answerPolls } from './tests/dom/screen/answer-polls.ts';
import { ON_BROWSER } from './tests/on-browser.ts';
import { compileSvelte } from './tests/pages/frameworks/svelte-plugin.ts';
import { RunOrder } from './tests/run-order.ts';

// A machine that is busy with something else is slow, and nothing is wrong with it.
const PATIENT = { testTimeout: 60_000, hookTimeout: 120_000 };
// Of tests in browsers. Named at the end of the run, and none for what is promised: scripts/setup/report.mjs.
const SECOND_TRY = 1;

// Without a system browser Playwright looks for its own.
const chromium = findChromium();

export default defineConfig({
  test: {
    sequence: { sequencer: RunOrder },
    projects: [
      {
        test: {
          name: 'unit',
          ...PATIENT,
          include: [
            'tests/unit/**/*.test.{ts,tsx}',
            'tests/simulator/**/*.test.ts',
            'tests/corpus/**/*.test.ts',
            'tests/relay/**/*.test.ts',
            'tests/*.test.ts',
          ],
          exclude: ON_BROWSER,
          environment: 'node',
          // Left to itself Vitest leaves a processor free.
          maxWorkers: 2,
          // What is tested keeps nothing in its modules but what it has computed: loaded once it takes half the time.
          isolate: false,
        },
      },
      {
        plugins: [WxtVitest()],
        test: { ...PATIENT, name: 'unit-browser', include: ON_BROWSER, environment: 'node', maxWorkers: 2 },
      },
      {
        plugins: [preact(), compileSvelte(), answerPolls()],
        // Named, because packages found in the middle of a run are bundled anew, with a second Preact beside the first.
        optimizeDeps: {
          include: [
            ...['preact', 'preact/compat', 'preact/hooks', 'preact/jsx-runtime', 'preact/jsx-dev-runtime', 'axe-core'],
            ...['react', 'react-dom', 'react-dom/client', 'vue', 'lit', 'lit/directives/repeat.js'],
            ...['svelte', 'svelte/store', 'svelte/internal/client', 'svelte/internal/disclose-version'],
            ...['svelte/internal/flags/legacy', '@angular/compiler', '@angular/core', '@angular/platform-browser'],
            ...['@mui/x-data-grid', 'ag-grid-community', '@tanstack/virtual-core'],
          ],
        },
        test: {
          name: 'dom',
          include: ['tests/dom/**/*.test.{ts,tsx}'],
          // They wait half of their time, those of the frameworks two thirds: seven share two cores.
          maxWorkers: 7,
          // What is awaited comes within a second, but not on a machine that is busy with something else.
          expect: { poll: { timeout: 15_000 } },
          ...PATIENT,
          retry: SECOND_TRY,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: ['--no-sandbox'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'firefox',
          include: ['tests/firefox/**/*.test.ts'],
          environment: 'node',
          // Each has one Firefox for all its files, whose start takes longer than a test. They wait more than half of their time:
          // six share two cores.
          maxWorkers: 6,
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          retry: SECOND_TRY,
        },
      },
    ],
  },
});
