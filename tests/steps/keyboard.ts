import { equal, ok } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { eventually } from '../patience.ts';
import type { Dialer } from '../simulator/dialer.ts';
import type { StepPanel, Steps } from './step-desk.ts';

/** Real keys into a page of Dialside's, which is in front. */
export interface Keys {
  press(key: 'Tab' | 'Shift+Tab' | 'Enter'): Promise<void>;
  type(text: string): Promise<void>;
  /** Whether the control of that name has the focus, by {@link isFocused}. */
  isAt(name: string): Promise<boolean>;
}

const MOST_STOPS = 40;
const LONGER_THAN_A_COMMAND_MS = 1_000;

/** Runs in the page and sees nothing of this file. */
export function isFocused(name: string): boolean {
  const at = document.activeElement;
  const isField = at instanceof HTMLInputElement || at instanceof HTMLSelectElement;
  const label = isField ? at.labels?.[0]?.textContent : at?.textContent;
  return (at?.getAttribute('aria-label') ?? label ?? '').trim() === name;
}

interface Walk {
  /** Goes on, or back, until the control of that name has the focus. */
  tabTo(name: string, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  type(name: string, text: string): Promise<void>;
  press(name: string): Promise<void>;
  /** Waits until Dialside itself has given that the focus, or left it there. */
  arrive(name: string): Promise<void>;
}

export function createWalk(keys: Keys): Walk {
  const tabTo: Walk['tabTo'] = async (name, key = 'Tab') => {
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await keys.isAt(name)) return;
      await keys.press(key);
    }
    throw new Error(`No "${name}" within ${MOST_STOPS} stops`);
  };
  return {
    tabTo,
    async type(name, text) {
      await tabTo(name);
      await keys.type(text);
    },
    async press(name) {
      await tabTo(name);
      await keys.press('Enter');
    },
    arrive: (name) => eventually(async () => ok(await keys.isAt(name), `The focus is not at "${name}"`)),
  };
}

/** Signs in, goes ready, pauses, dials and hangs up, as somebody does who has no mouse. */
export async function workByKeyboard(
  keys: Keys,
  panel: Pick<StepPanel, 'expectText' | 'expectStage'>,
  dialer: Dialer,
): Promise<void> {
  const { type, press } = createWalk(keys);
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
    await question.press('Call');
    await panel.expectStage('Talking');
    await desk.expectDialRequests(1);
  },
};
