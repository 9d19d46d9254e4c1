import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { metadataSource } from '../../../scripts/phone-metadata.ts';

it('holds the metadata of the installed libphonenumber-js', () => {
  const source = readFileSync(new URL('../../../lib/phone/metadata-text.ts', import.meta.url), 'utf8');
  expect(source === metadataSource(), 'run: npx tsx scripts/phone-metadata.ts').toBe(true);
});
