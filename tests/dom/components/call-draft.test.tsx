import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import { control } from './mount.tsx';
import { commands, showPanel, words } from './panel-stage.tsx';
import { agentIn, DISPOSITIONS, dialIn, SITE, UNSEEN } from './panel-states.ts';

function showEnding(change: Partial<PanelState> = {}) {
  showPanel({ dispositions: DISPOSITIONS, ...change }, SITE, 'side');
}

/** A call as the agent's own login tells it, which names neither number nor lead, and its end. */
const OWN = { source: 'recording' } as const;
const ON_CALL = { agent: agentIn('onCall', OWN), dial: dialIn('onCall') };
const LEFT = { agent: agentIn('paused', { ...OWN, mayBeWrapUp: true }), dial: dialIn('ended') };

const search = () => document.querySelector('[role=combobox]') as HTMLInputElement;
const time = () => document.querySelector('[name=callback-at]') as HTMLInputElement;
const comment = () => document.querySelector('[name=callback-comment]') as HTMLInputElement;
const chosen = () => document.querySelector('[role=option][aria-selected=true] code')?.textContent;
const filled = () => [search().value, chosen(), time().value, comment().value];

const FILLED = ['callbk', 'CALLBK', '2031-03-09T14:30', 'after lunch'];

async function fillIn() {
  await userEvent.click(control('button', 'Finish'));
  await userEvent.keyboard('callbk');
  await userEvent.fill(time(), '2031-03-09T14:30');
  await userEvent.fill(comment(), 'after lunch');
  expect(filled()).toEqual(FILLED);
}

describe('what is filled in to end a call', () => {
  it('stays when the customer hangs up, and so does the caret', async () => {
    showEnding(ON_CALL);
    await fillIn();
    const before = comment();
    showEnding(LEFT);
    expect(filled()).toEqual(FILLED);
    expect(comment()).toBe(before);
    expect(comment().matches(':focus')).toBe(true);
    expect(document.querySelectorAll('.call')).toHaveLength(2);
    await userEvent.click(control('button', 'Finish, stay paused'));
    expect(commands.finish).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        status: 'CALLBK',
        callback: { at: '2031-03-09 14:30:00', type: 'USERONLY', comments: 'after lunch' },
      }),
    );
  });

  it('stays while another tool is open', async () => {
    showEnding(ON_CALL);
    await fillIn();
    await userEvent.click(control('button', 'Tones'));
    expect(search()).toBeNull();
    await userEvent.click(control('button', 'Finish'));
    expect(filled()).toEqual(FILLED);
  });

  it('stays when the dialer does not take it', async () => {
    showEnding(LEFT);
    await userEvent.fill(search(), 'sale');
    showEnding({ ...LEFT, finish: { step: 'disposing', problem: null } });
    expect(search()).toBeNull();
    showEnding({ ...LEFT, finish: { step: 'failed', problem: { code: 'unreachable' } } });
    expect([search().value, chosen()]).toEqual(['sale', 'SALE']);
  });

  it('stays when the dialer’s answer to it was lost, and may have to be sent again', async () => {
    showEnding(LEFT);
    await userEvent.fill(search(), 'sale');
    showEnding({ ...LEFT, finish: { step: 'disposing', problem: null } });
    showEnding({ ...LEFT, finish: { step: 'awaitingFree', problem: null, isUnknown: true } });
    expect(search().value).toBe('sale');
    showEnding({ ...LEFT, finish: { step: 'failed', problem: { code: 'notConfirmed' }, isUnknown: true } });
    expect([search().value, chosen()]).toEqual(['sale', 'SALE']);
    // Told beside the card, which leads to the agent screen itself.
    expect(document.querySelector('.problem')?.textContent).toContain('or finish it again here');
    expect(document.querySelector('.problem button')).toBeNull();
  });

  it('is gone with the call it was for, although the next has the same looks', async () => {
    showEnding(ON_CALL);
    await userEvent.click(control('button', 'Finish'));
    await userEvent.fill(search(), 'sale');
    showEnding({ ...ON_CALL, finish: { step: 'disposing', problem: null } });
    showEnding({ ...ON_CALL, finish: { step: 'awaitingFree', problem: null } });
    await expect.poll(() => control('button', 'Finish').ariaDisabled).not.toBe('true');
    await userEvent.click(control('button', 'Finish'));
    expect([search().value, chosen()]).toEqual(['', undefined]);
    await userEvent.fill(search(), 'busy');
    showEnding({ ...ON_CALL, finish: { step: 'done', problem: null } });
    expect(search().value).toBe('busy');
    showEnding({ agent: agentIn('paused', OWN), dial: dialIn('ended') });
    await new Promise((resolve) => setTimeout(resolve, 100));
    showEnding(ON_CALL);
    await userEvent.click(control('button', 'Finish'));
    expect(search().value).toBe('');
  });
});

describe('a pause that may be a wrap-up', () => {
  it('says why its disposition was refused', () => {
    const problem = { code: 'notPermitted', function: 'external_status' } as const;
    showEnding({ ...LEFT, finish: { step: 'failed', problem } });
    expect(document.querySelector('[role=alert]')?.textContent).toContain('may not use “external_status”');
  });

  it('is no free moment, in which the next call could wait for an agent screen', () => {
    const sought = 'No tab of this browser shows the agent screen';
    showEnding({ agent: agentIn('paused', OWN), screen: UNSEEN });
    const hint = [...document.querySelectorAll('.panel > .hint')].map((each) => each.textContent);
    expect(hint).toEqual([expect.stringContaining(sought)]);
    showEnding({ agent: LEFT.agent, screen: UNSEEN });
    expect(words()).not.toContain(hint[0]);
  });
});
