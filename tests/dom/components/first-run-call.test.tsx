import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ok } from '../../../lib/result.ts';
import { NO_POLICY, type Policy } from '../../../lib/settings/policy.ts';
import { CRM, dial, press, showPage, title } from './first-run-stage.tsx';
import { control, hide } from './mount.tsx';
import { agentIn, dialIn, SIGNED_IN, UNSEEN } from './panel-states.ts';
import { words } from './sign-in-stage.tsx';

beforeEach(() => {
  vi.clearAllMocks();
});
afterEach(hide);

describe('the test call', () => {
  const ready = { connection: SIGNED_IN, phoneHeard: true } as const;
  const policy: Policy = { ...NO_POLICY, values: { testNumber: '+14155550100' } };

  it('goes to the company’s number by one press, or to one that is typed; nothing dials by itself', async () => {
    dial.mockResolvedValue(ok(dialIn('preparing')));
    showPage({ state: ready, sites: [CRM], policy });
    expect(title()).toBe('Make a test call');
    expect(dial).not.toHaveBeenCalled();
    press('Call the test number +1 415 555 0100');
    await expect.poll(() => dial.mock.lastCall).toEqual(['+14155550100']);
    await userEvent.fill(document.querySelector('input[type=tel]')!, '4155552671');
    press('Call');
    await expect.poll(() => dial.mock.lastCall?.[0].replace(/\D/g, '')).toBe('4155552671');
  });

  it('offers no number of its own', () => {
    showPage({ state: ready, sites: [CRM] });
    expect(words()).not.toContain('test number');
    expect(document.querySelector<HTMLInputElement>('input[type=tel]')?.value).toBe('');
  });

  it('says that it works once somebody talks', async () => {
    showPage({ state: ready, sites: [CRM] });
    expect(words()).not.toContain('It works');
    showPage({ state: { ...ready, dial: dialIn('talking') }, sites: [CRM] });
    await expect.poll(words).toMatch(/It works\.[\s\S]*puzzle piece/);
  });

  it('leads whoever hangs up by keyboard on to the next number, and leaves nobody nowhere', async () => {
    showPage({ state: { ...ready, dial: dialIn('talking') }, sites: [CRM] });
    control('button', 'Hang up').focus();
    showPage({ state: { ...ready, dial: dialIn('ended') }, sites: [CRM] });
    await expect.poll(() => document.activeElement?.matches('input[type=tel]')).toBe(true);
  });

  it('leads on to the agent screen, which asks for the disposition', async () => {
    showPage({ state: { ...ready, agent: agentIn('talking'), dial: dialIn('talking') }, sites: [CRM] });
    control('button', 'Hang up').focus();
    showPage({ state: { ...ready, agent: agentIn('wrapUp'), dial: dialIn('wrapUp') }, sites: [CRM] });
    await expect.poll(() => document.activeElement?.textContent).toBe('Show agent screen');
  });

  it('says once, and with one button, that the agent screen is to be opened', () => {
    const openings = () =>
      [...document.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Open agent screen');
    showPage({ state: { ...ready, screen: UNSEEN }, sites: [CRM] });
    expect(openings()).toHaveLength(1);
    showPage({ state: { ...ready, screen: UNSEEN, dial: dialIn('accepted') }, sites: [CRM] });
    expect(openings()).toHaveLength(1);
    expect(words().split('No tab of this browser shows the agent screen')).toHaveLength(2);
  });

  it('asks to sign in first', async () => {
    showPage();
    press(/Test call/);
    await expect.poll(title).toBe('Make a test call');
    const [, signIn] = [...document.querySelectorAll('button')].filter(({ textContent }) =>
      textContent?.endsWith('Sign in'),
    );
    signIn?.click();
    await expect.poll(title).toBe('Sign in as in the agent screen');
  });
});
