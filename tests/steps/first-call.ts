import { deepEqual, equal } from 'node:assert/strict';
import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { eventually } from '../patience.ts';
import type { Dialer } from '../simulator/dialer.ts';
import { createWalk, type Keys } from './keyboard.ts';
import type { StepPanel } from './step-desk.ts';

export const FIRST_NUMBER = '(415) 555-0132';

/** What an agent is promised. The machine types in no time; he has nearly all of it for reading. */
const PROMISED_MS = 120_000;
const CODES = {
  pauseCodes: [{ code: 'LUNCH', name: 'Lunch break' }],
  dispositions: [
    { code: 'SALE', name: 'Sale made', isCallback: false },
    { code: 'NI', name: 'Not interested', isCallback: false },
  ],
} as const;

/** The desk of somebody who has just installed Dialside: the agent screen and the CRM are open, the first steps in front. */
export interface NewDesk {
  readonly dialer: Dialer;
  readonly crmUrl: string;
  /** Of the page of the first steps, later of the popup that takes its place. */
  readonly keys: Keys;
  readonly page: Pick<StepPanel, 'expectText' | 'expectStage' | 'goto' | 'writeSettings'>;
  /** Answers the browser's own question about a permission, where the driver is asked one. */
  allow(host: string): Promise<void>;
  /** Waits for the button beside the number in the tab of the CRM that was open before. */
  expectButton(): Promise<void>;
  dialRequests(): readonly unknown[];
}

/** From the install to the first call, its disposition and a pause, all of it by keys. */
export async function workFirstCall(desk: NewDesk): Promise<void> {
  const { keys, page, dialer } = desk;
  const { tabTo, press, type, arrive } = createWalk(keys);
  const began = Date.now();

  await arrive('Server address');
  await keys.type(`${dialer.url}/agc/vicidial.php?relogin=YES&VD_login=${AGENT.user}&VD_pass=${AGENT.password}`);
  await keys.press('Enter');
  await desk.allow('127.0.0.1');
  await arrive('User');
  equal(withPassword(dialer), 0);
  await keys.type(AGENT.user);
  await type('Password', AGENT.password);
  await keys.press('Enter');
  await arrive('Can you hear and be heard?');
  await press('Yes, my phone is connected');
  await arrive('Your phone is connected. Stay on the line.');
  await press('Next');
  await arrive('Where do you see phone numbers?');
  await type('Address of your CRM', desk.crmUrl);
  await keys.press('Enter');
  await desk.allow('crm.example');
  await page.expectText('Numbers are found on');
  await desk.expectButton();
  await press('Next');
  await arrive('Make a test call');
  equal(desk.dialRequests().length, 0);
  await type('Number to call', FIRST_NUMBER);
  await keys.press('Enter');
  await page.expectStage(/On the call|Talking/);
  await page.expectText('It works.');
  const tookMs = Date.now() - began;
  console.log(`install to first call: ${(tookMs / 1_000).toFixed(1)} s`);
  equal(tookMs < PROMISED_MS, true);

  await page.expectStage('Talking');
  await tabTo('Hang up', 'Shift+Tab');
  await keys.press('Enter');
  // Nothing that takes a disposition is here but this.
  await arrive('Show agent screen');

  await page.writeSettings(CODES);
  await page.goto('popup.html');
  await arrive('Disposition');
  await keys.type('not');
  await keys.press('Enter');
  await arrive('Finish, stay paused');
  await press('Finish, next call');
  await arrive('Number to call');
  await eventually(() => deepEqual([live(dialer)?.status, lead(dialer)?.status], ['READY', 'NI']));
  await page.expectText('Ready');

  // The campaign wants a code with each pause.
  await tabTo('Choose a pause code', 'Shift+Tab');
  await keys.press('Enter');
  await keys.type('l');
  await keys.press('Enter');
  await arrive('Choose a pause code');
  await eventually(() => deepEqual([live(dialer)?.status, live(dialer)?.pause_code], ['PAUSED', 'LUNCH']));
}

function lead({ world }: Dialer) {
  return world.leads.find(({ phone_number }) => phone_number === FIRST_NUMBER.replace(/\D/g, ''));
}

function live({ world }: Dialer) {
  return world.live_agents.find(({ user }) => user === AGENT.user);
}

function withPassword({ log }: Dialer): number {
  return log
    .requests()
    .filter(({ path, parameters }) => /api\.php$/.test(path) && ('pass' in parameters || 'VD_pass' in parameters))
    .length;
}
