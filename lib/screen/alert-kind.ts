import type { ScreenAlertKind } from '../agent/state/screen-reading.ts';

/** The beginnings of the messages, as the page writes them in English (agent-screen.md 3.1 and 3.7). */
const BEGINNINGS: readonly (readonly [ScreenAlertKind, RegExp])[] = [
  ['dnc', /This phone number is in the DNC list/],
  ['lists', /This phone number is not in the campaign lists/],
  ['callTime', /This phone number is outside of the local call time/],
  ['alreadyInCall', /ERROR: .*ALREADY INCALL/],
  ['dialTimedOut', /Dial timed out/],
];

/** What a message of the alert box means; a heading of the box may stand before it. */
export function classifyAlert(text: string): ScreenAlertKind {
  return BEGINNINGS.find(([, beginning]) => beginning.test(text))?.[0] ?? 'other';
}
