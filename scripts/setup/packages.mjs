import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from './installed.mjs';
import { ROOT, runOrThrow } from './run.mjs';

const LOCKED = join(ROOT, 'package-lock.json');
// Inside node_modules, so that removing that folder removes the claim that it is complete.
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');

/** Installs the packages of package-lock.json unless exactly these are installed already, by whatever command of npm's. */
export async function providePackages() {
  if (hasPackages()) return;
  await runOrThrow('npm', ['ci', '--no-audit', '--no-fund']);
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
