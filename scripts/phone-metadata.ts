import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Writes lib/phone/metadata-text.ts from the installed libphonenumber-js; run it after every update of that package. */

interface MaxMetadata {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  readonly countries: Readonly<Record<string, unknown>>;
  readonly nonGeographic: Readonly<Record<string, unknown>>;
}

/** The whole source text of lib/phone/metadata-text.ts for the installed metadata. */
export function metadataSource(): string {
  const path = createRequire(import.meta.url).resolve('libphonenumber-js/metadata.max.json');
  const metadata = JSON.parse(readFileSync(path, 'utf8')) as MaxMetadata;
  const plans = [...Object.entries(metadata.countries), ...Object.entries(metadata.nonGeographic)];
  const lines = plans.map(([key, plan]) => `${key}${JSON.stringify(plan)}`).join('\n');
  const codes = Object.entries(metadata.country_calling_codes).map(([code, regions]) => `${code}:${regions.join()}`);
  return `// Made by scripts/phone-metadata.ts: do not edit. Source: libphonenumber-js (MIT), metadata.max.json, compiled from
// Google's libphonenumber (Apache-2.0). Text, so that loading this module parses nothing: a plan is parsed when asked for.

/** One calling code per item, with its regions, the main one first. */
export const CALLING_CODE_TEXT =
  '${codes.join(' ')}';

/** One numbering plan per line: its region or non-geographic calling code, then its JSON. */
export const PLAN_TEXT = String.raw\`${lines}\`;
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../lib/phone/metadata-text.ts', import.meta.url), metadataSource());
}
