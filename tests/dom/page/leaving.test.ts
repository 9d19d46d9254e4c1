import { expect, it, vi } from 'vitest';
import { moveTo } from './hand.ts';
import { settle, stage } from './page-stage.ts';

it('says that the page or the person is active, and nothing while neither is', async () => {
  await moveTo(950, 650);
  const onActivity = vi.fn();
  await using page = await stage('<p style="padding:40px">415-237-1137</p>', { onActivity });
  await settle();
  onActivity.mockClear();
  await settle();
  expect([page.labels().length, onActivity.mock.calls.length]).toEqual([1, 0]);
  await moveTo(900, 600);
  expect(onActivity).toHaveBeenCalled();
  onActivity.mockClear();
  // What the next version does in a page that an older one still stands in.
  document.documentElement.append(document.createElement('div'));
  await settle();
  expect(onActivity).toHaveBeenCalled();
  document.documentElement.lastElementChild?.remove();
});

it('leaves nothing behind when it ends in the middle of a change', async () => {
  const ending: { end?: () => void } = {};
  await using page = await stage('<p>415-237-1137</p>', { onActivity: () => ending.end?.() });
  ending.end = page.end;
  document.body.append('Call 415-237-1138');
  await settle();
  expect(page.errors).toEqual([]);
  expect(document.documentElement.contains(page.host)).toBe(false);
});
