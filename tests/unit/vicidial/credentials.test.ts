import { expect, it } from 'vitest';
import { passwordWarning } from '../../../lib/vicidial/wire/credentials.ts';

it.each([
  ['abc-DEF_123', null, null],
  ['ab.cd', null, 'stripped'],
  ['a+b/c=d.e', null, 'stripped'],
  ['p@ss#1%', 'stripped', 'stripped'],
  ['a b', 'stripped', 'stripped'],
  ['a;b', 'stripped', 'stripped'],
  ['a|b', 'stripped', 'stripped'],
  ['pässword', 'stripped', 'stripped'],
  ['abc\n', 'stripped', 'stripped'],
  ['a', 'tooShort', 'tooShort'],
  ['', 'tooShort', 'tooShort'],
  ['ab', null, null],
])('the password %j: %s for the Agent API alone, %s for both', (password, alone, both) => {
  expect(passwordWarning(password, false)).toBe(alone);
  expect(passwordWarning(password, true)).toBe(both);
});
