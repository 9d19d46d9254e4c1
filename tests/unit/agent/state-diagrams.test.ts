import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawStates } from '../../../scripts/state-diagrams.ts';

it('the documents show the tables that run; `npm run docs:states` draws them', () => {
  const page = new URL('../../../docs/architecture/states.md', import.meta.url);
  expect(readFileSync(page, 'utf8')).toBe(drawStates());
});
