import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

// A repository of 2 000 files has names of some 100 kB.
const MOST_BYTES = 16_000_000;

/** The files that the repository in a folder keeps, as paths with slashes; null where the folder is none, as an archive of sources that was unpacked. */
export async function keptFiles(folder: string): Promise<ReadonlySet<string> | null> {
  if (!existsSync(join(folder, '.git'))) return null;
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-z'], { cwd: folder, maxBuffer: MOST_BYTES });
  return new Set(stdout.split('\0').filter((name) => name !== ''));
}
