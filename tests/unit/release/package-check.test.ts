import { describe, expect, it } from 'vitest';
import { packageProblems, sourcesProblems } from '../../../scripts/release/package-check.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const GOOD = {
  'manifest.json': '{}',
  'background.js': 'start();',
  'icons/16.png': '',
  '_locales/en/messages.json': '{}',
};
const problems = (files: Readonly<Record<string, string>>) =>
  packageProblems(new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)])));

describe('a package for a store', () => {
  it('may go there as it is built', () => {
    expect(problems(GOOD)).toEqual([]);
  });

  it.each([
    ['background.js.map', '{}', 'background.js.map is of no kind that is shipped'],
    ['background.ts', '', 'background.ts is of no kind that is shipped'],
    ['dialside.pem', '', 'dialside.pem is of no kind that is shipped'],
    ['a.js', 'x;\n//# sourceMappingURL=a.js.map', 'a.js holds a source map: sourceMappingURL='],
    ['a.css', '/*# sourceMappingURL=a.css.map */', 'a.css holds a source map: sourceMappingURL='],
    ['a.js', 'globalThis.__coverage__ ??= {}', 'a.js holds a switch for tests: __coverage__'],
    ['a.js', 'if (env.DIALSIDE_TEST) weaken()', 'a.js holds a switch for tests: DIALSIDE_TEST'],
    ['a.js', 'import "/@vite/client"', 'a.js holds a server for development: /@vite/'],
    ['a.js', 'new WebSocket("ws://localhost:3000")', 'a.js holds a server for development: ws://'],
    ['a.js', 'debugger;', 'a.js holds a stop for a debugger: debugger;'],
  ])('may not with %s of %j', (name, text, problem) => {
    expect(problems({ ...GOOD, [name]: text })).toEqual([problem]);
  });

  it('may not when it has grown by half', () => {
    expect(problems({ ...GOOD, 'a.js': 'x'.repeat(1_800_000) })).toEqual([expect.stringMatching(/^1800\d{3} bytes/)]);
  });

  it('may not without a manifest', () => {
    expect(problems({ 'a.js': '' })).toEqual(['manifest.json is missing']);
  });
});

describe('an archive of sources', () => {
  const kept = new Set(['README.md', 'lib/result.ts']);

  it('may go to the reviewers when it is the repository', () => {
    expect(sourcesProblems(['lib/result.ts', 'README.md'], kept)).toEqual([]);
  });

  it('may not with what lies beside it, nor without a part of it', () => {
    expect(sourcesProblems(['README.md', 'notes.md'], kept)).toEqual([
      'notes.md is no file of the repository',
      'lib/result.ts is missing',
    ]);
  });
});
