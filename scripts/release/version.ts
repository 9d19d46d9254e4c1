import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../setup/run.mjs';

/** The one place of the version: package.json. Manifests, archives, site and update manifests take it from there. */
export async function ownVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}
