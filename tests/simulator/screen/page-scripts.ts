import { readFileSync } from 'node:fs';

/** The files below this folder that the page loads. They hold no secret and no server code. */
const served = /^(page\/[a-z-]+|protocol|dial-request)\.js$/;

const transpiled = new Map<string, string>();

/** The browser's form of a page module, or null when the page has no such module. Modules import each other as they stand. */
export async function pageScript(path: string): Promise<string | null> {
  if (!served.test(path)) return null;
  const known = transpiled.get(path);
  if (known !== undefined) return known;
  const file = path.replace(/\.js$/, '.ts');
  const source = readFileSync(new URL(file, import.meta.url), 'utf8');
  const script = await transpile(source, file);
  transpiled.set(path, script);
  return script;
}

// Loaded with the first page: every start of the dialer would take longer by it.
async function transpile(source: string, path: string): Promise<string> {
  const { transformWithOxc } = await import('vite');
  const { code } = await transformWithOxc(source, path, {
    target: 'es2022',
    sourcemap: false,
    // The page asks for each module as `.js`.
    typescript: { onlyRemoveTypeImports: true, rewriteImportExtensions: 'rewrite' },
  });
  return code;
}
