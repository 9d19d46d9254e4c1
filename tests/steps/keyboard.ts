import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import type { Dialer } from '../simulator/dialer.ts';
import type { StepPanel } from './step-desk.ts';

/** Real keys into the popup's page, which is in front. */
export interface Keys {
  press(key: 'Tab' | 'Enter'): Promise<void>;
  type(text: string): Promise<void>;
  /** Whether the control of that name has the focus, by {@link isFocused}. */
  isAt(name: string): Promise<boolean>;
}

const MOST_STOPS = 40;

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
