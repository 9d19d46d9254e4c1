import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConfirmCard } from '../../../components/confirm-card.tsx';
import { WebphoneView } from '../../../components/webphone-view.tsx';
import type { ConfirmReason } from '../../../lib/agent/dial-view.ts';
import type { Explanation } from '../../../lib/messages/explanation.ts';
import { control, hide, show } from './mount.tsx';
import { CUSTOMER, dialIn } from './panel-states.ts';

afterEach(hide);
beforeEach(() => vi.clearAllMocks());

const words = () => document.body.textContent;

describe('the confirmation window', () => {
  const onAnswer = vi.fn<(confirmed: boolean) => void>();

  function ask(confirm: readonly ConfirmReason[], number = CUSTOMER) {
    show(<ConfirmCard dial={dialIn('confirming', { confirm, number })} onAnswer={onAnswer} />);
  }

  it('shows number, country and kind', () => {
    ask(['premiumRate'], { ...CUSTOMER, kind: 'premiumRate', extension: '9' });
    expect(words()).toContain('+1 415 555 2671');
    expect(words()).toContain('United States · Premium rate · Extension 9');
  });

  it.each([
    ['premiumRate', 'Premium-rate number'],
    ['sharedCost', 'Shared-cost number'],
    ['satellite', 'Satellite number'],
    ['ready', 'You are ready for calls.'],
    ['numberNotShown', 'The page did not show this number.'],
  ] as const)('says why it asks: %s', (reason, sentence) => {
    ask([reason]);
    expect(document.querySelector('.reasons')?.textContent).toContain(sentence);
  });

  it('stands on the safe choice: a key meant for the page places no call', async () => {
    ask(['premiumRate']);
    await userEvent.keyboard('{Enter}');
    expect(onAnswer.mock.calls).toEqual([[false]]);
  });

  it('declines on Escape', async () => {
    ask(['premiumRate']);
    await userEvent.keyboard('{Tab}{Escape}');
    expect(onAnswer.mock.calls).toEqual([[false]]);
  });

  it('dials by keyboard with one more key', async () => {
    ask(['premiumRate']);
    await userEvent.keyboard('{Tab}{Enter}');
    expect(onAnswer.mock.calls).toEqual([[true]]);
  });

  it('says that it pauses, where it does', () => {
    ask(['ready']);
    expect(control('button', 'Pause and dial')).toBeDefined();
  });
});

describe('the webphone window', () => {
  const onReopen = vi.fn<(allowHost: string | null) => Promise<Explanation | null>>(async () => null);
  const onRingMe = vi.fn<() => Promise<Explanation | null>>(async () => null);
  const SECRET = 'about:blank#c2VjcmV0';

  function showWebphone(url: string | null | undefined) {
    show(<WebphoneView url={url} onReopen={onReopen} onRingMe={onRingMe} />);
  }

  it('hosts the phone in a frame that may use the microphone and tells nobody where it came from', () => {
    showWebphone(SECRET);
    const frame = document.querySelector('iframe');
    expect(frame?.allow).toBe('microphone; autoplay');
    expect(frame?.referrerPolicy).toBe('no-referrer');
    expect(frame?.src).toBe(SECRET);
  });

  it('has the secret address in the frame and nowhere else', () => {
    showWebphone(SECRET);
    expect(document.documentElement.outerHTML.split('c2VjcmV0')).toHaveLength(2);
    expect(document.title).not.toContain('c2VjcmV0');
  });

  it('keeps the running phone when anything else changes', async () => {
    showWebphone(SECRET);
    const frame = document.querySelector('iframe');
    await userEvent.click(control('button', 'Ring my phone'));
    await expect.poll(words).toContain('Your phone should ring now.');
    expect(document.querySelector('iframe')).toBe(frame);
  });

  it('offers to open again when the address was handed out already', async () => {
    showWebphone(null);
    expect(document.querySelector('iframe')).toBeNull();
    await userEvent.click(control('button', 'Open again'));
    expect(onReopen).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('lets an unknown host be allowed', async () => {
    const host = 'phone.example.net';
    const action = { kind: 'allowHost', host } as const;
    onReopen.mockResolvedValueOnce({ key: 'commandWebphoneHostUnknown', substitutions: [host], action });
    showWebphone(null);
    await userEvent.click(control('button', 'Open again'));
    await expect.poll(words).toContain('The webphone runs at phone.example.net');
    await userEvent.click(control('button', 'Open phone.example.net from now on'));
    expect(onReopen).toHaveBeenLastCalledWith('phone.example.net');
  });

  it('says why the phone could not be rung, and not that it rings', async () => {
    onRingMe.mockResolvedValueOnce({ key: 'failNotLoggedIn', substitutions: [], action: null });
    showWebphone(SECRET);
    await userEvent.click(control('button', 'Ring my phone'));
    await expect.poll(words).toContain('You are not logged in to the agent screen.');
    expect(words()).not.toContain('Your phone should ring now.');
  });

  it('rings once for two quick presses: each request would ring again', async () => {
    onRingMe.mockReturnValueOnce(new Promise(() => {}));
    showWebphone(SECRET);
    await userEvent.dblClick(control('button', 'Ring my phone'));
    expect(onRingMe).toHaveBeenCalledOnce();
  });
});
