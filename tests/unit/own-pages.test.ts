import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../repository/source-imports.ts';

const FOLDER = join(ROOT, 'entrypoints');
const PAGES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('index.html'));

describe.each(PAGES)('%s', (page) => {
  const html = readFileSync(join(FOLDER, page), 'utf8');
  const code = readFileSync(join(FOLDER, page.replace('index.html', 'main.tsx')), 'utf8');

  it('is light or dark as chosen before anything is painted', () => {
    // A script of its own and no module: painting waits for it alone.
    const head = html.slice(0, html.indexOf('</head>'));
    expect(head).toContain('<script src="/appearance.js" vite-ignore></script>');
    expect(head).not.toContain('type="module"');
  });

  it('has its words, title and appearance from one place', () => {
    expect(code).toMatch(/createPageText\(|showPanel\(/);
  });
});
