import { defineConfig } from '@playwright/test';
import { findFirefox } from '../../scripts/browsers.mjs';
import { BROWSERS, BUILDS } from './build.ts';

const browsers = BROWSERS.filter((browser) => browser === 'chromium' || findFirefox());
if (!browsers.includes('firefox')) console.warn('There is no Firefox here: the attacks are made in Chromium alone.');

/** Every attack runs twice in each browser: it has to succeed without Dialside's defences, and to fail with them. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../.output/attacks',
  globalSetup: './build.ts',
  projects: [
    ...browsers.flatMap((browser) =>
      BUILDS.map((build) => ({ name: `${browser}-${build}`, testMatch: `${browser}.spec.ts` })),
    ),
    { name: 'builds', testMatch: 'shipped-build.spec.ts' },
  ],
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['list'], ['./table-reporter.ts']],
});
