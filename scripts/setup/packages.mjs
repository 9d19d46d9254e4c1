import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runOrThrow } from './run.mjs';

const LOCK = join(ROOT, 'package-lock.json');
// Inside node_modules, so that removing that folder removes the claim that it is complete.
const MARK = join(ROOT, 'node_modules', '.dialside-lock');

/** Installs the packages of package-lock.json unless exactly these are installed already. */
export async function providePackages() {
  const wanted = fingerprint();
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return;
  await runOrThrow('npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(MARK, wanted);
}

/** The platform belongs to it: some packages hold native programs, and a folder may be shared between machines. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}
