import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { sourceFiles } from '../repository/source-imports.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Modules without a defence. Each stands for the module of the product that has its path below this folder. */
const WEAKENED = join(ROOT, 'tests/attacks/weakened');

/** A word that stands in every script of the weakened build, and in none of ours. */
export const MARK = 'dialside-weakened-for-tests';

/**
 * Takes Dialside's defences away: wherever the product imports a module that has a weakened twin, the twin is built in. The
 * product knows nothing of it; a twin imports the module it replaces. Fails when a twin stands for nothing.
 */
export function weaken(used: Set<string>): Plugin {
  return {
    name: 'dialside-weaken',
    enforce: 'pre',
    resolveId(source, importer) {
      const from = importer?.split('?')[0];
      if (!from || !source.startsWith('.') || from.startsWith(WEAKENED)) return null;
      const twin = join(WEAKENED, relative(ROOT, resolve(dirname(from), source)));
      if (!/\.tsx?$/.test(twin) || !existsSync(twin)) return null;
      used.add(relative(WEAKENED, twin));
      return twin;
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = `/* ${MARK} */${file.code}`;
    },
  };
}

/** The paths of all weakened modules, as the product's modules have them. */
export function weakenedModules(): string[] {
  const folder = relative(ROOT, WEAKENED);
  return sourceFiles(folder).map((file) => relative(folder, file).split(sep).join('/'));
}
