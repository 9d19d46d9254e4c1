import { equal } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { eventually } from '../patience.ts';
import type { Dialer } from '../simulator/dialer.ts';
import type { StepPanel, Steps } from './step-desk.ts';

/** Real keys into the popup's page, which is in front. */
export interface Keys {
  press(key: 'Tab' | 'Enter'): Promise<void>;
  type(text: string): Promise<void>;
  /** Whether the control of that name has the focus, by {@link isFocused}. */
  isAt(name: string): Promise<boolean>;
}

const MOST_STOPS = 40;
const LONGER_THAN_A_COMMAND_MS = 1_000;

/** Runs in the page and sees nothing of this file. */
export function isFocused(name: string): boolean {
  const at = document.activeElement;
  const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at?.textContent;
  return (at?.getAttribute('aria-label') ?? label ?? '').trim() === name;
}

/** Signs in, goes ready, pauses, dials and hangs up, as somebody does who has no mouse. */
export async function workByKeyboard(
  keys: Keys,
  panel: Pick<StepPanel, 'expectText' | 'expectStage'>,
  dialer: Dialer,
): Promise<void> {
  const tabTo = async (name: string) => {
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await keys.isAt(name)) return;
      await keys.press('Tab');
    }
    throw new Error(`No "${name}" within ${MOST_STOPS} stops`);
  };
  const type = async (name: string, text: string) => {
    await tabTo(name);
    await keys.type(text);
  };
  const press = async (name: string) => {
    await tabTo(name);
    await keys.press('Enter');
  };

  await type('Server address', dialer.url);
  await type('User', AGENT.user);
  await type('Password', AGENT.password);
  await press('More settings');
  await type('Status user', STATUS_LOGIN.user);
  await type('Status password', STATUS_LOGIN.password);
  await keys.press('Enter');
  await panel.expectText('Sign out');

  await press('Go ready');
  await panel.expectText('Ready');
  await press('Pause');
  await panel.expectText('Paused');

  await type('Number to call', '4155550132');
  await keys.press('Enter');
  await panel.expectStage('Talking');
  await press('Hang up');
  await panel.expectText('Wrap-up');
}

/** Where codes are forced, the agent screen would wait for one after the pause. */
export function forceNoPauseCodes({ world }: Dialer): void {
  for (const campaign of world.campaigns) Object.assign(campaign, { agent_pause_codes_active: 'N' });
}

/** Keys of the browser's own, which reach Dialside whatever is in front. */
export const commandKeys: Steps = {
  async 'keys hang up no call that the agent does not see, and the one he sees'(desk) {
    await desk.openAgentScreen();
    const panel = await desk.signIn();
    await panel.dial('+1 415 555 0132');
    await panel.expectStage('Talking');
    const hangUps = () => desk.dialer.log.requests({ function: 'external_hangup' }).length;
    // A window that asks about another call shows this one no more than an empty page does.
    await panel.goto('confirm.html#another');
    await panel.expectText('This question is no longer open.');
    await desk.openCrm();
    await desk.strike('hang-up');
    await sleep(LONGER_THAN_A_COMMAND_MS);
    equal(hangUps(), 0);
    await panel.goto('popup.html');
    await panel.bringToFront();
    await panel.expectStage('Talking');
    await desk.strike('hang-up');
    await eventually(() => equal(hangUps(), 1));
  },

  async 'a number selected on a page is dialled by key once Dialside has shown it and the agent has agreed'(desk) {
    await desk.openAgentScreen();
    const panel = await desk.signIn();
    const crm = await desk.openCrm('contact.html');
    await desk.enableSite(crm);
    await crm.evaluate(() => {
      const line = Object.assign(document.createElement('p'), { textContent: '(415) 555-0132' });
      document.body.append(line);
      getSelection()?.selectAllChildren(line);
    });
    await desk.strike('dial-selection');
    const question = await desk.question();
    await question.expectText('+1 415 555 0132');
    await question.expectText('You asked by key for the number that is selected.');
    await desk.expectDialRequests(0);
    await question.press('Dial');
    await panel.expectStage('Talking');
    await desk.expectDialRequests(1);
  },
};
