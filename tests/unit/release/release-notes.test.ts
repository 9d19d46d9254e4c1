import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseNotes } from '../../../scripts/release/release-notes.ts';
import { ROOT } from '../../repository/source-imports.ts';

const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- More.\n\n## [0.1.0] - 2026-11-30\n\n- All.\n';

describe('the notes of a release', () => {
  it.each([
    ['0.2.0', '### Added\n\n- More.\n'],
    ['0.1.0', '- All.\n'],
  ])('of %s are its section', (version, notes) => {
    expect(releaseNotes(`v${version}`, version, CHANGELOG)).toBe(notes);
  });

  it.each([
    ['another tag', 'v0.1.0', '0.2.0', CHANGELOG, 'The tag is v0.1.0'],
    ['a tag without v', '0.2.0', '0.2.0', CHANGELOG, 'The tag is 0.2.0'],
    ['a version nobody wrote of', 'v0.3.0', '0.3.0', CHANGELOG, 'no section [0.3.0]'],
    ['a section without a date', 'v1.0.0', '1.0.0', '## [1.0.0]\n\n- All.\n', 'no date'],
    ['an empty section', 'v1.0.0', '1.0.0', '## [1.0.0] - 2026-12-01\n\n## [0.1.0] - 2026-11-30\n', 'nothing'],
  ])('are refused for %s', (_what, tag, version, changelog, reason) => {
    expect(() => releaseNotes(tag, version, changelog)).toThrow(reason);
  });
});

describe('the changelog', () => {
  const text = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
  const kinds = [...text.matchAll(/^### (.+)$/gm)].map(([, kind]) => kind);

  it('has the form of Keep a Changelog: what is not released first, then versions with dates, newest first', () => {
    const [first, ...versions] = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
    expect(first).toBe('[Unreleased]');
    expect(versions.filter((heading) => !/^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/.test(heading))).toEqual([]);
    const dates = versions.map((heading) => heading.slice(-10));
    expect(dates).toEqual([...dates].sort().reverse());
  });

  it('sorts what it tells into the kinds of that form', () => {
    expect(kinds.length).toBeGreaterThan(0);
    const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
    expect(kinds.filter((kind) => !known.includes(kind ?? ''))).toEqual([]);
  });
});
