import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The forms in which a text may lie in a file: as it is, as addresses write it, and in the codes of Windows, base64 and hex. */
function formsOf(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  // Base64 of a longer text holds it in one of three ways; without the ends, which depend on what is around it.
  const inBase64 = [0, 1, 2].map((before) => {
    const coded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return coded.slice(before === 0 ? 0 : before + 1, -1);
  });
  return [
    bytes,
    utf16,
    ...[encodeURIComponent(text), bytes.toString('hex'), ...inBase64].map((form) => Buffer.from(form)),
  ];
}

/**
 * The files below a folder that hold one of the texts in any form, by the name of the text. A file that is packed as
 * `unpack` knows is searched as it was before.
 */
export async function filesHolding(
  folder: string,
  texts: Readonly<Record<string, string>>,
  unpack: (file: string, content: Buffer) => Buffer = (_, content) => content,
): Promise<readonly string[]> {
  const sought = Object.entries(texts).map(([name, text]) => [name, formsOf(text)] as const);
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = unpack(path, await readFile(path));
    for (const [name, forms] of sought) {
      if (forms.some((form) => content.includes(form))) found.push(`${name} in ${relative(folder, path)}`);
    }
  }
  return found.sort();
}
