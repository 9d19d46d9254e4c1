import { expect, it } from 'vitest';
import { notNumberPattern } from '../../../lib/page/text/not-a-number.ts';

it.each([
  ['Order no.', '', '415-555-0132', 'Order no: ###-###-####'],
  [null, 'Ticket ', '4155550132', 'Ticket: ##########'],
  [null, 'See the case: ', '(415) 555-0132', 'the case: (###) ###-####'],
  [null, 'Closed on Monday. Case #', '4155550132', 'Case: ##########'],
  [null, 'Bestellnummer ', '٤١٥٥٥٥٠١٣٢', 'Bestellnummer: ##########'],
  // The label of the page says more than the words before.
  ['Reference', 'old ', '4155550132', 'Reference: ##########'],
])('under %j after %j, %j is remembered by its shape: %j', (label, before, text, pattern) => {
  expect(notNumberPattern(label, before, text)).toBe(pattern);
});

it.each([
  ['what speaks of phones would take every number along', 'Phone', ''],
  ['what speaks of phones before it', null, 'Tel.: '],
  ['nothing leads to it', null, ''],
  ['another number leads to it', null, '12 / '],
  ['what leads to it is prose', 'Whatever has been written here at such a length is the label of nothing', ''],
  ['a label with a figure of its own is a value', 'Room 12', ''],
])('the very text is remembered where %s', (_why, label, before) => {
  expect(notNumberPattern(label, before, '415-555-0132')).toBe('415-555-0132');
});
