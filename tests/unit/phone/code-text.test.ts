import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCode } from '../../../lib/phone/code-text.ts';
import { explainNumbers } from '../../../lib/phone/find-numbers.ts';

describe('a text that is nothing but a code', () => {
  it.each(['SO-2026-000017', 'INV-4471', 'a-4155552671', 'Rechnung-4155552671', 'X-1-'])('is "%s"', (text) => {
    expect(isCode(text)).toBe(true);
  });

  it.each([
    '',
    '-4155552671',
    'SO4155552671',
    'SO-',
    'SO--4155552671',
    'SO 415 555 2671',
    'SO-415 555 2671',
    'Rechnungs-4155552671',
    'É-4155552671',
    'Tel-415-555-2671',
  ])('is not "%s"', (text) => {
    expect(isCode(text)).toBe(false);
  });

  it('says of each by its own letters, whichever was asked about before', () => {
    const texts = ['Tel-4155552671', 'INV-4155552671', 'Fax-4155552671', 'A-4155552671', 'INV-4155552671'];
    expect(texts.map(isCode)).toEqual([false, true, false, true, true]);
  });

  it('holds no number for the search either, which need not be asked', () => {
    const code = fc.stringMatching(/^[A-Za-z]{1,8}-\d[\d-]{0,16}$/);
    fc.assert(
      fc.property(code, (text) => {
        if (isCode(text)) expect(explainNumbers(text, ['US', 'DE', 'GB'], 'phone').matches).toEqual([]);
      }),
      { numRuns: 3_000, seed: 7 },
    );
  });
});
