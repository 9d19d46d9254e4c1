import { expect, it } from 'vitest';
import { extensionAt } from '../../../lib/phone/extension.ts';

it.each([
  ' - ext 214',
  ' / ext. 214',
  ' extension no. 214',
  ' ext-214',
  ' Klappe 214',
  ' App. 214',
  ' (вн. 214)',
  ' дод. 214',
  ' εσωτ. 214',
  ' ต่อ 214',
  ' 내선 214',
  '转214',
  ' 分機 214',
  ' loc. 214',
  ' alanumero 214',
  ', Ext: 214',
  ' lok. 214',
  ' שלוחה 214',
  ' تحويلة 214',
  ' добавочный 214',
  ' 교환 214',
  '（内線：214）',
  ' [x214]',
  ' x. 214',
  ' ex 214',
  ' / dahili 214',
  '/214 mellék',
  ' / 214 mell.',
])('reads the extension of "…%s"', (text) => {
  expect(extensionAt(text, 0)).toEqual({ digits: '214', end: text.length });
});

it.each([
  ' - 214',
  ' / 214',
  ' extra 214',
  ' location 214',
  ' apple 214',
  ' - 12 ext',
  ' вначале 214',
  ' Ram 1500',
  ', RAM 16',
  ' RAM: 16 GB',
  ' Lok 218',
  ' [214]',
  ' example 214',
  '/68 melle',
  '/68 extra',
])('reads none in "…%s"', (text) => {
  expect(extensionAt(text, 0)).toBeNull();
});

it('reads the extension behind a word, and none before it', () => {
  expect(extensionAt('/5 ext. 12', 0)).toBeNull();
});
