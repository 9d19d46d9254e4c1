import { provideChromium } from './setup/browser.mjs';
import { providePackages } from './setup/packages.mjs';
import { run, runOrThrow, StepFailed } from './setup/run.mjs';

/**
 * Shows Dialside at work from a bare clone: with a display in a browser that stays open, without one as a tour that
 * checks itself and leaves screenshots.
 */
try {
  console.log('About two minutes the first time, most of them for installing; under a minute afterwards.');
  await providePackages();
  console.log(`Browser: ${await provideChromium()}`);
  await runOrThrow('wxt', ['build']);
  process.exitCode = await run('tsx', [hasDisplay() ? 'scripts/tour/open-desk.ts' : 'scripts/tour/headless-tour.ts']);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof StepFailed ? error.exitCode : 1;
}

function hasDisplay() {
  if (process.argv.includes('--headless')) return false;
  const isDesktop = process.platform === 'darwin' || process.platform === 'win32';
  return isDesktop || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
