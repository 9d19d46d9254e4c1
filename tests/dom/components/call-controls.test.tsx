import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fail, ok } from '../../../lib/result.ts';
import { control, expectAccessible } from './mount.tsx';
import { button, commands, field, isDisabled, reasonOf, showPanel, showPhase, words } from './panel-stage.tsx';
import { agentIn, CUSTOMER, dialIn, SITE } from './panel-states.ts';

describe('without a call', () => {
  it.each(['paused', 'ready', 'unknown', 'notLoggedIn', 'phoneRinging'] as const)('nothing is added: %s', (phase) => {
    showPhase(phase);
    expect(document.querySelector('.call')).toBeNull();
    expect(document.querySelector('.finish-progress')).toBeNull();
    expect(commands.isRecording).not.toHaveBeenCalled();
  });
});

describe('controls of a call that may still ring, by the agent’s own login', () => {
  const MAY_RING =
    'It may still be ringing, which your login cannot tell: until somebody answers, the dialer does nothing with these.';

  it.each(['Hold', 'Tones', 'Transfer'])('work, and say that they may do nothing: %s', (name) => {
    showPhase('onCall', { agent: agentIn('onCall', { since: Date.now() - 60_000 }) });
    expect([isDisabled(name), reasonOf(name)]).toEqual([false, MAY_RING]);
    expect(words()).toContain(MAY_RING);
  });

  it('say nothing of the kind once it would have been given up, or is known to be answered', () => {
    showPhase('onCall', { agent: agentIn('onCall', { since: Date.now() - 66_000 }) });
    expect(words()).not.toContain(MAY_RING);
    showPhase('talking');
    expect(words()).not.toContain(MAY_RING);
  });
});

describe('a control without effect', () => {
  it.each([
    ['dialling', 'Tones', 'The call still rings. Wait until it is answered.'],
    ['parked', 'Transfer', 'On hold: take the customer back first.'],
    ['threeWay', 'Hold', 'End the three-way call first.'],
    ['customerGone', 'Record', 'The customer has hung up.'],
  ] as const)('in %s is reached by keyboard and says why: %s', async (phase, name, reason) => {
    showPhase(phase);
    expect(isDisabled(name)).toBe(true);
    button('Hang up').focus();
    for (let tabs = 0; tabs < 5 && !button(name).matches(':focus'); tabs++) await userEvent.keyboard('{Tab}');
    expect(button(name).matches(':focus')).toBe(true);
    expect(reasonOf(name)).toBe(reason);
    // Seen without pointing, and covering nothing.
    const below = document.querySelector('.call-controls .why-not') as HTMLElement;
    expect(below.textContent).toContain(reason);
    expect(getComputedStyle(below).position).toBe('static');
    await userEvent.keyboard('{Enter}');
    expect(commands.control).not.toHaveBeenCalled();
    expect(document.querySelector('.call-tool')).toBeNull();
    await expectAccessible();
  });
});

describe('holding', () => {
  it('puts on hold, and takes back while on hold', async () => {
    showPhase('talking');
    await userEvent.click(button('Hold'));
    showPhase('parked');
    await expect.poll(() => isDisabled('Take back')).toBe(false);
    await userEvent.click(button('Take back'));
    expect(commands.control.mock.calls).toEqual([[{ action: 'park' }], [{ action: 'grab' }]]);
  });

  it('is sent once for two quick presses: the second would be taken for another', async () => {
    showPhase('talking');
    await userEvent.dblClick(button('Hold'));
    expect(commands.control).toHaveBeenCalledOnce();
    showPhase('parked');
    expect(reasonOf('Take back')).toContain('the agent screen is taking the last command');
  });

  it('that was refused says why and can be tried at once', async () => {
    commands.control = vi.fn(async () =>
      fail({ code: 'vicidial', command: 'park', failure: { code: 'noLeadOnScreen' } }),
    ) as never;
    showPhase('talking');
    await userEvent.click(button('Hold'));
    await expect.poll(words).toContain('There is no lead on your agent screen.');
    expect(isDisabled('Hold')).toBe(false);
  });
});

describe('the card of a call', () => {
  const card = () => document.querySelector('.call')?.textContent ?? '';

  it.each([
    ['parked', 'Customer on hold'],
    ['threeWay', 'Three-way call'],
    ['customerGone', 'Customer hung up'],
  ] as const)('says what the agent’s status above it says: %s', (phase, stage) => {
    showPhase(phase, { dial: dialIn('talking') });
    expect(document.querySelector('.status-phase')?.textContent).toBe(stage);
    expect(card()).toContain(stage);
    expect(card()).not.toContain('Talking');
    expect(card()).toContain('+1 415 555 2671');
  });

  it('keeps to the dial where the agent is not on its call', () => {
    showPhase('paused', { dial: dialIn('ended') });
    expect(card()).toContain('Call ended');
    showPhase('parked', { dial: dialIn('ended') });
    expect(document.querySelector('.call[aria-label="Last call"]')?.textContent).toContain('Call ended');
  });
});

describe('tones', () => {
  it('are typed and sent together on Enter', async () => {
    showPhase('talking');
    button('Tones').focus();
    await userEvent.keyboard('{Enter}12x#*{Enter}');
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'dtmf', tones: '12#*' });
    await expect.poll(words).toContain('Sent: 12#*');
    expect(field('Tones to send').value).toBe('');
    await expectAccessible();
  });

  it('are pressed on keys, and the last is taken back', async () => {
    showPhase('talking');
    await userEvent.click(button('Tones'));
    for (const key of ['4', '*', '#']) await userEvent.click(control('.call-tool .key', key));
    await userEvent.click(control('.call-tool button', 'Delete the last digit'));
    await userEvent.click(button('Send'));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'dtmf', tones: '4*' });
  });

  it('have the only keypad of a side panel, whose own comes back after them', async () => {
    showPanel({ agent: agentIn('talking') }, SITE, 'side');
    const keypads = () => [...document.querySelectorAll('.keypad')].filter((keypad) => keypad.checkVisibility());
    await userEvent.click(button('Tones'));
    expect(keypads().map((keypad) => keypad.closest('.call-tool') !== null)).toEqual([true]);
    await userEvent.click(button('Tones'));
    expect(keypads().map((keypad) => keypad.closest('.dial-pad') !== null)).toEqual([true]);
  });

  it('are kept when the dialer did not take them', async () => {
    commands.control = vi.fn(() => Promise.reject(new Error('gone')));
    showPhase('talking');
    await userEvent.click(button('Tones'));
    await userEvent.keyboard('99{Enter}');
    await expect.poll(words).toContain('Dialside could not do this.');
    expect(field('Tones to send').value).toBe('99');
  });

  it('are shown as they are sent: forty at most', async () => {
    showPhase('talking');
    await userEvent.click(button('Tones'));
    await userEvent.fill(field('Tones to send'), '1-23'.repeat(15));
    await userEvent.keyboard('{End}456');
    const shown = field('Tones to send').value;
    expect(shown).toBe('123'.repeat(14).slice(0, 40));
    await userEvent.click(button('Send'));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'dtmf', tones: shown });
  });

  it('that are typed while others are on their way stay', async () => {
    let answer = () => {};
    commands.control = vi.fn(() => new Promise((resolve) => (answer = () => resolve(ok(null)))));
    showPhase('talking');
    await userEvent.click(button('Tones'));
    await userEvent.keyboard('12{Enter}34');
    answer();
    await expect.poll(words).toContain('Sent: 12');
    expect(field('Tones to send').value).toBe('34');
  });

  it('of the dialled extension are one press once somebody answers', async () => {
    const dial = dialIn('ringing', { number: { ...CUSTOMER, extension: '204' } });
    showPhase('dialling', { dial });
    expect(isDisabled('Send extension 204')).toBe(true);
    showPhase('talking', { dial: { ...dial, stage: 'talking' } });
    button('Send extension 204').focus();
    await userEvent.keyboard('{Enter}');
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'dtmf', tones: '204' });
  });
});

describe('a preview', () => {
  it.each([
    ['Call lead', 'previewDial'],
    ['Skip', 'previewSkip'],
    ['Alternative number', 'previewAlternative'],
  ])('is answered by %s', async (name, action) => {
    showPhase('previewing', { agent: agentIn('previewing', { phoneNumber: '+442079460123' }), readsLeads: true });
    expect(document.querySelector('.call')?.textContent).toContain('+44 20 7946 0123');
    await userEvent.click(button(name));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action });
  });

  it('offers no other number where nobody can read it, nor of a preview for the first alone', () => {
    showPhase('previewing');
    expect(() => button('Alternative number')).toThrow();
    showPhase('previewing', { readsLeads: true, dial: dialIn('previewing') });
    expect(() => button('Alternative number')).toThrow();
  });

  it.each([null, dialIn('previewing')])('has no tools of a call: %j', (dial) => {
    showPhase('previewing', { dial });
    expect(button('Skip')).toBeTruthy();
    expect(() => button('Hold')).toThrow();
    expect(() => button('Hang up')).toThrow();
  });
});
