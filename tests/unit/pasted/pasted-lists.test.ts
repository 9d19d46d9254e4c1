import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { callControlSchema } from '../../../lib/messages/call-control.ts';
import { isDispositionCode, parseDispositionLines } from '../../../lib/pasted/dispositions.ts';
import { isIngroup, parseIngroupLines } from '../../../lib/pasted/ingroups.ts';
import { linesOfPaste } from '../../../lib/pasted/pasted-text.ts';
import { isPauseCode, parsePauseCodeLines } from '../../../lib/pasted/pause-codes.ts';
import { editableEntries } from '../../../lib/settings/schema.ts';

/** As VICIdial's page of a campaign has them: the names in fields, a form around each row. */
const PAUSE_CODE_PAGE = `<html><head><title>ADMIN</title><style>td {x:y}</style></head><body><script>var a = "<td>NOCODE</td>";</script>
<b>PAUSE CODES FOR THIS CAMPAIGN:</b><table><tr><td>PAUSE CODE</td><td>PAUSE CODE NAME</td><td>BILLABLE</td><td>DELETE</td></tr>
<form action=admin.php method=POST><input type=hidden name=pause_code value="LUNCH">
<tr bgcolor="#eee"><td>LUNCH</td><td><input type=text size=20 name=pause_code_name value="Lunch &amp; rest"></td>
<td><select size=1 name=billable><option>YES</option><option>NO</option><option SELECTED>NO</option></select></td>
<td><a href="admin.php?ADD=67&pause_code=LUNCH">DELETE</a></td><td><input type=submit value=MODIFY></td></tr></form>
<tr><td><font size=1>CALL&nbsp;</font></td><td><input value='Manual call' type='text'></td><td>NO</td></tr></table></body></html>`;

const STATUS_PAGE = `<table><tr><th>STATUS</th><th>DESCRIPTION</th><th>SELECTABLE</th><th>CALLBACK</th></tr>
<tr><td>SALE</td><td><input type="text" value="Sale made"></td><td><select><option value=N>N<option value=Y selected>Y</select></td><td>N</td></tr>
<tr><td>CALLBK</td><td>Call Back</td><td>Y</td><td><select><option selected>Y</option><option>N</option></select></td></tr>
<tr><td>DROP</td><td>Dropped</td><td>N</td><td>N</td></tr></table>`;

describe('what is copied from VICIdial', () => {
  it('as the page of a campaign has its pause codes, with their names', () => {
    const { codes } = parsePauseCodeLines(PAUSE_CODE_PAGE);
    expect(codes).toEqual([
      { code: 'LUNCH', name: 'Lunch & rest' },
      { code: 'CALL', name: 'Manual call' },
    ]);
  });

  it('as statuses: what is chosen in a row counts, and those that nobody may choose do not', () => {
    expect(parseDispositionLines(STATUS_PAGE)).toEqual({
      dispositions: [
        { code: 'SALE', name: 'Sale made', isCallback: false },
        { code: 'CALLBK', name: 'Call Back', isCallback: true },
      ],
      skipped: [],
    });
  });

  it.each([
    ['SUPPORT - Customer support\nSALESLINE - Sales'],
    ['<select name=in_group><option>SUPPORT - Customer support</option></select><br>SALESLINE'],
    ['IN-GROUP\tNAME\nSUPPORT\tCustomer support\nSALESLINE\tSales'],
    ['<tr><td>#</td><td>GROUP</td></tr><tr><td>1</td><td>SUPPORT</td></tr><tr><td>2</td><td>SALESLINE</td></tr>'],
  ])('as in-groups: %j', (text) => {
    expect(parseIngroupLines(text)).toEqual({ ingroups: ['SUPPORT', 'SALESLINE'], skipped: [] });
  });

  it('as names without codes, it is not taken for codes', () => {
    expect(parseDispositionLines('No answer\nSALE Sale made\nsale, Sale made *')).toEqual({
      dispositions: [
        { code: 'SALE', name: 'Sale made', isCallback: false },
        { code: 'sale', name: 'Sale made', isCallback: true },
      ],
      skipped: ['No answer'],
    });
    expect(parseIngroupLines('Customer support\nsales - Sales\nSUPPORT Customer support')).toEqual({
      ingroups: ['sales', 'SUPPORT'],
      skipped: ['Customer support'],
    });
  });

  it.each([
    ['<td><input data-type="hidden" type=text data-value="OLD" value="Lunch"></td>'],
    ['<td><input title="value=OLD type=hidden" value=Lunch></td>'],
    ['<td><input type value="Lunch" checked></td>'],
    ['<td><select><option class="selected">OLD</option><option data-selected>X<option selected>Lunch</select></td>'],
  ])('with the field a person sees, whatever other attributes it has: %j', (shown) => {
    expect(linesOfPaste(shown)).toBe('Lunch');
  });

  it('as a table of text, with its heading', () => {
    expect(parsePauseCodeLines('Code\tName\tBillable\nLUNCH\tLunch break\tNO').codes).toEqual([
      { code: 'LUNCH', name: 'Lunch break' },
    ]);
    expect(parsePauseCodeLines('LUNCH\tLunch break\tNO').codes).toEqual([{ code: 'LUNCH', name: 'Lunch break' }]);
  });
});

describe('the ID of an in-group', () => {
  it.each([
    ['X', false],
    ['XY', true],
    ['SALES-LINE_2', true],
    ['SALES LINE', false],
    ['A'.repeat(20), true],
    ['A'.repeat(21), false],
  ])('%s is the same to a pasted list, the settings and a transfer', (ingroup, isGood) => {
    expect(isIngroup(ingroup)).toBe(isGood);
    expect(v.safeParse(editableEntries.transferIngroups, [ingroup]).success).toBe(isGood);
    expect(v.safeParse(callControlSchema, { action: 'ingroupTransfer', ingroup }).success).toBe(isGood);
  });
});

const cell = fc.stringMatching(/^[A-Za-z][A-Za-z &<>"']{0,20}[a-z]$/).map((text) => text.replace(/ +/g, ' '));
const code = fc.stringMatching(/^[A-Z0-9]{1,6}$/).filter((text) => !/^CODES?$/.test(text));
const rows = fc.uniqueArray(fc.record({ code, name: cell }), {
  minLength: 1,
  maxLength: 20,
  selector: (row) => row.code,
});
const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

describe('any list', () => {
  it('is read from a table of HTML, names in cells or in fields, as it was written', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (list, isField) => {
        const body = list.map(({ code: id, name }) => {
          const shown = isField ? `<input type="text" value="${escaped(name)}">` : escaped(name);
          return `<tr><td>${id}</td>\n<td>${shown}</td></tr>`;
        });
        const html = `<table><tr><th>Pause code</th><th>Name</th></tr>${body.join('')}</table>`;
        expect(parsePauseCodeLines(html)).toEqual({ codes: list, skipped: [] });
      }),
    );
  });

  it('has entries that VICIdial can have, whatever was pasted', () => {
    const markup = fc
      .array(
        fc.oneof(
          fc.string(),
          fc.constantFrom('<td>', '</tr>', '<input value=', '"', '<select>', '<!--', '&#9;', '&#x'),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(markup, (text) => {
        expect(parsePauseCodeLines(text).codes.every((each) => isPauseCode(each.code))).toBe(true);
        expect(parseDispositionLines(text).dispositions.every((each) => isDispositionCode(each.code))).toBe(true);
        expect(parseIngroupLines(text).ingroups.every(isIngroup)).toBe(true);
      }),
    );
  });

  it('takes no longer than its length asks for', () => {
    const began = performance.now();
    for (const piece of ['<', '<td', '<!--', '<script>', '<input ', '<select>', '&#', ' \t', '<select><option'])
      linesOfPaste(`<td>${piece.repeat(20_000)}`);
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});
