import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '../../../scripts/site/navigation.ts';
import { renderSite, type Site } from '../../../scripts/site/render-site.ts';
import { ROOT } from '../../repository/source-imports.ts';

let site: Site;
let pages: readonly (readonly [name: string, html: string])[];

beforeAll(async () => {
  site = await renderSite();
  pages = [...site.files].flatMap(([name, content]) => (name.endsWith('.html') ? [[name, String(content)]] : []));
}, 60_000);

const matches = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found);

describe('the documentation as a site', () => {
  it('holds every document under docs', () => {
    const documents = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name));
    const shown = PAGES.flatMap(({ parts }) => parts.map(({ source }) => source));
    expect(documents.filter((document) => !shown.includes(document))).toEqual([]);
  });

  it('finds every link of the documents', () => {
    expect(site.broken).toEqual([]);
  });

  it('links only to pages, files and headings that are in it', () => {
    const ids = new Map(pages.map(([name, html]) => [name, new Set(matches(html, /\sid="([^"]+)"/g))]));
    const dead = pages.flatMap(([name, html]) =>
      matches(html, /\s(?:href|src)="([^"]+)"/g)
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter((link) => {
          const [file = '', id] = link.split('#');
          const target = file === '' ? name : file;
          return !site.files.has(target) || (id !== undefined && !ids.get(target)?.has(id));
        })
        .map((link) => `${name}: ${link}`),
    );
    expect(dead).toEqual([]);
    expect(pages.length).toBe(PAGES.length);
  });

  it('loads nothing from another host', () => {
    for (const [name, html] of pages) {
      const loaded = matches(html, /<(?:script|img|link|iframe|source)[^>]*\s(?:src|href)="([^"]+)"/g);
      expect(
        loaded.filter((address) => /^(?:[a-z]+:)?\/\//.test(address)),
        name,
      ).toEqual([]);
      expect(html, name).toContain(`content="default-src 'none';`);
    }
    expect(String(site.files.get('site.css'))).not.toMatch(/url\(|@import/);
  });

  it('draws the states, and keeps their text beside the picture', () => {
    const states = String(site.files.get('states.html'));
    expect(matches(states, /(<svg )/g)).toHaveLength(2);
    expect(matches(states, /(stateDiagram-v2)/g)).toHaveLength(2);
    expect(states).toContain('>awaitingScreen</text>');
  });

  it('begins each page with the one heading of its first level', () => {
    for (const [name, html] of pages) expect(matches(html, /<h1[^>]*>([^<]+)/g), name).toHaveLength(1);
  });
});
