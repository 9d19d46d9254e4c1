import { createHash } from 'node:crypto';
import JSZip from 'jszip';

// The first moment that a zip can tell. The time of the build says nothing of what was built.
const ALWAYS = new Date(Date.UTC(1980, 0, 1));

/** The files of an archive by their paths, without its folders. */
export async function readArchive(archive: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const { files } = await JSZip.loadAsync(archive);
  const entries = Object.values(files).filter(({ dir }) => !dir);
  return new Map(await Promise.all(entries.map(async (file) => [file.name, await file.async('uint8array')] as const)));
}

/** An archive that is the same to the byte whenever and wherever its files are the same. */
export async function writeArchive(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const archive = new JSZip();
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, content] of sorted) archive.file(name, content, { date: ALWAYS, createFolders: false });
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 9 } });
}

/** Names of the files that are not the same in both. */
export function differences(
  before: ReadonlyMap<string, Uint8Array>,
  again: ReadonlyMap<string, Uint8Array>,
): readonly string[] {
  const names = new Set([...before.keys(), ...again.keys()]);
  return [...names].filter((name) => hashOf(before.get(name)) !== hashOf(again.get(name))).sort();
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function hashOf(content: Uint8Array | undefined): string | null {
  return content ? sha256(content) : null;
}
