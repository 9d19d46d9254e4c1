import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../repository/source-imports.ts';

const FOLDER = join(ROOT, '.github/workflows');
const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;

describe.each(readdirSync(FOLDER))('the workflow %s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);
  const commands = all(/^\s+- run: (.*(?:\n {10}.*)*)/gm);

  it('takes each action by the hash of a commit, and says of which version', () => {
    const used = all(/uses: (.+)/g);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  it('may write in one job alone, which runs nothing of npm', () => {
    expect(all(/^permissions:\n {2}(.+)$/gm)).toEqual(['contents: read']);
    expect(all(/^ {6}(\w+): write$/gm)).toEqual(['contents']);
    const writing = text.slice(text.indexOf('\n  draft:'));
    expect(writing).toContain('contents: write');
    expect(writing).not.toMatch(/run:.*\b(?:npm|npx|node)\b|actions\/checkout/);
  });

  it('puts nothing from outside into a command, and prints no secret', () => {
    expect(commands.length).toBeGreaterThan(4);
    expect(commands.filter((command) => /\$\{\{|secrets\.|TOKEN|set -x|printenv|\benv\b/.test(command))).toEqual([]);
    expect(text).not.toContain('secrets.');
  });

  it('leaves nothing in the checkout before its sources are packed', () => {
    const before = commands.slice(
      0,
      commands.findIndex((command) => command.includes('release:check')),
    );
    expect(before.filter((command) => /\bmkdir\b|>(?! "\$RUNNER_TEMP\/)/.test(command))).toEqual([]);
  });

  it('installs from no cache that another run has written', () => {
    expect(text).toContain('package-manager-cache: false');
    expect(text).not.toMatch(/actions\/cache|^ +cache:/m);
  });

  it('names no command of ours that is not there', () => {
    const named = commands.flatMap((command) => [...command.matchAll(/npm run (?:--silent )?([\w:-]+)/g)]);
    expect(named.map(([, script = '']) => script).filter((script) => !(script in scripts))).toEqual([]);
  });

  it('tests, packs, compares and sums up before it drafts', () => {
    const order = ['release:notes', 'npm test', 'release:check', 'sha256sum --check', 'gh release create'];
    const places = order.map((step) => commands.findIndex((command) => command.includes(step)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(commands.at(-1)).toContain('--draft');
  });
});
