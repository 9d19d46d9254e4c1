import { describe, expect, it } from 'vitest';
import { mergePauseCodes, parsePauseCodeLines } from '../../../lib/pasted/pause-codes.ts';

describe('pasted lines', () => {
  it.each([
    ['LUNCH Lunch break', { code: 'LUNCH', name: 'Lunch break' }],
    ['LUNCH\tLunch break', { code: 'LUNCH', name: 'Lunch break' }],
    ['LUNCH - Lunch break', { code: 'LUNCH', name: 'Lunch break' }],
    ['LUNCH,Lunch break', { code: 'LUNCH', name: 'Lunch break' }],
    ['LUNCH: Lunch break', { code: 'LUNCH', name: 'Lunch break' }],
    ['  LUNCH  ', { code: 'LUNCH', name: '' }],
    ['Lunch, Lunch break', { code: 'Lunch', name: 'Lunch break' }],
    ['lunch\tLunch break', { code: 'lunch', name: 'Lunch break' }],
    ['lunch - Lunch break', { code: 'lunch', name: 'Lunch break' }],
    ['Lunch، استراحة', { code: 'Lunch', name: 'استراحة' }],
    ['Lunch', { code: 'Lunch', name: '' }],
    ['2 Lunch break', { code: '2', name: 'Lunch break' }],
  ])('%j is a code', (line, code) => {
    expect(parsePauseCodeLines(line)).toEqual({ codes: [code], skipped: [] });
  });

  it.each([
    'LUNCHES Lunch',
    '- Lunch',
    'é Lunch',
    ', x',
    'Lunch break',
    'lunch  break',
    'Lunch\u00a0break',
    '2nd call',
  ])('%j is none', (line) => {
    expect(parsePauseCodeLines(line)).toEqual({ codes: [], skipped: [line.trim()] });
  });

  it('hold the last name of a code, and skip empty lines', () => {
    expect(parsePauseCodeLines('A one\r\n\r\nB two\nA three').codes).toEqual([
      { code: 'A', name: 'three' },
      { code: 'B', name: 'two' },
    ]);
  });

  it.each([
    ['Name,Code\nLunch,LUNCH', { code: 'LUNCH', name: 'Lunch' }],
    ['Code,Name,Billable\nLUNCH,"Lunch, long",NO', { code: 'LUNCH', name: 'Lunch, long' }],
    ['| Name | Code |\n| Lunch | LUNCH |', { code: 'LUNCH', name: 'Lunch' }],
    ['LUNCH,Lunch,NO', { code: 'LUNCH', name: 'Lunch' }],
    ['LUNCH Lunch, long', { code: 'LUNCH', name: 'Lunch, long' }],
  ])('%j is a table, whatever stands between its cells', (text, code) => {
    expect(parsePauseCodeLines(text)).toEqual({ codes: [code], skipped: [] });
  });

  it('keep the place of a code that is there already', () => {
    const merged = mergePauseCodes(
      [
        { code: 'A', name: 'one' },
        { code: 'B', name: 'two' },
      ],
      [{ code: 'A', name: 'new' }],
    );
    expect(merged).toEqual([
      { code: 'A', name: 'new' },
      { code: 'B', name: 'two' },
    ]);
  });
});
