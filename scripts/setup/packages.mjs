import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from './installed.mjs';
import { ROOT, runOrThrow } from './run.mjs';

const LOCKED = join(ROOT, 'package-lock.json');
// Inside node_modules, so that removing that folder removes the claim that it is complete.
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');

/**
 * Installs the packages of package-lock.json unless exactly these are installed already, by whatever command of npm's. Says so
 * before: without a terminal npm is silent until it is done.
 *
 * @param {import('./packages.d.mts').PackageSteps} [steps]
 */
export async function providePackages({ isThere = hasPackages, say = console.log, install = npmInstall } = {}) {
  if (isThere()) return;
  say('Installing the packages with npm, which may print nothing for some minutes.');
  await install();
}

function npmInstall() {
  return runOrThrow('npm', ['ci', '--no-audit', '--no-fund']);
}

function hasPackages() {
  const locked = JSON.parse(readFileSync(LOCKED, 'utf8'));
  try {
    return isInstalled(locked, JSON.parse(readFileSync(INSTALLED, 'utf8')), process);
  } catch {
    // Nothing was installed, or not by npm.
    return false;
  }
}
