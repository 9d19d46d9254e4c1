import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FinishView, PanelState } from '../../../lib/messages/panel-state.ts';
import { fail } from '../../../lib/result.ts';
import { control } from './mount.tsx';
import { commands, showPanel, words } from './panel-stage.tsx';
import { agentIn, DISPOSITIONS, dialIn, SITE } from './panel-states.ts';

/** With the dispositions that a call can be ended with. */
function showEnding(change: Partial<PanelState> = {}, layout: 'popup' | 'side' = 'popup') {
  showPanel({ dispositions: DISPOSITIONS, ...change }, SITE, layout);
}

const TALKING = { agent: agentIn('talking'), dial: dialIn('talking') };
const WRAP_UP = { agent: agentIn('wrapUp'), dial: dialIn('wrapUp') };
const offered = () => [...document.querySelectorAll('[role=option] code')].map((code) => code.textContent);

describe('an ending', () => {
  const ending = (step: FinishView['step']): FinishView => ({ step, problem: null });
  const line = () => document.querySelector('.finish-progress')?.textContent;

  it('is told step by step in one live region that stays', () => {
    showEnding({ ...TALKING, finish: ending('hangingUp') });
    const region = document.querySelector('.finish-progress');
    expect(region?.getAttribute('role')).toBe('status');
    expect(region?.textContent).toBe('Ending the call…');
    showEnding({ ...WRAP_UP, finish: ending('disposing') });
    expect(document.querySelector('.finish-progress')).toBe(region);
    expect(region?.textContent).toBe('Setting the disposition…');
    expect(() => control('button', 'Finish, stay paused')).toThrow();
  });

  it('that is done is said to be, once', async () => {
    showEnding({ ...WRAP_UP, finish: ending('awaitingFree') });
    await expect.poll(line).toBe('Waiting for the dialer…');
    showEnding({ finish: ending('done') });
    expect(line()).toBe('Call finished');
    await expect.poll(line).toBeUndefined();
  });

  it('is over for the agent once he is shown as free, however long that is looked after', async () => {
    showEnding({ ...WRAP_UP, finish: ending('awaitingFree') });
    await expect.poll(line).toBe('Waiting for the dialer…');
    showEnding({ agent: { ...agentIn('paused'), mayBeWrapUp: true }, finish: ending('awaitingFree') });
    expect(line()).toBe('Waiting for the dialer…');
    showEnding({ agent: agentIn('paused'), finish: ending('awaitingFree') });
    expect(line()).toBe('Call finished');
    showEnding({ agent: agentIn('ready'), finish: ending('awaitingFree') });
    expect(line()).toBe('Call finished');
  });

  it('of long ago is not spoken of', () => {
    showEnding({ finish: ending('done') });
    expect(words()).not.toContain('Call finished');
    showEnding({ finish: { step: 'failed', problem: { code: 'unreachable' } } });
    expect(document.querySelector('.problem')).toBeNull();
  });

  it('that failed says why and can be tried again', async () => {
    showEnding({
      ...WRAP_UP,
      finish: { step: 'failed', problem: { code: 'notPermitted', function: 'external_status' } },
    });
    expect(document.querySelector('[role=alert]')?.textContent).toContain('may not use “external_status”');
    await userEvent.keyboard('sale{Enter}{Enter}');
    expect(commands.finish).toHaveBeenCalledOnce();
  });

  it('that was interrupted says so', () => {
    showEnding({ ...WRAP_UP, finish: ending('failed') });
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Ending the call was interrupted.');
  });

  it('holds nothing of the next call back', () => {
    showEnding({ ...WRAP_UP, finish: ending('awaitingFree') });
    expect(document.querySelector('.call-controls')).toBeNull();
    showEnding({ agent: agentIn('talking'), finish: ending('awaitingFree') });
    expect(control('button', 'Hold')).toBeDefined();
    showEnding({ agent: agentIn('ready'), finish: ending('done') });
    expect(words()).toContain('Call finished');
    showEnding({ agent: agentIn('talking'), finish: ending('done') });
    expect(words()).not.toContain('Call finished');
  });

  it('that was refused at once says why', async () => {
    commands.finish = vi.fn(async () => fail({ code: 'notNow', reason: 'noCall' })) as never;
    showEnding(WRAP_UP);
    await userEvent.keyboard('sale{Enter}{Enter}');
    await expect.poll(words).toContain('There is no call now.');
  });

  it('leaves what the agent types elsewhere alone when wrap-up begins', async () => {
    showEnding(TALKING, 'side');
    const number = control('input', 'Number to call');
    number.focus();
    showEnding(WRAP_UP, 'side');
    expect(offered()).toHaveLength(DISPOSITIONS.length);
    expect(number.matches(':focus')).toBe(true);
  });
});
