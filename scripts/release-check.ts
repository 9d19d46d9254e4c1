import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { differences, readArchive, sha256 } from './release/archives.ts';
import { ownVersion } from './release/version.ts';
import { ROOT, run } from './setup/run.mjs';

/**
 * `npm run release:check`: does with the archive of sources what a reviewer does. Unpacks it into an empty folder, installs and builds
 * there, and compares every archive with what lies in .output, to the byte.
 */
const KINDS = ['chrome', 'firefox', 'sources'] as const;

const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`;
const version = await ownVersion();
const folder = await mkdtemp(join(tmpdir(), 'dialside-sources-'));
try {
  await unpack(await readArchive(await archive(ROOT, 'sources')), folder);
  await inFolder('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund']);
  console.log(`${seconds()}: installed`);
  await inFolder('npm', ['run', 'zip']);
  for (const kind of KINDS) await compare(kind);
  console.log(`${seconds()}: compared`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function compare(kind: (typeof KINDS)[number]): Promise<void> {
  const [before, again] = [await archive(ROOT, kind), await archive(folder, kind)];
  if (before.equals(again)) {
    console.log(`${kind}: the same to the byte, ${sha256(before)}`);
    return;
  }
  for (const name of differences(await readArchive(before), await readArchive(again))) console.error(`${name} differs`);
  console.error(`${kind}: another archive than .output has`);
  process.exitCode = 1;
}

function archive(root: string, kind: (typeof KINDS)[number]): Promise<Buffer> {
  return readFile(join(root, '.output', `dialside-${version}-${kind}.zip`));
}

async function unpack(files: ReadonlyMap<string, Uint8Array>, into: string): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(dirname(join(into, name)), { recursive: true });
    await writeFile(join(into, name), content);
  }
}

async function inFolder(command: string, args: readonly string[]): Promise<void> {
  const code = await run(command, args, {}, folder);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}
