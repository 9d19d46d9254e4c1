import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { ROOT } from '../../repository/source-imports.ts';

const read = (name: string) => readFileSync(join(ROOT, 'store', name), 'utf8');

/** The text under each heading of the second level. */
function sections(name: string): Readonly<Record<string, string>> {
  const pieces = read(name).split(/^## /m).slice(1);
  return Object.fromEntries(
    pieces.map((piece) => {
      const [heading = '', ...lines] = piece.split('\n');
      return [heading, lines.join('\n').trim()];
    }),
  );
}

const listing = sections('listing.md');

describe('the listing', () => {
  // https://developer.chrome.com/docs/webstore/cws-dashboard-listing, https://extensionworkshop.com/documentation/develop/create-an-appealing-listing/
  it.each([
    ['Name', 75],
    ['Short description', 132],
    ['Summary', 250],
    ['Long description', 15_000],
  ])('has a %s of at most %i characters', (heading, most) => {
    expect(listing[heading]?.length).toBeGreaterThan(20);
    expect(listing[heading]?.length).toBeLessThanOrEqual(most);
  });

  it('is called and described as in the package', () => {
    expect(listing.Name).toBe(english.extensionName.message);
    expect(listing['Short description']).toBe(english.extensionDescription.message);
  });
});

describe('the reasons of the permissions', () => {
  const reasons = sections('permissions.md');
  // What the package asks for is a written list of its own.
  const asked = /const REQUIRED = \{([\s\S]*?)\};/.exec(
    readFileSync(join(ROOT, 'tests/manifest.test.ts'), 'utf8'),
  )?.[1];
  const permissions = new Set([...(asked ?? '').matchAll(/'(\w+)'/g)].map(([, name = '']) => name));

  it('are given for every permission, and for none that is not asked for', () => {
    const others = ['Host permissions', 'Remote code'];
    expect(permissions.size).toBeGreaterThan(7);
    expect(Object.keys(reasons).sort()).toEqual([...permissions, ...others].sort());
  });

  it.each(Object.entries(reasons))('fit the form: %s', (_name, reason) => {
    expect(reason.length).toBeGreaterThan(40);
    expect(reason.length).toBeLessThanOrEqual(1_000);
  });
});

describe('the single purpose', () => {
  it('fits the form', () => {
    expect(sections('chrome-web-store.md')['Single purpose']?.length).toBeLessThanOrEqual(1_000);
  });
});

describe('the pictures', () => {
  const names = ['1-call', '2-disposition', '3-set-up-check', '4-options'];
  it.each(names.flatMap((name) => [`${name}-light.png`, `${name}-dark.png`]))(
    '%s is as large as the stores ask',
    (name) => {
      const path = join(ROOT, 'store/images', name);
      expect(existsSync(path)).toBe(true);
      const picture = readFileSync(path);
      // Width and height stand in the first chunk of every PNG.
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1280, 800]);
    },
  );
});
