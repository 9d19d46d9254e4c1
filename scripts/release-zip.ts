import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { zip } from 'wxt';
import { readArchive, sha256, writeArchive } from './release/archives.ts';
import { keptFiles } from './release/kept-files.ts';
import { packageProblems, sourcesProblems } from './release/package-check.ts';
import { ROOT } from './setup/run.mjs';

/**
 * `npm run zip`: the packages for both stores and the sources that Mozilla's reviewers build, into .output, the same to the byte each
 * time; and their hashes, as SHA256SUMS.
 */
const archives: string[] = [];
for (const browser of ['chrome', 'firefox']) archives.push(...(await zip({ root: ROOT, browser, manifestVersion: 3 })));

const kept = await keptFiles(ROOT);
const sums: string[] = [];
for (const path of archives) {
  const files = await readArchive(await readFile(path));
  const steady = await writeArchive(files);
  await writeFile(path, steady);
  sums.push(`${sha256(steady)}  ${basename(path)}`);
  const problems = path.endsWith('-sources.zip') ? kept && sourcesProblems(files.keys(), kept) : packageProblems(files);
  for (const problem of problems ?? []) console.error(`${basename(path)}: ${problem}`);
  if (problems && problems.length > 0) process.exitCode = 1;
}
await writeFile(join(ROOT, '.output', 'SHA256SUMS'), `${sums.join('\n')}\n`);
console.log(sums.join('\n'));
