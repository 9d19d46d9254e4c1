import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser'];
const FIREFOX_NAMES = ['firefox-esr', 'firefox'];

/**
 * Path of a Chromium that accepts unpacked extensions from its command line (branded Chrome does not): DIALSIDE_CHROMIUM,
 * then the system's, or undefined.
 */
export function findChromium() {
  return process.env.DIALSIDE_CHROMIUM || findOnPath(CHROMIUM_NAMES);
}

/** Path of a Firefox: DIALSIDE_FIREFOX, then the system's, or undefined. */
export function findFirefox() {
  return process.env.DIALSIDE_FIREFOX || findOnPath(FIREFOX_NAMES);
}

function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
