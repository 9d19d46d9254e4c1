import { defineConfig } from '@playwright/test';

/** Every attack runs twice: it has to succeed without Dialside's defences, and to fail with them. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../.output/attacks',
  globalSetup: './build.ts',
  projects: [{ name: 'weakened' }, { name: 'ours' }],
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  reporter: [['list'], ['./table-reporter.ts']],
});
