import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import { control, expectAccessible } from './mount.tsx';
import { commands, showPanel, words } from './panel-stage.tsx';
import { agentIn, DISPOSITIONS, dialIn, SITE } from './panel-states.ts';

/** With the dispositions that a call can be ended with. */
function showEnding(change: Partial<PanelState> = {}, layout: 'popup' | 'side' = 'popup') {
  showPanel({ dispositions: DISPOSITIONS, ...change }, SITE, layout);
}

const WRAP_UP = { agent: agentIn('wrapUp'), dial: dialIn('wrapUp') };
const MEANT = { inWrapUp: true, phoneNumber: null };
const search = () => document.querySelector('[role=combobox]') as HTMLInputElement;

describe('a call-back', () => {
  const time = () => document.querySelector('[name=callback-at]') as HTMLInputElement;

  it('asks for time, person and comment, by keys alone', async () => {
    showEnding(WRAP_UP);
    await userEvent.keyboard('callbk{Enter}');
    expect(time().matches(':focus')).toBe(true);
    await userEvent.fill(time(), '2031-03-09T14:30');
    document.querySelector<HTMLElement>('.call-tool input[type=radio]:checked')?.focus();
    await userEvent.keyboard('{ArrowDown}{Tab}after lunch{Tab}{Enter}');
    expect(commands.finish).toHaveBeenCalledExactlyOnceWith({
      status: 'CALLBK',
      callback: { at: '2031-03-09 14:30:00', type: 'ANYONE', comments: 'after lunch' },
      afterCall: 'stayPaused',
      meant: MEANT,
    });
  });

  it('is the agent’s own unless told otherwise, and in the dialer’s time', async () => {
    showEnding(WRAP_UP);
    await userEvent.keyboard('callbk');
    expect(words()).toContain('Call back at (dialer’s time)');
    await expectAccessible();
    await userEvent.fill(time(), '2031-12-31T00:05');
    await userEvent.click(control('button', 'Finish, next call'));
    expect(commands.finish.mock.calls).toEqual([
      [
        {
          status: 'CALLBK',
          callback: { at: '2031-12-31 00:05:00', type: 'USERONLY', comments: '' },
          afterCall: 'next',
          meant: MEANT,
        },
      ],
    ]);
  });

  it('without a time is not sent', async () => {
    showEnding(WRAP_UP);
    await userEvent.keyboard('callbk');
    await userEvent.clear(time());
    await userEvent.click(control('button', 'Finish, stay paused'));
    expect(words()).toContain('Enter the date and the time.');
    expect(time().matches(':focus')).toBe(true);
    expect(commands.finish).not.toHaveBeenCalled();
  });

  it('in the past is refused, and the time asked for again', async () => {
    showEnding(WRAP_UP);
    await userEvent.keyboard('callbk');
    await userEvent.fill(time(), '2020-01-01T09:00');
    await userEvent.click(control('button', 'Finish, stay paused'));
    expect(words()).toContain('This time is past. Enter one that is still to come.');
    expect(time().matches(':focus')).toBe(true);
    await userEvent.click(control('button', 'Finish, stay paused'));
    expect(commands.finish).not.toHaveBeenCalled();
    await expectAccessible();
    await userEvent.fill(time(), '2031-12-31T00:05');
    expect(words()).not.toContain('This time is past');
    await userEvent.click(control('button', 'Finish, stay paused'));
    expect(commands.finish).toHaveBeenCalledOnce();
  });

  it('that may be past is sent when it is pressed for once more', async () => {
    showEnding({ ...WRAP_UP, clockAheadMs: 0 });
    await userEvent.keyboard('callbk');
    const halfAnHourAgo = new Date(Date.now() - 1_800_000).toISOString().slice(0, 16);
    await userEvent.fill(time(), halfAnHourAgo);
    await userEvent.click(control('button', 'Finish, next call'));
    expect(words()).toContain('This time seems to be past.');
    expect(commands.finish).not.toHaveBeenCalled();
    await userEvent.click(control('button', 'Finish, next call'));
    expect(commands.finish).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ callback: expect.objectContaining({ at: `${halfAnHourAgo.replace('T', ' ')}:00` }) }),
    );
  });

  it('is suggested for tomorrow by the dialer’s clock, whose time is shown', async () => {
    const aheadMs = Date.UTC(2031, 2, 9, 14, 31) - Date.now();
    showEnding({ ...WRAP_UP, clockAheadMs: aheadMs });
    await userEvent.keyboard('callbk');
    expect(time().value).toBe('2031-03-10T14:45');
    expect(words()).toMatch(/At the dialer it is Sun,? 2:3[12].PM\./u);
    showEnding(WRAP_UP);
    expect(words()).toMatch(/Here it is .+; the dialer may be in another time zone\./u);
  });

  it('is told in the agent’s own time where that is another', async () => {
    const own = -new Date().getTimezoneOffset() * 60_000;
    showEnding({ ...WRAP_UP, clockAheadMs: own - 5.5 * 3_600_000 });
    await userEvent.keyboard('callbk');
    await userEvent.fill(time(), '2031-03-09T22:45');
    expect(words()).toMatch(
      /At the dialer it is .+ \(UTC[+-]\d+(:\d\d)?\)\. For you the call-back is at Mon,? 4:15.AM\./u,
    );
    showEnding({ ...WRAP_UP, clockAheadMs: own + 20_000 });
    expect(words()).not.toContain('For you');
    showEnding(WRAP_UP);
    expect(words()).not.toContain('For you');
  });

  it('keeps at most 200 characters of a comment', async () => {
    showEnding(WRAP_UP);
    await userEvent.keyboard('callbk');
    expect((document.querySelector('[name=callback-comment]') as HTMLInputElement).maxLength).toBe(200);
  });

  it('shows what the dialer keeps of a comment, where that is not all', async () => {
    showEnding(WRAP_UP);
    await userEvent.keyboard('callbk');
    const comment = document.querySelector('[name=callback-comment]') as HTMLInputElement;
    const all = 'Letters from A to Z, digits, spaces, dots and dashes are kept.';
    await userEvent.fill(comment, 'Ask for Ann, 9.30');
    expect(words()).toContain('The dialer keeps: Ask for Ann 9.30');
    expect(words()).not.toContain(all);
    await userEvent.fill(comment, 'Ask for Ann ');
    expect(words()).toContain(all);
    expect(words()).not.toContain('The dialer keeps:');
    await userEvent.fill(comment, 'Müller zurückrufen');
    expect(words()).toContain('The dialer keeps: Muller zuruckrufen');
    await expectAccessible();
    await userEvent.fill(comment, 'علي');
    expect(words()).toContain('The dialer keeps nothing of this.');
  });

  it('is not asked for with another disposition', async () => {
    showEnding(WRAP_UP);
    await userEvent.keyboard('callbk');
    await userEvent.fill(search(), 'sale');
    expect(document.querySelector('[name=callback-at]')).toBeNull();
  });
});
