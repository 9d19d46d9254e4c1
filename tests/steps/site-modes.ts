import { deepEqual, equal } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { readContacts } from '../pages/demo-crm/server.ts';
import { eventually } from '../patience.ts';
import type { StepPage, Steps } from './step-desk.ts';

const NUMBER = '(415) 555-0132';
const LABEL = 'Call +1 415 555 0132';
const ALL = (await readContacts()).length;
/** A pointer that comes or goes has shown its buttons by then. */
const SHOWN_WITHIN_MS = 500;

/** What a page shows: numbers marked, buttons while nothing is pointed at, and at the number that is. */
interface Shown {
  readonly marks: number;
  readonly atRest: number;
  readonly pointedAt: boolean;
}

const MODES: readonly (readonly [entry: string, shown: Shown])[] = [
  ['Never, mark numbers only', { marks: ALL, atRest: 0, pointedAt: false }],
  ['When I point at a number', { marks: ALL, atRest: 0, pointedAt: true }],
  ['Always, where there is room', { marks: ALL, atRest: ALL, pointedAt: true }],
];

export const siteModes: Steps = {
  async 'how numbers are shown on a site is chosen in the popup, and seen on its open pages'(desk) {
    await desk.signIn();
    const crm = await desk.openCrm();
    await desk.enableSite(crm);
    await eventually(async () => equal(await crm.marks(), ALL));
    for (const [entry, shown] of MODES) {
      await desk.chooseInPopup(crm, 'Buttons here', entry);
      await expectShown(crm, shown);
    }
    // And none where the site's switch is off.
    await desk.disableSite(crm);
    await expectShown(crm, { marks: 0, atRest: 0, pointedAt: false });
  },

  async 'a page that comes later shows numbers as was chosen for its site, until the options decide again'(desk) {
    await desk.signIn();
    const crm = await desk.openCrm();
    await desk.enableSite(crm);
    await desk.chooseInPopup(crm, 'Buttons here', 'Never, mark numbers only');
    await crm.expectLabels([]);
    await crm.goto(`${desk.crmUrl}/index.html?later`);
    await expectShown(crm, { marks: ALL, atRest: 0, pointedAt: false });
    await desk.chooseInPopup(crm, 'Buttons here', 'As in the options');
    await expectShown(crm, { marks: ALL, atRest: ALL, pointedAt: true });
  },
};

function expectShown(page: StepPage, shown: Shown): Promise<void> {
  return eventually(async () => deepEqual(await look(page), shown), 30_000);
}

async function look(page: StepPage): Promise<Shown> {
  await page.pointAway();
  await sleep(SHOWN_WITHIN_MS);
  const [marks, { length: atRest }] = [await page.marks(), await page.labels()];
  await page.pointAt(NUMBER);
  await sleep(SHOWN_WITHIN_MS);
  return { marks, atRest, pointedAt: (await page.labels()).includes(LABEL) };
}
