import { describe, expect, it } from 'vitest';
import { explainLines } from '../../../lib/phone/explain-text.ts';

const explain = (text: string, label = '') => explainLines(text, ['US', 'GB'], label);

describe('the lines that an agent asks about', () => {
  it('are read each by itself, and so are the cells of a table', () => {
    const { found, leftOut } = explain('Order 4155552671\n(415) 555-2671\r\nMobile\t4155552672\tInvoice 415-555-2673');
    expect(found.map(({ e164 }) => e164)).toEqual(['+14155552671', '+14155552672']);
    expect(leftOut).toEqual([
      { raw: '4155552671', digits: 10, reason: 'label', label: { words: 'Order', stands: 'before' } },
      { raw: '415-555-2673', digits: 10, reason: 'label', label: { words: 'Invoice', stands: 'before' } },
    ]);
  });

  it('are told with the last words before the digits, or else with what stands beside them', () => {
    const long = explain('What a customer of ours has asked for again: invoice number 415-555-2671').leftOut[0];
    expect(long?.label).toEqual({ words: 'has asked for again: invoice number', stands: 'before' });
    expect(explain('4155552671', ' Order no. ').leftOut[0]?.label).toEqual({ words: 'Order no.', stands: 'beside' });
  });

  it('name the label that decided: the words before the digits only where they say what these are', () => {
    expect(explainLines('Hello 030 12345678', ['DE'], 'Order number').leftOut).toEqual([
      { raw: '030 12345678', digits: 11, reason: 'label', label: { words: 'Order number', stands: 'beside' } },
    ]);
    expect(explainLines('Invoice 030 12345678', ['DE'], 'Order number').leftOut[0]?.label).toEqual({
      words: 'Invoice',
      stands: 'before',
    });
  });

  it('see digits of every script, and count each once', () => {
    expect(explain('٠١٢٣٤٥ ٦٧').leftOut.map(({ raw, digits }) => [raw, digits])).toEqual([['٠١٢٣٤٥ ٦٧', 8]]);
    expect(explain('𝟏𝟐𝟑𝟒𝟓').leftOut.map(({ digits }) => digits)).toEqual([5]);
  });

  it.each(['12/05/2024', '2024-05-12', '21.05.24'])(
    'tell of the date %s that it is one, of whatever country',
    (date) => {
      expect(explainLines(date, ['US'], '').leftOut.map(({ reason }) => reason)).toEqual(['date']);
    },
  );

  it('name no part of digits that are left out as a whole, and none that is too short', () => {
    expect(explain('12/05/2024 in room 1234').leftOut.map(({ raw }) => raw)).toEqual(['12/05/2024']);
    expect(explain('').leftOut).toEqual([]);
  });

  it.each([
    ['911', 'emergency'],
    ['Phone: 112', 'emergency'],
    ['611', 'short'],
    ['Tel. 1234', 'short'],
    ['Room 112', null],
    ['in 2024', null],
    ['Total 999 pcs', null],
  ])('tell of %j whether it is a short number that is left out on purpose', (text, reason) => {
    const explained = explain(text);
    expect(explained.leftOut.map((each) => each.reason)).toEqual(reason === null ? [] : [reason]);
    expect(explained.found).toEqual([]);
  });

  it('come with how many digits numbers have in each country', () => {
    expect(explain('5551234567').counts).toEqual([
      { region: 'US', digits: [10] },
      { region: 'GB', digits: [7, 9, 10] },
    ]);
  });
});
