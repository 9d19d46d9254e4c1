import { expect, it } from 'vitest';
import { classifyAlert } from '../../../lib/screen/alert-kind.ts';

it.each([
  ['This phone number is in the DNC list: 7275551212', 'dnc'],
  ['Agent Alert! : This phone number is in the DNC list: 7275551212', 'dnc'],
  ['This phone number is not in the campaign lists: 7275551212', 'lists'],
  ['This phone number is outside of the local call time: 7275551212', 'callTime'],
  ['ERROR: 1001 ALREADY INCALL', 'alreadyInCall'],
  ['Dial timed out, contact your system administrator', 'dialTimedOut'],
  ['Your session has been paused', 'other'],
  ['Placing call to:1 7275551414', 'other'],
  ['Este número está en la lista DNC: 7275551212', 'other'],
  ['ERROR: something else', 'other'],
  ['', 'other'],
])('“%s” is %s', (text, kind) => {
  expect(classifyAlert(text)).toBe(kind);
});
