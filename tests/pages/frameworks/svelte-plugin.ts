import { compile } from 'svelte/compiler';
import type { Plugin } from 'vite';

/** Compiles the Svelte page as Svelte's own bundler plugin does, without the rest of that. */
export function compileSvelte(): Plugin {
  return {
    name: 'compile-svelte',
    transform(code, id) {
      if (!id.endsWith('.svelte')) return null;
      const { js } = compile(code, { filename: id, generate: 'client' });
      return { code: js.code, map: js.map };
    },
  };
}
