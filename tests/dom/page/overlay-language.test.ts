import { beforeEach, expect, it } from 'vitest';
import { isolate } from '../../../lib/messages/text.ts';
import type { PageLabels } from '../../../lib/page/page-contract.ts';
import { hover, moveTo } from './hand.ts';
import { stage } from './page-stage.ts';

const ARABIC: PageLabels = {
  language: 'ar',
  call: (number) => `اتصل بـ ${isolate(number)}`,
  dialStage: () => 'يرن',
  stageOf: (stage, number) => `${isolate(number)}: ${stage}`,
  cancel: 'إلغاء',
  notANumber: 'ليس رقم هاتف',
  numberChanged: 'تغيّر الرقم',
};

beforeEach(() => moveTo(950, 650));

it('words in a language that is read from the right are, on a page that is read from the left, and numbers in them are not', async () => {
  await using page = await stage('<p style="padding:200px"><span>415-237-1137</span></p>', { labels: ARABIC });
  await hover(document.querySelector('span')!);
  const bubble = page.root.querySelector<HTMLElement>('.bubble')!;
  await expect.poll(() => bubble.checkVisibility()).toBe(true);
  expect(getComputedStyle(bubble).direction).toBe('rtl');
  expect(bubble.closest('[lang]')?.getAttribute('lang')).toBe('ar');

  const text = bubble.querySelector('span')!.firstChild!;
  const leftOf = (part: string) => {
    const range = document.createRange();
    const start = text.textContent!.indexOf(part);
    range.setStart(text, start);
    range.setEnd(text, start + 1);
    return range.getBoundingClientRect().left;
  };
  const [word, country, area, line] = ['اتصل', '+', '415', '1137'].map(leftOf) as [number, number, number, number];
  expect(country).toBeLessThan(area);
  expect(area).toBeLessThan(line);
  expect(line).toBeLessThan(word);
});
