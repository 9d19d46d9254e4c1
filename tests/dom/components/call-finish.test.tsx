import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { findDispositions } from '../../../components/call/disposition-search.ts';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import { control, expectAccessible, hide } from './mount.tsx';
import { commands, showPanel, words } from './panel-stage.tsx';
import { agentIn, DISPOSITIONS, dialIn, SCREEN, SITE } from './panel-states.ts';

/** With the dispositions that a call can be ended with. */
function showEnding(change: Partial<PanelState> = {}, layout: 'popup' | 'side' = 'popup') {
  showPanel({ dispositions: DISPOSITIONS, ...change }, SITE, layout);
}

const TALKING = { agent: agentIn('talking'), dial: dialIn('talking') };
const WRAP_UP = { agent: agentIn('wrapUp'), dial: dialIn('wrapUp') };
const MEANT = { inWrapUp: true, phoneNumber: null };
const search = () => document.querySelector('[role=combobox]') as HTMLInputElement;
const chosen = () => document.querySelector('[role=option][aria-selected=true] code')?.textContent;

describe('finishing by keyboard', () => {
  it('takes the first letters of a disposition and two Enters in wrap-up', async () => {
    showEnding(WRAP_UP);
    expect(search().matches(':focus')).toBe(true);
    await userEvent.keyboard('sal{Enter}{Enter}');
    expect(commands.finish).toHaveBeenCalledExactlyOnceWith({
      status: 'SALE',
      callback: null,
      afterCall: 'stayPaused',
      meant: MEANT,
    });
  });

  it('stays paused with the code of the options, or the one that is chosen', async () => {
    showEnding({ ...WRAP_UP, callPauseCode: 'ADMIN' });
    await userEvent.keyboard('sal{Enter}{Enter}');
    expect(commands.finish).toHaveBeenLastCalledWith(expect.objectContaining({ pauseCode: 'ADMIN' }));
    hide();
    showEnding({ ...WRAP_UP, callPauseCode: 'ADMIN' });
    const code = document.querySelector('.call-tool select') as HTMLSelectElement;
    expect([...code.options].map(({ text }) => text)).toEqual([
      ...['Without a code', 'Lunch break', 'Coaching', 'Paperwork'],
    ]);
    await userEvent.selectOptions(code, 'LUNCH');
    await userEvent.click(search());
    await userEvent.keyboard('sal{Enter}{Tab}{Enter}');
    const next = { status: 'SALE', callback: null, afterCall: 'next', meant: MEANT };
    expect(commands.finish).toHaveBeenLastCalledWith(next);
    await expectAccessible();
  });

  it('stays paused with no code only where the campaign asks for none', async () => {
    showEnding({ ...WRAP_UP, asksForPauseCode: true });
    const code = document.querySelector('[name=pause-code]') as HTMLSelectElement;
    expect(code.selectedOptions[0]?.text).toBe('Choose…');
    await userEvent.keyboard('sal{Enter}{Enter}');
    expect(commands.finish).not.toHaveBeenCalled();
    expect(words()).toContain('Choose a pause code: your campaign asks for one');
    expect(document.activeElement).toBe(code);
    await expectAccessible();
    await userEvent.selectOptions(code, 'LUNCH');
    expect(words()).not.toContain('Choose a pause code: your campaign asks for one');
    await userEvent.click(control('button', 'Finish, stay paused'));
    expect(commands.finish).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ pauseCode: 'LUNCH' }));
    hide();
    showEnding({ ...WRAP_UP, asksForPauseCode: true, callPauseCode: 'ADMIN' });
    await userEvent.keyboard('sal{Enter}{Enter}');
    expect(commands.finish).toHaveBeenLastCalledWith(expect.objectContaining({ pauseCode: 'ADMIN' }));
    hide();
    showEnding({ ...WRAP_UP, asksForPauseCode: true, pauseCodes: [] });
    await userEvent.keyboard('sal{Enter}{Enter}');
    expect(commands.finish).toHaveBeenCalledTimes(3);
  });

  it('stays paused with a code that is chosen by keyboard, where the campaign asks for one', async () => {
    showEnding({ ...WRAP_UP, asksForPauseCode: true });
    await userEvent.keyboard('sal{Enter}{Enter}');
    expect(document.activeElement?.getAttribute('name')).toBe('pause-code');
    await userEvent.keyboard('P{Shift>}{Tab}{Tab}{/Shift}');
    expect(document.activeElement?.textContent).toBe('Finish, stay paused');
    await userEvent.keyboard('{Enter}');
    expect(commands.finish).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ status: 'SALE', afterCall: 'stayPaused', pauseCode: 'ADMIN' }),
    );
  });

  it('takes the code that was chosen in the menu of the pause button, the newest choice first', async () => {
    const pending = (pauseCode: string | null) => ({ kind: 'pause', pauseCode, afterCall: true }) as const;
    const code = () => document.querySelector('.call-tool select') as HTMLSelectElement;
    showEnding({ ...WRAP_UP, callPauseCode: 'ADMIN' });
    showEnding({ ...WRAP_UP, callPauseCode: 'ADMIN', pending: pending('LUNCH') });
    expect(code().value).toBe('LUNCH');
    await userEvent.selectOptions(code(), 'COACH');
    showEnding({ ...WRAP_UP, callPauseCode: 'ADMIN', pending: pending('LUNCH'), rungAt: 1 });
    expect(code().value).toBe('COACH');
    showEnding({ ...WRAP_UP, callPauseCode: 'ADMIN', pending: pending(null) });
    expect(code().value).toBe('');
    showEnding({ ...WRAP_UP, callPauseCode: 'ADMIN', pending: pending('LUNCH') });
    await userEvent.selectOptions(code(), '');
    await userEvent.click(search());
    await userEvent.keyboard('sal{Enter}{Enter}');
    expect(commands.finish).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ pauseCode: null }));
  });

  it('says nothing red of the box that its code is about to close', () => {
    const screen = { ...SCREEN, boxes: ['pauseCode'] } as const;
    const paused = agentIn('paused');
    showEnding({ agent: paused, screen, finish: { step: 'awaitingFree', problem: null } });
    expect(document.querySelector('[role=alert]')).toBeNull();
    showEnding({ agent: paused, screen, finish: { step: 'done', problem: null } });
    expect(document.querySelector('[role=alert]')?.textContent).toContain('pause code');
    showEnding({ agent: paused, screen, pending: { kind: 'pause', pauseCode: 'LUNCH', afterCall: false } });
    expect(document.querySelector('[role=alert]')).toBeNull();
  });

  it('goes on to the next call with one more Tab', async () => {
    showEnding(WRAP_UP);
    await userEvent.keyboard('busy{Enter}{Tab}{Enter}');
    expect(commands.finish).toHaveBeenCalledExactlyOnceWith({
      status: 'B',
      callback: null,
      afterCall: 'next',
      meant: MEANT,
    });
  });

  it('names the call as it was when it was opened, and after a press as it is since', async () => {
    showEnding({ agent: agentIn('talking', { phoneNumber: null }) });
    await userEvent.click(control('button', 'Finish'));
    await userEvent.keyboard('busy{Enter}');
    showEnding({ agent: agentIn('talking', { phoneNumber: '+12125550187' }) });
    await userEvent.click(control('button', 'Finish, next call'));
    const meant = (phoneNumber: string | null) => expect.objectContaining({ meant: { inWrapUp: false, phoneNumber } });
    expect(commands.finish).toHaveBeenLastCalledWith(meant(null));
    await vi.waitFor(() => expect(control('button', 'Finish, next call').ariaDisabled).not.toBe('true'), 5_000);
    await userEvent.click(control('button', 'Finish, next call'));
    expect(commands.finish).toHaveBeenLastCalledWith(meant('+12125550187'));
  });

  it('begins at the Finish button during a call, and says that it hangs up', async () => {
    showEnding(TALKING);
    control('button', 'Finish').focus();
    await userEvent.keyboard('{Enter}');
    expect(search().matches(':focus')).toBe(true);
    expect(words()).toContain('This hangs up the call.');
    await expectAccessible();
  });

  it('walks the list by arrows, around its ends', async () => {
    showEnding(WRAP_UP);
    await userEvent.keyboard('{ArrowUp}');
    expect(chosen()).toBe('DEMO');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(chosen()).toBe('NI');
    expect(search().getAttribute('aria-activedescendant')).toBe(
      document.querySelector('[role=option][aria-selected=true]')?.id,
    );
  });

  it('is left on Escape, back at the button', async () => {
    showEnding(TALKING);
    control('button', 'Finish').focus();
    await userEvent.keyboard('{Enter}{Escape}');
    expect(document.querySelector('.call-tool')).toBeNull();
    expect(control('button', 'Finish').matches(':focus')).toBe(true);
  });
});

describe('a disposition', () => {
  it('is asked for before anything is sent', async () => {
    showEnding(WRAP_UP);
    await userEvent.click(control('button', 'Finish, next call'));
    expect(words()).toContain('Choose a disposition first.');
    expect(search().getAttribute('aria-invalid')).toBe('true');
    expect(search().matches(':focus')).toBe(true);
    expect(commands.finish).not.toHaveBeenCalled();
  });

  it('is no longer chosen when what was typed fits none', async () => {
    showEnding(WRAP_UP);
    await userEvent.keyboard('sale');
    expect(chosen()).toBe('SALE');
    await userEvent.keyboard('x{Enter}');
    expect(words()).toContain('No disposition matches.');
    expect(words()).toContain('Choose a disposition first.');
    expect(commands.finish).not.toHaveBeenCalled();
  });

  it('is chosen by mouse, and the search keeps the caret', async () => {
    showEnding(WRAP_UP);
    await userEvent.click(control('[role=option]', /Do not call/));
    expect(chosen()).toBe('DNC');
    expect(search().matches(':focus')).toBe(true);
    await userEvent.click(control('button', 'Finish, stay paused'));
    expect(commands.finish.mock.calls).toEqual([
      [{ status: 'DNC', callback: null, afterCall: 'stayPaused', meant: MEANT }],
    ]);
  });

  it('is added in the options while there is none', async () => {
    showEnding({ ...WRAP_UP, dispositions: [] });
    expect(words()).toContain('No dispositions yet.');
    await userEvent.click(control('button', 'Open options'));
    expect(commands.openOptions).toHaveBeenCalledExactlyOnceWith('dispositions');
    await userEvent.click(control('.call button', 'Show agent screen'));
    expect(commands.showScreen).toHaveBeenCalledOnce();
  });

  it.each([
    ['', DISPOSITIONS.map(({ code }) => code)],
    ['b', ['B', 'CALLBK', 'DEMO', 'DC']],
    ['d', ['DC', 'DNC', 'DEMO', 'SALE', 'NI']],
    ['NI', ['NI']],
    ['machine', ['A']],
    [' call ', ['CALLBK', 'DNC']],
    ['zz', []],
  ])('searched by %j is offered in this order: %j', (typed, codes) => {
    expect(findDispositions(DISPOSITIONS, typed).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a pause that may be a wrap-up', () => {
  const LEFT = { agent: agentIn('paused', { source: 'recording', mayBeWrapUp: true }), dial: dialIn('ended') };

  it('says so, and takes a disposition', async () => {
    showEnding(LEFT);
    expect(document.querySelector('.call')?.textContent).toContain('Call over: it may need its disposition');
    await userEvent.fill(search(), 'sale');
    await userEvent.click(control('button', 'Finish, stay paused'));
    expect(commands.finish).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ status: 'SALE', meant: { inWrapUp: true, phoneNumber: null } }),
    );
    await expectAccessible();
  });

  it('is not asked about when the agent signs out, and is over once it is not', () => {
    showEnding(LEFT);
    expect(control('button', 'Go ready')).toBeDefined();
    showEnding({ agent: agentIn('paused'), dial: dialIn('ended') });
    expect(search()).toBeNull();
  });
});

describe('the next call', () => {
  it.each([
    ['after a wrap-up', agentIn('wrapUp'), agentIn('talking')],
    [
      'with another number',
      agentIn('talking', { phoneNumber: '2125550187' }),
      agentIn('talking', { phoneNumber: '4155550132' }),
    ],
  ])('%s begins without what was chosen for the last', async (_, before, after) => {
    showEnding({ agent: before });
    if (before.phase === 'talking') await userEvent.click(control('button', 'Finish'));
    await userEvent.fill(search(), 'sale');
    expect(chosen()).toBe('SALE');
    showEnding({ agent: after });
    expect(search()).toBeNull();
    await userEvent.click(control('button', 'Finish'));
    expect(search().value).toBe('');
  });

  it('is not begun by the end of the same one', async () => {
    showEnding({ agent: agentIn('talking', { phoneNumber: '2125550187' }) });
    await userEvent.click(control('button', 'Finish'));
    await userEvent.fill(search(), 'sale');
    showEnding({ agent: agentIn('wrapUp', { phoneNumber: '+12125550187' }) });
    expect(search().value).toBe('sale');
  });
});
