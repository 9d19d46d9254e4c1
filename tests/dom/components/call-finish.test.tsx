import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { findDispositions } from '../../../components/call/disposition-search.ts';
import { Panel } from '../../../components/panel.tsx';
import type { FinishView, PanelState } from '../../../lib/messages/panel-state.ts';
import { fail } from '../../../lib/result.ts';
import { control, expectAccessible, hide, show } from './mount.tsx';
import { createCommands } from './panel-commands.ts';
import { agentIn, DISPOSITIONS, dialIn, panelState, SCREEN, SIGNED_IN, SITE } from './panel-states.ts';

let commands = createCommands();
const site = { enable: vi.fn(), disable: vi.fn(), findOnce: vi.fn(), setMode: vi.fn() };

function showPanel(change: Partial<PanelState> = {}, layout: 'popup' | 'side' = 'popup') {
  show(
    <Panel
      state={panelState({ dispositions: DISPOSITIONS, ...change })}
      connection={SIGNED_IN}
      commands={commands}
      site={SITE}
      siteCommands={site}
      layout={layout}
    />,
  );
}

const TALKING = { agent: agentIn('talking'), dial: dialIn('talking') };
const WRAP_UP = { agent: agentIn('wrapUp'), dial: dialIn('wrapUp') };
const MEANT = { inWrapUp: true, phoneNumber: null };
const words = () => document.body.textContent;
const search = () => document.querySelector('[role=combobox]') as HTMLInputElement;
const offered = () => [...document.querySelectorAll('[role=option] code')].map((code) => code.textContent);
const chosen = () => document.querySelector('[role=option][aria-selected=true] code')?.textContent;

beforeEach(() => {
  commands = createCommands();
});
afterEach(hide);

describe('finishing by keyboard', () => {
  it('takes the first letters of a disposition and two Enters in wrap-up', async () => {
    showPanel(WRAP_UP);
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
    showPanel({ ...WRAP_UP, callPauseCode: 'ADMIN' });
    await userEvent.keyboard('sal{Enter}{Enter}');
    expect(commands.finish).toHaveBeenLastCalledWith(expect.objectContaining({ pauseCode: 'ADMIN' }));
    hide();
    showPanel({ ...WRAP_UP, callPauseCode: 'ADMIN' });
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

  it('says nothing red of the box that its code is about to close', () => {
    const screen = { ...SCREEN, boxes: ['pauseCode'] } as const;
    const paused = agentIn('paused');
    showPanel({ agent: paused, screen, finish: { step: 'awaitingFree', problem: null } });
    expect(document.querySelector('[role=alert]')).toBeNull();
    showPanel({ agent: paused, screen, finish: { step: 'done', problem: null } });
    expect(document.querySelector('[role=alert]')?.textContent).toContain('pause code');
    showPanel({ agent: paused, screen, pending: { kind: 'pause', pauseCode: 'LUNCH', afterCall: false } });
    expect(document.querySelector('[role=alert]')).toBeNull();
  });

  it('goes on to the next call with one more Tab', async () => {
    showPanel(WRAP_UP);
    await userEvent.keyboard('busy{Enter}{Tab}{Enter}');
    expect(commands.finish).toHaveBeenCalledExactlyOnceWith({
      status: 'B',
      callback: null,
      afterCall: 'next',
      meant: MEANT,
    });
  });

  it('names the call that was there when it was opened, and after a press the one that has come since', async () => {
    showPanel({ agent: agentIn('talking', { phoneNumber: '+17275551212' }) });
    await userEvent.click(control('button', 'Finish'));
    await userEvent.keyboard('busy{Enter}');
    showPanel({ agent: agentIn('talking', { phoneNumber: '+12125550187' }) });
    await userEvent.click(control('button', 'Finish, next call'));
    const meant = (phoneNumber: string) => expect.objectContaining({ meant: { inWrapUp: false, phoneNumber } });
    expect(commands.finish).toHaveBeenLastCalledWith(meant('+17275551212'));
    await vi.waitFor(() => expect(control('button', 'Finish, next call').ariaDisabled).not.toBe('true'), 5_000);
    await userEvent.click(control('button', 'Finish, next call'));
    expect(commands.finish).toHaveBeenLastCalledWith(meant('+12125550187'));
  });

  it('begins at the Finish button during a call, and says that it hangs up', async () => {
    showPanel(TALKING);
    control('button', 'Finish').focus();
    await userEvent.keyboard('{Enter}');
    expect(search().matches(':focus')).toBe(true);
    expect(words()).toContain('This hangs up the call.');
    await expectAccessible();
  });

  it('walks the list by arrows, around its ends', async () => {
    showPanel(WRAP_UP);
    await userEvent.keyboard('{ArrowUp}');
    expect(chosen()).toBe('DEMO');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(chosen()).toBe('NI');
    expect(search().getAttribute('aria-activedescendant')).toBe(
      document.querySelector('[role=option][aria-selected=true]')?.id,
    );
  });

  it('is left on Escape, back at the button', async () => {
    showPanel(TALKING);
    control('button', 'Finish').focus();
    await userEvent.keyboard('{Enter}{Escape}');
    expect(document.querySelector('.call-tool')).toBeNull();
    expect(control('button', 'Finish').matches(':focus')).toBe(true);
  });
});

describe('a disposition', () => {
  it('is asked for before anything is sent', async () => {
    showPanel(WRAP_UP);
    await userEvent.click(control('button', 'Finish, next call'));
    expect(words()).toContain('Choose a disposition first.');
    expect(search().getAttribute('aria-invalid')).toBe('true');
    expect(search().matches(':focus')).toBe(true);
    expect(commands.finish).not.toHaveBeenCalled();
  });

  it('is no longer chosen when what was typed fits none', async () => {
    showPanel(WRAP_UP);
    await userEvent.keyboard('sale');
    expect(chosen()).toBe('SALE');
    await userEvent.keyboard('x{Enter}');
    expect(words()).toContain('No disposition matches.');
    expect(words()).toContain('Choose a disposition first.');
    expect(commands.finish).not.toHaveBeenCalled();
  });

  it('is chosen by mouse, and the search keeps the caret', async () => {
    showPanel(WRAP_UP);
    await userEvent.click(control('[role=option]', /Do not call/));
    expect(chosen()).toBe('DNC');
    expect(search().matches(':focus')).toBe(true);
    await userEvent.click(control('button', 'Finish, stay paused'));
    expect(commands.finish.mock.calls).toEqual([
      [{ status: 'DNC', callback: null, afterCall: 'stayPaused', meant: MEANT }],
    ]);
  });

  it('is added in the options while there is none', async () => {
    showPanel({ ...WRAP_UP, dispositions: [] });
    expect(words()).toContain('No dispositions yet.');
    await userEvent.click(control('button', 'Open options'));
    expect(commands.openOptions).toHaveBeenCalledOnce();
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

describe('a call-back', () => {
  const time = () => document.querySelector('[name=callback-at]') as HTMLInputElement;

  it('asks for time, person and comment, by keys alone', async () => {
    showPanel(WRAP_UP);
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
    showPanel(WRAP_UP);
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
    showPanel(WRAP_UP);
    await userEvent.keyboard('callbk');
    await userEvent.click(control('button', 'Finish, stay paused'));
    expect(words()).toContain('Enter the date and the time.');
    expect(time().matches(':focus')).toBe(true);
    expect(commands.finish).not.toHaveBeenCalled();
  });

  it('keeps at most 200 characters of a comment', async () => {
    showPanel(WRAP_UP);
    await userEvent.keyboard('callbk');
    expect((document.querySelector('[name=callback-comment]') as HTMLInputElement).maxLength).toBe(200);
  });

  it('is not asked for with another disposition', async () => {
    showPanel(WRAP_UP);
    await userEvent.keyboard('callbk');
    await userEvent.fill(search(), 'sale');
    expect(document.querySelector('[name=callback-at]')).toBeNull();
  });
});

describe('an ending', () => {
  const ending = (step: FinishView['step']): FinishView => ({ step, problem: null });
  const line = () => document.querySelector('.finish-progress')?.textContent;

  it('is told step by step in one live region that stays', () => {
    showPanel({ ...TALKING, finish: ending('hangingUp') });
    const region = document.querySelector('.finish-progress');
    expect(region?.getAttribute('role')).toBe('status');
    expect(region?.textContent).toBe('Ending the call…');
    showPanel({ ...WRAP_UP, finish: ending('disposing') });
    expect(document.querySelector('.finish-progress')).toBe(region);
    expect(region?.textContent).toBe('Setting the disposition…');
    expect(() => control('button', 'Finish, stay paused')).toThrow();
  });

  it('that is done is said to be, once', async () => {
    showPanel({ ...WRAP_UP, finish: ending('awaitingFree') });
    await expect.poll(line).toBe('Waiting for the dialer…');
    showPanel({ finish: ending('done') });
    expect(line()).toBe('Call finished');
    await expect.poll(line, { timeout: 8_000 }).toBeUndefined();
  }, 10_000);

  it('of long ago is not spoken of', () => {
    showPanel({ finish: ending('done') });
    expect(words()).not.toContain('Call finished');
    showPanel({ finish: { step: 'failed', problem: { code: 'unreachable' } } });
    expect(document.querySelector('.problem')).toBeNull();
  });

  it('that failed says why and can be tried again', async () => {
    showPanel({
      ...WRAP_UP,
      finish: { step: 'failed', problem: { code: 'notPermitted', function: 'external_status' } },
    });
    expect(document.querySelector('[role=alert]')?.textContent).toContain('may not use “external_status”');
    await userEvent.keyboard('sale{Enter}{Enter}');
    expect(commands.finish).toHaveBeenCalledOnce();
  });

  it('that was interrupted says so', () => {
    showPanel({ ...WRAP_UP, finish: ending('failed') });
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Ending the call was interrupted.');
  });

  it('holds nothing of the next call back', () => {
    showPanel({ ...WRAP_UP, finish: ending('awaitingFree') });
    expect(document.querySelector('.call-controls')).toBeNull();
    showPanel({ agent: agentIn('talking'), finish: ending('awaitingFree') });
    expect(control('button', 'Hold')).toBeDefined();
  });

  it('that was refused at once says why', async () => {
    commands.finish = vi.fn(async () => fail({ code: 'notNow', reason: 'noCall' })) as never;
    showPanel(WRAP_UP);
    await userEvent.keyboard('sale{Enter}{Enter}');
    await expect.poll(words).toContain('There is no call now.');
  });

  it('leaves what the agent types elsewhere alone when wrap-up begins', async () => {
    showPanel(TALKING, 'side');
    const number = control('input', 'Number to call');
    number.focus();
    showPanel(WRAP_UP, 'side');
    expect(offered()).toHaveLength(DISPOSITIONS.length);
    expect(number.matches(':focus')).toBe(true);
  });
});
