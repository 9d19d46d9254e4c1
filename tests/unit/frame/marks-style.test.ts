import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MARK_CSS } from '../../../lib/page/overlay/marks.ts';

it('the style sheet put into frames is the one the marks need', () => {
  const sheet = readFileSync(new URL('../../../public/page-marks.css', import.meta.url), 'utf8');
  const bare = (css: string) => css.replace(/\s/g, '').replace(/;}/g, '}');
  expect(bare(sheet)).toBe(bare(MARK_CSS));
});
