import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { NumberCommands } from '../../../components/number/number-commands.ts';
import { fail, ok } from '../../../lib/result.ts';
import { CALLBACKS, numberView } from '../../pages/component-gallery/number-views.tsx';
import { control, drawn, hide, later, show } from './mount.tsx';
import { chooseLead, openTool } from './number-stage.tsx';
import { words } from './sign-in-stage.tsx';

afterEach(hide);

describe('a call-back', () => {
  it('is planned for the lead that is shown, once, and read again', async () => {
    const planCallback = vi.fn(async () => ok(null));
    const callbacks = vi.fn(async () => ok([]));
    show(numberView({ commands: { planCallback, callbacks } }));
    await openTool('callback');
    await userEvent.fill(document.querySelector('input[name=callback-at]')!, '2099-01-05T09:30');
    await userEvent.fill(document.querySelector('input[name=callback-comment]')!, 'wants an offer');
    const plan = control('button', 'Plan the call-back');
    plan.click();
    plan.click();
    await expect.poll(words).toContain('The call-back is planned.');
    const callback = { at: '2099-01-05 09:30:00', type: 'USERONLY', comments: 'wants an offer' };
    expect(planCallback.mock.calls).toEqual([['2002', callback]]);
    expect(callbacks).toHaveBeenCalledTimes(2);
    expect(document.querySelector('form')).toBeNull();
    await expect.poll(() => document.activeElement?.textContent).toBe('Call back at…');
  });

  it.each([
    ['', 'callback-at', 'Enter'],
    ['2001-01-05T09:30', 'callback-at', 'This time is past'],
  ])('at “%s” is not sent', async (at, name, said) => {
    const planCallback = vi.fn(async () => ok(null));
    show(numberView({ commands: { planCallback } }));
    await openTool('callback');
    await userEvent.fill(document.querySelector(`input[name=${name}]`)!, at);
    control('button', 'Plan the call-back').click();
    await expect.poll(() => document.querySelector('.problem-note')?.textContent).toContain(said);
    expect(planCallback).not.toHaveBeenCalled();
  });

  it('that VICIdial does not take stays as it was filled in, and says why', async () => {
    const planCallback = async () => fail({ code: 'callbackUserUnknown' } as const);
    show(numberView({ commands: { planCallback } }));
    await openTool('callback');
    await userEvent.fill(document.querySelector('input[name=callback-comment]')!, 'kept');
    control('button', 'Plan the call-back').click();
    await expect.poll(words).toContain('VICIdial does not know you as an agent for call-backs.');
    expect(document.querySelector<HTMLInputElement>('input[name=callback-comment]')?.value).toBe('kept');
  });

  it('is removed with all others of its lead, once it was asked how many they are and whose', async () => {
    const removeCallbacks = vi.fn(async () => ok(2));
    const mine = CALLBACKS[0]!;
    const others = [
      { ...mine, user: '1004', at: '2027-02-01 09:00:00' },
      { ...mine, for: 'ANYONE' as const, user: '', at: '2027-02-02 09:00:00' },
    ];
    const callbacks = vi.fn<NumberCommands['callbacks']>(async () => ok([]));
    callbacks.mockResolvedValueOnce(ok([mine, ...others]));
    show(numberView({ commands: { removeCallbacks, callbacks } }));
    await expect.poll(words).toContain('Remove the planned call-backs');
    control('button', 'Remove the planned call-backs').click();
    await expect.poll(words).toContain('How many: 3. For: 1000, 1004, Anyone.');
    expect(removeCallbacks).not.toHaveBeenCalled();
    control('button', 'Remove the planned call-backs').click();
    await expect.poll(words).toContain('Call-backs removed: 2.');
    expect(removeCallbacks.mock.calls).toEqual([['2002']]);
    expect(callbacks).toHaveBeenCalledTimes(2);
    await expect.poll(() => document.activeElement?.textContent).toBe('Call-backs removed: 2.');
    await chooseLead('1987');
    await expect.poll(words).not.toContain('Call-backs removed');
  });

  it('whose removal is answered while the next one is written takes no letter of it', async () => {
    const { answer, come } = later<Awaited<ReturnType<NumberCommands['removeCallbacks']>>>();
    show(numberView({ commands: { removeCallbacks: () => answer } }));
    await expect.poll(words).toContain('Remove the planned call-backs');
    control('button', 'Remove the planned call-backs').click();
    await expect.poll(words).toContain('How many: 1.');
    control('button', 'Remove the planned call-backs').click();
    await openTool('callback');
    const comment = document.querySelector<HTMLInputElement>('input[name=callback-comment]')!;
    comment.focus();
    await userEvent.keyboard('wants ');
    come(ok(1));
    await expect.poll(words).toContain('Call-backs removed: 1.');
    await drawn();
    await userEvent.keyboard('an offer');
    expect(comment.value).toBe('wants an offer');
  });

  it('whose removal nobody has answered clearly leads on to what is said of it', async () => {
    const unclear = fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 8_000 } } as const);
    show(numberView({ commands: { removeCallbacks: async () => unclear } }));
    await expect.poll(words).toContain('Remove the planned call-backs');
    control('button', 'Remove the planned call-backs').click();
    await expect.poll(words).toContain('How many: 1.');
    await userEvent.keyboard('{Enter}');
    const inFocus = () => (document.activeElement === document.body ? null : document.activeElement?.textContent);
    await expect.poll(inFocus).toContain('This may have been done');
  });

  it('that could not be removed is a trouble of its own lead alone', async () => {
    const removeCallbacks = async () => fail({ code: 'noRight' } as const);
    show(numberView({ commands: { removeCallbacks } }));
    await expect.poll(words).toContain('Remove the planned call-backs');
    control('button', 'Remove the planned call-backs').click();
    await expect.poll(words).toContain('How many: 1.');
    control('button', 'Remove the planned call-backs').click();
    await expect.poll(words).toContain('The second login may not do this.');
    await chooseLead('1987');
    await expect.poll(words).not.toContain('The second login may not do this.');
  });
});

describe('a change that is on its way', () => {
  type Planned = Awaited<ReturnType<NumberCommands['planCallback']>>;

  /** The window after *Plan the call-back* was pressed for the first lead, until the dialer answers. */
  async function plan(change: Partial<NumberCommands> = {}) {
    const { answer, come, fail: reject } = later<Planned>();
    const planCallback = vi.fn(() => answer);
    const verdict = vi.fn(async () => null);
    show(numberView({ commands: { verdict, planCallback, ...change } }));
    await openTool('callback');
    await userEvent.fill(document.querySelector('input[name=callback-at]')!, '2099-01-05T09:30');
    control('button', 'Plan the call-back').click();
    await expect.poll(() => status()).toBe('Sending to the dialer');
    return { planCallback, verdict, answer: { resolve: come, reject } };
  }
  const status = () => document.querySelector('.number-actions + [role=status]')?.textContent;

  it('cannot be left, nor sent a second time, before its outcome is known', async () => {
    const { planCallback, answer } = await plan();
    for (const name of ['Cancel', 'Plan the call-back', 'Call back at…', 'Do not call…'] as const) {
      expect(control('button', name).getAttribute('aria-disabled')).toBe('true');
      control('button', name).click();
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(document.querySelector('form')).not.toBeNull();
    answer.resolve(fail({ code: 'callbackUserUnknown' }));
    await expect.poll(words).toContain('VICIdial does not know you as an agent for call-backs.');
    expect(planCallback).toHaveBeenCalledTimes(1);
    control('button', 'Cancel').click();
    await expect.poll(() => document.querySelector('form')).toBeNull();
    expect(document.querySelector('[role=alert]')).toBeNull();
  });

  it('may have been made where nobody has answered clearly: that is said, and everything read again', async () => {
    const callbacks = vi.fn(async () => ok([]));
    const { answer, verdict } = await plan({ callbacks });
    answer.resolve(fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 8_000 } }));
    await expect.poll(words).toContain('This may have been done');
    await expect.poll(() => callbacks.mock.calls.length).toBe(2);
    await expect.poll(() => verdict.mock.calls.length).toBe(2);
  });

  it('is read again, too, where not even the background has answered', async () => {
    const { answer, verdict } = await plan();
    answer.reject(new Error('gone'));
    await expect.poll(words).toContain('This may have been done');
    await expect.poll(() => verdict.mock.calls.length).toBe(2);
  });

  it('that failed while another lead was shown says so where its own is', async () => {
    const { answer } = await plan();
    await chooseLead('1987');
    await expect.poll(() => document.querySelector('form')).toBeNull();
    answer.resolve(fail({ code: 'callbackUserUnknown' }));
    await expect.poll(status).toBe('');
    expect(document.querySelector('[role=alert]')).toBeNull();
    await chooseLead('2002');
    await expect.poll(words).toContain('VICIdial does not know you as an agent for call-backs.');
  });

  it('tells its outcome beside its own lead alone', async () => {
    const { answer } = await plan();
    await chooseLead('1987');
    await expect.poll(() => document.querySelector('form')).toBeNull();
    expect(status()).toBe('Sending to the dialer');
    control('button', 'Do not call…').click();
    answer.resolve(ok(null));
    await expect.poll(status).toBe('');
    await chooseLead('2002');
    await expect.poll(status).toBe('The call-back is planned.');
    await chooseLead('1987');
    await expect.poll(status).toBe('');
  });
});
