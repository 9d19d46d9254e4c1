import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { escapeNonAscii } from '../scripts/ascii-output.ts';

it.each([
  "'\u00e9 \u2014 \ufeff \ud83d\ude00'",
  '`\u5206\u673a`',
  '/^[\u0660-\u0669\uff10-\uff19]+$/.source.length > 0 && /^[\u0660-\u0669\uff10-\uff19]+$/.test("\u0663\uff11")',
  '/^\ud83d\ude00$/u.test("\ud83d\ude00")',
])('%s means the same in ASCII', (code) => {
  const ascii = escapeNonAscii(code);
  expect(ascii).toMatch(/^[\0-\x7f]*$/);
  expect(runInNewContext(ascii)).toEqual(runInNewContext(code));
});
