import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { releaseNotes } from './release/release-notes.ts';
import { ownVersion } from './release/version.ts';
import { ROOT } from './setup/run.mjs';

/** `npm run release:notes -- --tag v0.1.0`: prints what the changelog says of a version, or ends with an error. */
try {
  const { values } = parseArgs({ options: { tag: { type: 'string' } } });
  const changelog = await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8');
  process.stdout.write(releaseNotes(values.tag ?? '', await ownVersion(), changelog));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
