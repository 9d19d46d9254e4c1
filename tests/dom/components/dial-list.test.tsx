import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { withNumbers, withState } from '../../../lib/agent/list/dial-list.ts';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import type { E164 } from '../../../lib/phone/phone-number.ts';
import { fail } from '../../../lib/result.ts';
import { button, commands, showPanel, site, words } from './panel-stage.tsx';
import { agentIn, dialIn, SITE } from './panel-states.ts';

const NUMBERS = ['+14155552671', '+442079460123', '+493012345678'] as E164[];
const LIST = withNumbers(
  [],
  NUMBERS.map((e164) => ({ e164, extension: null })),
);
const IN_CALL: Partial<PanelState> = { dialList: LIST, agent: agentIn('talking'), dial: dialIn('talking') };

const isShown = () => document.querySelector('.dial-list') !== null;
const lines = () => [...document.querySelectorAll('.dial-list li')].map((line) => line.textContent);

describe('the dial list', () => {
  it('takes no room while there is none', () => {
    showPanel();
    expect(isShown()).toBe(false);
  });

  it('shows the next number, and where it stands', () => {
    showPanel({ dialList: withState(LIST, NUMBERS[0]!, 'called') });
    expect(document.querySelector('.list-next-words')?.textContent).toBe('+44 20 7946 01232 of 3');
  });

  it('says which extension is to be sent once somebody answers', () => {
    const list = withNumbers([], [{ e164: NUMBERS[0]!, extension: '204' }]);
    showPanel({ dialList: list });
    button('Show all numbers').click();
    expect(document.querySelector('.list-next-words')?.textContent).toBe('+1 415 555 2671Extension 204 · 1 of 1');
    return expect.poll(lines).toEqual(['+1 415 555 2671Extension 204']);
  });

  it('calls the number that it shows', () => {
    showPanel({ dialList: LIST });
    button('Call next').click();
    expect(commands.dialNext).toHaveBeenCalledExactlyOnceWith(NUMBERS[0]);
  });

  it('says why it was not called', async () => {
    commands.dialNext.mockResolvedValueOnce(fail({ code: 'agentInWrapUp' }) as never);
    showPanel({ dialList: LIST });
    button('Call next').click();
    await expect.poll(words).toContain('still needs its disposition');
  });

  it('skips, and takes back what was skipped or called', () => {
    showPanel({ dialList: withState(LIST, NUMBERS[0]!, 'skipped') });
    button('Skip').click();
    expect(commands.changeList).toHaveBeenLastCalledWith(NUMBERS[1], 'skipped');
    button('Show all numbers').click();
    return expect
      .poll(lines)
      .toEqual(['+1 415 555 2671Skipped', '+44 20 7946 0123', '+49 30 12345678'])
      .then(() => {
        button('Call +1 415 555 2671 once more in its turn').click();
        expect(commands.changeList).toHaveBeenLastCalledWith(NUMBERS[0], 'waiting');
        button('Take +49 30 12345678 off the list').click();
        expect(commands.changeList).toHaveBeenLastCalledWith(NUMBERS[2], 'removed');
      });
  });

  it('says that it is done', () => {
    showPanel({ dialList: NUMBERS.reduce((list, e164) => withState(list, e164, 'called'), LIST) });
    expect(words()).toContain('All numbers of the list are called or skipped.');
    button('Clear').click();
    expect(commands.clearList).toHaveBeenCalledOnce();
  });

  it('calls nobody while a call is on', () => {
    showPanel(IN_CALL, SITE, 'side');
    expect(button('Call next').getAttribute('aria-disabled')).toBe('true');
    button('Call next').click();
    expect(commands.dialNext).not.toHaveBeenCalled();
  });
});

describe('one key', () => {
  it('is enough: the focus is back when the call is over, and calls nobody in the same moment', async () => {
    showPanel({ dialList: LIST }, SITE, 'side');
    button('Call next').focus();
    await userEvent.keyboard('{Enter}');
    expect(commands.dialNext).toHaveBeenCalledOnce();
    showPanel(IN_CALL, SITE, 'side');
    button('Hang up').focus();
    button('Hang up').blur();
    showPanel({ dialList: withState(LIST, NUMBERS[0]!, 'called') }, SITE, 'side');
    await expect.poll(() => document.activeElement?.textContent).toBe('Call next');
    button('Call next').click();
    expect(commands.dialNext).toHaveBeenCalledOnce();
    await expect
      .poll(() => {
        button('Call next').click();
        return commands.dialNext.mock.calls.length;
      })
      .toBe(2);
  });

  it('stays where the agent has gone meanwhile', () => {
    showPanel({ dialList: LIST }, SITE, 'side');
    button('Call next').click();
    showPanel(IN_CALL, SITE, 'side');
    const field = document.querySelector<HTMLInputElement>('.dial-field input');
    field?.focus();
    showPanel({ dialList: LIST }, SITE, 'side');
    expect(document.activeElement).toBe(field);
  });

  it('that is held down calls once', async () => {
    showPanel({ dialList: LIST });
    button('Call next').focus();
    const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });
    button('Call next').dispatchEvent(held);
    expect(held.defaultPrevented).toBe(true);
  });
});

describe('the numbers of a page', () => {
  it('are asked for where Dialside is on, and nothing is said where some came', async () => {
    showPanel({}, { ...SITE, enabled: true });
    button('Make a dial list').click();
    await vi.waitFor(() => expect(site.collect).toHaveBeenCalledOnce());
    expect(words()).not.toContain('No number was found');
  });

  it('are said to be none where none came', async () => {
    site.collect.mockResolvedValueOnce(0);
    showPanel({}, { ...SITE, enabled: true });
    button('Make a dial list').click();
    await expect.poll(words).toContain('No number was found on this page that is not in the list.');
  });
});
