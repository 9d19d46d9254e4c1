import { existsSync } from 'node:fs';
import { findChromium, findFirefox } from '../browsers.mjs';
import { run, runOrThrow } from './run.mjs';

/**
 * Finds a Chromium that loads unpacked extensions, or installs one: from Debian's packages where that is allowed,
 * otherwise Playwright's. Needs the packages to be installed. The path is left in DIALSIDE_CHROMIUM for every program
 * started later.
 *
 * @returns {Promise<string>} its path
 */
export async function provideChromium() {
  const path = (await installedChromium()) ?? (await installChromium());
  if (!path) throw new Error('No Chromium found and none could be installed: set DIALSIDE_CHROMIUM to its path.');
  process.env.DIALSIDE_CHROMIUM = path;
  return path;
}

/**
 * Finds a Firefox, or installs Debian's where that is allowed.
 *
 * @returns {Promise<string | undefined>} its path; undefined where nobody but the person can install one
 */
export async function provideFirefox() {
  if (!findFirefox() && canUseApt()) await aptInstall('firefox-esr');
  return findFirefox();
}

async function installedChromium() {
  const system = findChromium();
  if (system) return system;
  const own = await playwrightChromium();
  return existsSync(own) ? own : undefined;
}

async function installChromium() {
  if (canUseApt() && (await aptInstall('chromium')) === 0) return findChromium();
  await runOrThrow('playwright', ['install', 'chromium']);
  return playwrightChromium();
}

async function playwrightChromium() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

function canUseApt() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** @param {string} name */
async function aptInstall(name) {
  // Another package manager may be at work on a fresh machine: wait for it instead of failing at once.
  const options = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-o', 'DPkg::Lock::Timeout=300'], env);
  return run('apt-get', ['install', ...options, name], env);
}
