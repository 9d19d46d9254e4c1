import { describe, expect, it } from 'vitest';
import { cutPart, slugOf } from '../../../scripts/site/page-source.ts';

const DOCUMENT = '# Name\n\nBefore.\n\n## First\n\n```sh\n## no heading\n```\n\n### Below\n\n## Second\n\nLast.\n';
const cut = (section?: string | null) =>
  cutPart(DOCUMENT, section === undefined ? { source: 'a.md' } : { source: 'a.md', section });

describe('a part of a document', () => {
  it.each([
    ['the whole', undefined, DOCUMENT],
    ['what stands before the sections', null, '# Name\n\nBefore.\n'],
    ['a section with code and sections of its own', 'First', '## First\n\n```sh\n## no heading\n```\n\n### Below\n'],
    ['the last section', 'Second', '## Second\n\nLast.\n'],
  ])('is %s', (_what, section, text) => {
    expect(cut(section)).toBe(text);
  });

  it.each([['Third'], ['no heading'], ['Below']])('is an error where %j is no section', (section) => {
    expect(() => cut(section)).toThrow(`a.md has no section "${section}"`);
  });
});

describe('the name of a heading', () => {
  it.each([
    ['Five minutes for an agent', 'five-minutes-for-an-agent'],
    ['Edge, and macOS', 'edge-and-macos'],
    ['5.2 What needs `level 8`?', '52-what-needs-level-8'],
    ['pause_code – how', 'pause_code--how'],
    ['Größe', 'größe'],
  ])('of %j is %j, as GitHub has it', (heading, slug) => {
    expect(slugOf(heading)).toBe(slug);
  });
});
