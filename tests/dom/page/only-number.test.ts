import { expect, it } from 'vitest';
import { settle, stage } from './page-stage.ts';

it('knows whether a number is the only one of a page, however often it stands there', async () => {
  await using page = await stage('<p>415-237-1137</p><a href="tel:+14152371137">call</a>');
  expect(page.dialer.isOnlyNumber('+14152371137')).toBe(true);
  expect(page.dialer.isOnlyNumber('+12068955016')).toBe(false);
  document.body.append('206-895-5016');
  await settle();
  expect(page.dialer.isOnlyNumber('+14152371137')).toBe(false);
});
