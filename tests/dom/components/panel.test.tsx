import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fail } from '../../../lib/result.ts';
import { control, expectAccessible } from './mount.tsx';
import { commands, showPanel, words } from './panel-stage.tsx';
import { agentIn, dialIn, SCREEN, SIGNED_IN, UNSEEN } from './panel-states.ts';

describe('pausing', () => {
  it('takes one key from a ready agent', async () => {
    showPanel({ agent: agentIn('ready') });
    control('button', 'Pause').focus();
    await userEvent.keyboard('{Enter}');
    expect(commands.pause).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('with a code is done by keys alone', async () => {
    showPanel({ agent: agentIn('ready') });
    control('button', 'Pause').focus();
    await userEvent.keyboard('{Tab}{Enter}{ArrowDown}{ArrowDown}{Enter}');
    expect(commands.pause).toHaveBeenCalledExactlyOnceWith('COACH');
    expect(control('button', 'Choose a pause code').matches(':focus')).toBe(true);
  });

  it('finds a code by its first letter, and nothing is chosen on Escape', async () => {
    showPanel({ agent: agentIn('ready') });
    control('button', 'Choose a pause code').focus();
    await userEvent.keyboard('{ArrowDown}a');
    expect(document.activeElement?.textContent).toContain('Paperwork');
    await userEvent.keyboard('{Escape}');
    expect(document.querySelector('[role=menu]')).toBeNull();
    expect(commands.pause).not.toHaveBeenCalled();
  });

  it('leads to the options while no codes are known', async () => {
    showPanel({ agent: agentIn('ready'), pauseCodes: [] });
    await userEvent.click(control('button', 'Choose a pause code'));
    await userEvent.keyboard('{Enter}');
    expect(commands.openOptions).toHaveBeenCalledExactlyOnceWith('pause-codes');
  });

  it('shows what is asked for and not yet true, and cannot be asked twice', () => {
    showPanel({ agent: agentIn('talking'), pending: { kind: 'pause', pauseCode: 'LUNCH', afterCall: true } });
    expect(words()).toContain('Pauses as Lunch break after this call');
    // Nothing is under way as long as the call lasts.
    expect(document.querySelector('.pending .spinner')).toBeNull();
    showPanel({ agent: agentIn('ready'), pending: { kind: 'pause', pauseCode: 'LUNCH', afterCall: false } });
    expect(document.querySelector('.pending .spinner')).not.toBeNull();
    expect(() => control('button', /^Pause/)).toThrow();
  });

  it('leaves the focus at the button, which is pressed once for what is under way, and says so', async () => {
    const said = () => [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent);
    const focused = () => document.activeElement?.textContent;
    showPanel({ agent: agentIn('ready') });
    control('button', 'Pause').focus();
    await userEvent.keyboard('{Enter}');
    showPanel({ agent: agentIn('ready'), pending: { kind: 'pause', pauseCode: null, afterCall: false } });
    expect([focused(), said().includes('Pausing…')]).toEqual(['Pausing…', true]);
    await userEvent.keyboard('{Enter}');
    expect(commands.pause).toHaveBeenCalledOnce();
    await expectAccessible();
    showPanel();
    expect(focused()).toBe('Go ready');
    await userEvent.keyboard('{Enter}');
    showPanel({ pending: { kind: 'resume' } });
    expect([focused(), said().includes('Going ready…')]).toEqual(['Going ready…', true]);
    await userEvent.keyboard('{Enter}');
    expect(commands.resume).toHaveBeenCalledOnce();
    showPanel({ agent: agentIn('ready') });
    expect([focused(), said().includes('Going ready…')]).toEqual(['Pause', false]);
  });

  it('names the code by its name', () => {
    showPanel();
    expect(document.querySelector('.status-phase')?.textContent).toBe('PausedLunch break');
  });
});

describe('going ready', () => {
  it('is the first button of a paused agent', async () => {
    showPanel();
    await userEvent.click(control('button', 'Go ready'));
    expect(commands.resume).toHaveBeenCalledOnce();
  });
});

describe('going ready in a manual campaign', () => {
  it('says that it has no effect, and can be reached', async () => {
    showPanel({ connection: { ...SIGNED_IN, dialMethod: 'manual' } });
    const ready = control('button', 'Go ready');
    expect(ready.getAttribute('aria-disabled')).toBe('true');
    expect(words()).toContain('In a manual campaign you always stay paused.');
    ready.focus();
    await userEvent.keyboard('{Enter}');
    expect(commands.resume).not.toHaveBeenCalled();
    await expectAccessible();
  });

  it('is none of pausing', async () => {
    showPanel({ connection: { ...SIGNED_IN, dialMethod: 'manual' }, agent: agentIn('ready') });
    await userEvent.click(control('button', 'Pause'));
    expect(commands.pause).toHaveBeenCalledOnce();
  });
});

describe('the time in a state', () => {
  it('ticks', async () => {
    showPanel({ agent: agentIn('ready', { since: Date.now() - 61_500 }) });
    const timer = document.querySelector('.status [role=timer]');
    expect(timer?.textContent).toBe('1:01');
    await expect.poll(() => timer?.textContent).toMatch(/^1:0[2-9]$/);
  });

  it('is not shown before anything is known', () => {
    showPanel({ agent: agentIn('unknown', { since: 0 }) });
    expect(document.querySelector('.status [role=timer]')).toBeNull();
  });
});

describe('the agent’s status', () => {
  it('spaces a number that VICIdial gives without its calling code', () => {
    showPanel({ agent: agentIn('talking', { phoneNumber: '4155552671' }) });
    expect(document.querySelector('.status-facts')?.textContent).toContain('with (415) 555-2671');
    // In full, as on the card.
    showPanel({ agent: agentIn('talking', { phoneNumber: '+14155552671' }) });
    expect(document.querySelector('.status-facts')?.textContent).toContain('with +1 415 555 2671');
  });
});

describe('signing out', () => {
  it('is done at once while no call runs', async () => {
    showPanel();
    await userEvent.click(control('button', 'Sign out'));
    expect(commands.signOut).toHaveBeenCalledOnce();
  });

  it.each([
    ['accepted', 'paused', 'Your call is not placed yet. Signing out takes it back'],
    ['previewing', 'previewing', 'It stays on the agent screen, and you stay paused'],
    ['talking', 'talking', 'Your call goes on without Dialside.'],
    ['wrapUp', 'wrapUp', 'Your last call still needs its disposition'],
  ] as const)('is asked about first while a dial is %s, with what becomes of it', async (stage, phase, sentence) => {
    showPanel({ dial: dialIn(stage), agent: agentIn(phase) });
    await userEvent.click(control('button', 'Sign out'));
    expect(commands.signOut).not.toHaveBeenCalled();
    expect(words()).toContain(sentence);
    await expectAccessible();
    await userEvent.click(control('button', 'Sign out all the same'));
    expect(commands.signOut).toHaveBeenCalledOnce();
  });

  it.each(['{Enter}', '{Escape}'])('is asked about where the focus goes, and left there by %s', async (key) => {
    showPanel({ dial: dialIn('talking'), agent: agentIn('talking') });
    control('button', 'Sign out').focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toBe('Stay signed in');
    await userEvent.keyboard(key);
    expect(words()).not.toContain('goes on without Dialside');
    expect(document.activeElement?.textContent).toBe('Sign out');
    expect(commands.signOut).not.toHaveBeenCalled();
  });

  it('is not asked about any more when the call is over, nor when the agent stays', async () => {
    const talking = { dial: dialIn('talking'), agent: agentIn('talking') };
    showPanel(talking);
    await userEvent.click(control('button', 'Sign out'));
    await userEvent.click(control('button', 'Stay signed in'));
    expect(words()).not.toContain('goes on without Dialside');
    await userEvent.click(control('button', 'Sign out'));
    expect(words()).toContain('goes on without Dialside');
    showPanel();
    await expect.poll(words).not.toContain('goes on without Dialside');
    // The next call.
    showPanel({ dial: dialIn('talking', { id: 'dial-2' }), agent: agentIn('talking') });
    expect(words()).not.toContain('goes on without Dialside');
    expect(commands.signOut).not.toHaveBeenCalled();
  });
});

describe('ring my phone', () => {
  it('says that the dialer took it, and nothing of it when it did not', async () => {
    showPanel();
    expect(words()).not.toContain('The dialer rings your phone.');
    await userEvent.click(control('button', 'Ring my phone'));
    await expect.poll(words).toContain('The dialer rings your phone.');
    commands.ringMe = vi.fn(async () => fail({ code: 'notSignedIn' })) as never;
    showPanel();
    await userEvent.click(control('button', 'Ring my phone'));
    await expect.poll(words).not.toContain('The dialer rings your phone.');
  });
});

describe('problems', () => {
  it('tell of a refused status login, which something more urgent may hide', () => {
    const connection = { ...SIGNED_IN, statusLoginRefused: true };
    showPanel({ connection });
    expect(words()).toContain('The dialer refused the login for live detail');
    showPanel({ connection: { ...connection, isStatusLoginInDoubt: true } });
    expect(words()).toContain('the remembered one may be wrong');
    showPanel({ connection: { ...connection, problem: { code: 'unreachable' } } });
    expect(words()).not.toContain('login for live detail');
  });

  it('of a webphone host are mended by allowing that host', async () => {
    showPanel({ problem: { code: 'webphoneHostUnknown', host: 'phone.example.net' } });
    await userEvent.click(control('button', 'Open phone.example.net from now on'));
    expect(commands.openWebphone).toHaveBeenCalledExactlyOnceWith('phone.example.net');
  });

  it('of a command are shown although the state holds none', async () => {
    commands.openWebphone = vi.fn(async () =>
      fail({ code: 'webphoneHostUnknown', host: 'phone.example.net' }),
    ) as never;
    showPanel();
    await userEvent.click(control('button', 'Webphone'));
    await expect.poll(words).toContain('The webphone runs at phone.example.net');
  });

  it('of the connection are shown until it is back', async () => {
    showPanel({ connection: { ...SIGNED_IN, problem: { code: 'unreachable' } } });
    expect(words()).toContain('No connection to the dialer.');
    await userEvent.click(control('button', 'Try again'));
    expect(commands.refresh).toHaveBeenCalledOnce();
  });

  it('that a call has too are told once', () => {
    const connection = { ...SIGNED_IN, problem: { code: 'unreachable' } } as const;
    const dial = dialIn('unknown', { problem: { code: 'vicidial', failure: { code: 'unreachable' } } });
    showPanel({
      connection,
      dial,
      agent: agentIn('talking'),
      finish: { step: 'failed', problem: { code: 'unreachable' } },
    });
    expect(document.querySelectorAll('[role=alert]')).toHaveLength(1);
    showPanel({ connection, dial: dialIn('refused', { problem: { code: 'pauseTimedOut' } }) });
    expect(document.querySelectorAll('[role=alert]')).toHaveLength(2);
  });

  it('of a refused password lead back to the form and are never repeated', async () => {
    showPanel({ connection: { ...SIGNED_IN, problem: { code: 'badCredentials' } } });
    expect(() => control('button', 'Try again')).toThrow();
    await userEvent.click(control('button', 'Sign in again'));
    expect(commands.signOut).toHaveBeenCalledOnce();
  });
});

describe('the agent screen', () => {
  it('is spoken of when it would hold a call back, and shown by one button', async () => {
    showPanel({ screen: { ...SCREEN, boxes: ['pauseCode'] } });
    expect(words()).toContain('The agent screen asks for a pause code and holds calls back.');
    await userEvent.click(control('.problem button', 'Show agent screen'));
    expect(commands.showScreen).toHaveBeenCalledOnce();
  });

  it('is not spoken of for a pause code where the pause is over, or about to be', () => {
    const screen = { ...SCREEN, boxes: ['pauseCode'] } as const;
    showPanel({ screen, pending: { kind: 'resume' } });
    expect(words()).not.toContain('The agent screen asks for a pause code');
    showPanel({ screen, agent: agentIn('ready') });
    expect(words()).not.toContain('The agent screen asks for a pause code');
    showPanel({ screen, agent: agentIn('paused') });
    expect(words()).toContain('The agent screen asks for a pause code');
  });

  it('whose box a phone that was rung leaves open is only to be closed', () => {
    const screen = { ...SCREEN, boxes: ['emptySession'] } as const;
    showPanel({ screen, rungAt: Date.now() - 61_000 });
    expect(control('.problem button', 'Ring my phone')).toBeDefined();
    showPanel({ screen, rungAt: Date.now() - 5_000 });
    expect(document.querySelector('.problem')?.textContent).toContain('Your phone was rung.');
    expect([...document.querySelectorAll('.problem button')].map(({ textContent }) => textContent)).toEqual([
      'Show agent screen',
    ]);
  });

  it('that is open nowhere here is spoken of before the first call', () => {
    const told = 'No tab of this browser shows the agent screen';
    showPanel();
    expect(words()).not.toContain(told);
    showPanel({ screen: UNSEEN });
    expect(words()).toContain(told);
    showPanel({ screen: UNSEEN, dial: dialIn('ended') });
    expect(words()).not.toContain(told);
  });

  it('that is open nowhere here is spoken of only once a tab of it would have been heard of', async () => {
    const told = 'No tab of this browser shows the agent screen';
    showPanel({ screen: UNSEEN, connection: { ...SIGNED_IN, signedInAt: Date.now() - 1_500 } });
    expect(words()).not.toContain(told);
    await expect.poll(words).toContain(told);
    showPanel({ screen: UNSEEN, connection: { ...SIGNED_IN, signedInAt: Date.now() + 3_600_000 } });
    expect(words()).toContain(told);
  });

  it('that no tab showed at the sign-in is spoken of at once, before anything below could be pressed', () => {
    const connection = { ...SIGNED_IN, signedInAt: Date.now() };
    showPanel({ screen: UNSEEN, connection, beganWithoutScreen: true });
    expect(words()).toContain('No tab of this browser shows the agent screen');
  });

  it('is left to the call card while a call runs', () => {
    showPanel({ screen: { ...SCREEN, boxes: ['pauseCode'] }, dial: dialIn('accepted') });
    expect(words()).not.toContain('The agent screen asks for a pause code');
  });
});
