import { deepEqual, ok } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../patience.ts';
import type { Steps } from './step-desk.ts';

/** A button comes to a number within a sentence when the pointer does, after a moment. */
const LONGER_THAN_A_BUTTON_MS = 300;

/** What may be called on the page of a contact: where each button is shown depends on the room beside it. */
const REAL = [
  ...['Call +1 415 555 0132', 'Call +1 415 555 0174', 'Call +1 628 555 0116, extension 22'],
  ...['Call +1 415 555 0158', 'Call +1 415 555 0163'],
];

/** Order, date, address of a machine, parcel, amount, account and case: digits that nobody is called by. */
const OTHERS = ['6505550143', '2026-11-18', '192.168.10.24', '1Z4155550190', '415.555', '4155550120', '4155550166'];

export const sites: Steps = {
  async 'orders, accounts, addresses, amounts and dates have no button, wherever the pointer is'(desk) {
    await desk.signIn();
    const crm = await desk.openCrm('contact.html');
    await desk.enableSite(crm);
    await crm.expectLabel('(415) 555-0132', 'Call +1 415 555 0132');
    // A number among the words has one.
    await crm.pointAt('555-0174');
    await eventually(async () => ok((await crm.labels()).includes('Call +1 415 555 0174')));
    for (const text of OTHERS) {
      await crm.pointAt(text);
      await sleep(LONGER_THAN_A_BUTTON_MS);
      const others = (await crm.labels()).filter((label) => !REAL.includes(label));
      deepEqual({ text, others }, { text, others: [] });
    }
  },
};
