import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.output/e2e',
  // Each test starts a dialer and a CRM of its own, and waits two thirds of its time: six share two cores. Each has one browser
  // for its tests, which find Dialside newly installed.
  workers: 6,
  fullyParallel: true,
  // Named at the end of the run, and none for what is promised: scripts/setup/report.mjs.
  retries: 1,
  forbidOnly: true,
  timeout: 90_000,
  // What is awaited comes within a second, but not on a machine that is busy with something else.
  expect: { timeout: 30_000 },
  reporter: 'list',
});
