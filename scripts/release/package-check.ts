/** What no package may hold, by the name of the file. */
const ENDINGS = /\.(?:js|css|html|json|svg|png)$/;

/** Traces of tests, of servers for development and of debugging, in scripts, styles and pages. */
const TRACES: Readonly<Record<string, RegExp>> = {
  'a source map': /sourceMappingURL=/,
  'a switch for tests': /\b(?:vitest|playwright|marionette|__coverage__|fakeBrowser|DIALSIDE_[A-Z]+)\b/i,
  'a server for development': /\/@vite\/|import\.meta\.hot|\bwss?:\/\//,
  'a stop for a debugger': /\bdebugger\b;/,
};

// Without the sentences, of which each language adds some 90 kB, 1.2 MB in November 2026: half as much again is looked at first.
const MOST_BYTES = 1_800_000;

/** Why a package must not go to a store; empty when it may. */
export function packageProblems(files: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const own = [...files].filter(([name]) => !name.startsWith('_locales/'));
  const bytes = own.reduce((sum, [, content]) => sum + content.byteLength, 0);
  return [
    ...(files.has('manifest.json') ? [] : ['manifest.json is missing']),
    ...[...files.keys()].filter((name) => !ENDINGS.test(name)).map((name) => `${name} is of no kind that is shipped`),
    ...own.filter(([name]) => /\.(?:js|css|html)$/.test(name)).flatMap(([name, content]) => tracesIn(name, content)),
    ...(bytes > MOST_BYTES ? [`${bytes} bytes are more than ${MOST_BYTES}`] : []),
  ];
}

/**
 * Why an archive of sources must not leave this computer; empty when it may. What somebody has left lying beside the sources would go to
 * the reviewers, too, and nobody could make the same archive again.
 *
 * @param kept the files of the repository
 */
export function sourcesProblems(names: Iterable<string>, kept: ReadonlySet<string>): readonly string[] {
  const packed = new Set(names);
  return [
    ...[...packed].filter((name) => !kept.has(name)).map((name) => `${name} is no file of the repository`),
    ...[...kept].filter((name) => !packed.has(name)).map((name) => `${name} is missing`),
  ];
}

function tracesIn(name: string, content: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(content);
  return Object.entries(TRACES).flatMap(([what, trace]) => {
    const [found] = trace.exec(text) ?? [];
    return found ? [`${name} holds ${what}: ${found}`] : [];
  });
}
