import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.output/e2e',
  // Each test starts a browser, a dialer and a CRM of its own, and waits a good part of its time: three share two cores.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  reporter: 'list',
});
