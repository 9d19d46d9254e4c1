import type { Plugin } from 'vite';

/**
 * Writes every script in ASCII. One character beyond Latin-1 makes the browser hold a whole script in two bytes a
 * character: the worker would start 8 ms later, and each frame's detection engine would take twice the memory.
 */
export function asciiOutput(): Plugin {
  return {
    name: 'dialside-ascii-output',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = escapeNonAscii(file.code);
    },
  };
}

/**
 * The same script with `\uXXXX` for each code unit beyond ASCII. Right in string, template and regular expression
 * literals, which is where a minified script has them; not in tagged templates that read their raw text.
 */
export function escapeNonAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
