import { readFileSync } from 'node:fs';

/** The files below this folder that the page loads. They hold no secret and no server code. */
const served = /^(page\/[a-z-]+|protocol|dial-request)\.js$/;

const transpiled = new Map<string, string>();

/** The browser's form of a page module, or null when the page has no such module. Modules import each other as they stand. */
export async function pageScript(path: string): Promise<string | null> {
  if (!served.test(path)) return null;
  const known = transpiled.get(path);
  if (known !== undefined) return known;
  const source = readFileSync(new URL(path.replace(/\.js$/, '.ts'), import.meta.url), 'utf8');
  const script = await transpile(source);
  transpiled.set(path, script);
  return script;
}

// Loaded with the first page: the compiler alone takes a second, which would be every start of the dialer.
async function transpile(source: string): Promise<string> {
  const { default: ts } = await import('typescript');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  return outputText;
}
