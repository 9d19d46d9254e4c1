import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { control } from './mount.tsx';
import { commands, showPanel, words } from './panel-stage.tsx';
import { agentIn, dialIn, history } from './panel-states.ts';

describe('the number of a call', () => {
  const facts = () => document.querySelector('.status-facts')?.textContent;

  it('has the calling code and the name that the agent screen shows', () => {
    showPanel({ agent: agentIn('talking', { phoneNumber: '+493012345678', customerName: 'Erika Muster' }) });
    expect(facts()).toContain('with +49 30 12345678');
    expect(document.querySelector('.call-stage')?.textContent).toBe('Erika Muster · +49 30 12345678');
  });

  it('stands beside the name while the call is on, and not longer', () => {
    const agent = agentIn('talking', { customerName: 'Erika Muster' });
    showPanel({ agent, dial: dialIn('talking') });
    expect(document.querySelector('.call-place')?.textContent).toBe('Erika Muster · United States');
    showPanel({ agent, dial: dialIn('ended') });
    expect(document.querySelector('.call-place')?.textContent).toBe('United States');
  });

  it('is kept with the name in the recent calls', () => {
    const [call] = history(1);
    showPanel({ history: call ? [{ ...call, customerName: 'Erika Muster' }] : [] });
    expect(document.querySelector('.history-number')?.textContent).toBe('+1 415 555 2671Erika Muster');
  });
});

describe('the call card', () => {
  it('announces each stage in one live region that stays', () => {
    showPanel({ dial: dialIn('ringing') });
    const stage = document.querySelector('.call-stage');
    expect(stage?.getAttribute('role')).toBe('status');
    expect(stage?.textContent).toBe('Ringing');
    showPanel({ dial: dialIn('talking') });
    expect(document.querySelector('.call-stage')).toBe(stage);
    expect(stage?.textContent).toBe('Talking');
  });

  it('keeps the agent status silent while it speaks', () => {
    showPanel({ dial: dialIn('ringing') });
    expect(document.querySelector('.status-phase')?.getAttribute('aria-live')).toBe('off');
    showPanel({ dial: dialIn('ended') });
    expect(document.querySelector('.status-phase')?.getAttribute('aria-live')).toBe('polite');
  });

  it('hangs up by keyboard', async () => {
    showPanel({ agent: agentIn('talking'), dial: dialIn('talking') });
    control('button', 'Hang up').focus();
    await userEvent.keyboard('{Enter}');
    expect(commands.hangUp).toHaveBeenCalledOnce();
  });

  it('shows a hang-up that is under way', () => {
    showPanel({ dial: dialIn('talking'), pending: { kind: 'hangUp' } });
    expect(control('button', 'Hanging up…')).toHaveProperty('disabled', true);
  });

  it.each([
    'confirming',
    'preparing',
    'sending',
    'accepted',
    'wrapUp',
    'ended',
    'refused',
    'unknown',
    'cancelled',
  ] as const)('offers no hang-up in the stage %s', (stage) => {
    showPanel({ agent: agentIn('paused'), dial: dialIn(stage) });
    expect(() => control('button', 'Hang up')).toThrow();
  });

  it.each(['confirming', 'preparing'] as const)(
    'leaves a customer’s call that comes in the stage %s its own',
    async (stage) => {
      const agent = agentIn('talking', { phoneNumber: '2125550187' });
      showPanel({ agent, dial: dialIn(stage, { canCancel: true }) });
      const [customer, other] = [...document.querySelectorAll<HTMLElement>('.call')];
      expect(customer?.textContent).toContain('(212) 555-0187');
      expect(customer?.textContent).toContain('Finish');
      expect(other?.textContent).toContain('415 555 2671');
      expect(other?.textContent).not.toContain('Finish');
      await userEvent.click(control('button', 'Hang up'));
      expect(commands.hangUp).toHaveBeenCalledOnce();
    },
  );

  it('takes a waiting call back and says why it waits', async () => {
    showPanel({ dial: dialIn('accepted', { canCancel: true, problem: { code: 'notPickedUp' } }) });
    expect(words()).toContain('It may still dial: show it, or cancel.');
    await userEvent.click(control('button', 'Cancel'));
    expect(commands.cancelDial).toHaveBeenCalledExactlyOnceWith('dial-1');
    await userEvent.click(control('.call button', 'Show agent screen'));
    expect(commands.showScreen).toHaveBeenCalledOnce();
  });

  it('says that nobody sees the agent screen that has to dial, and opens it', async () => {
    const unseen = { seen: false, alive: false, kind: null, boxes: [], hidden: false };
    showPanel({ dial: dialIn('accepted') });
    expect(words()).not.toContain('No tab of this browser shows the agent screen');
    showPanel({ dial: dialIn('accepted'), screen: unseen });
    expect(words()).toContain('No tab of this browser shows the agent screen, which has to dial.');
    await userEvent.click(control('.call button', 'Show agent screen'));
    expect(commands.showScreen).toHaveBeenCalledOnce();
    showPanel({ agent: agentIn('dialling'), dial: dialIn('ringing'), screen: unseen });
    expect(words()).not.toContain('No tab of this browser shows the agent screen');
  });

  it('brings the question to the front that a call waits for', async () => {
    showPanel({ dial: dialIn('confirming', { canCancel: true, confirm: ['premiumRate'] }) });
    await userEvent.click(control('.call button', 'Show question'));
    expect(commands.showQuestion).toHaveBeenCalledOnce();
  });

  it('offers no cancel once the call cannot be taken back', () => {
    showPanel({ dial: dialIn('accepted') });
    expect(() => control('button', 'Cancel')).toThrow();
  });

  it('is not called again while its request may still dial', () => {
    showPanel({ dial: dialIn('unknown', { canCancel: true, problem: { code: 'notPickedUp' } }) });
    expect(() => control('button', 'Call again')).toThrow();
    showPanel({ dial: dialIn('unknown') });
    expect(control('button', 'Call again')).toBeDefined();
  });

  it('is dismissed for this call alone', async () => {
    showPanel({ dial: dialIn('refused') });
    await userEvent.click(control('button', 'Dismiss'));
    expect(document.querySelector('.call')).toBeNull();
    showPanel({ dial: dialIn('ringing', { id: 'dial-2' }) });
    expect(document.querySelector('.call-stage')?.textContent).toBe('Ringing');
  });
});

describe('a call that came in', () => {
  it('can be hung up without a card', async () => {
    showPanel({ agent: agentIn('talking', { phoneNumber: '+442079460123' }) });
    expect(words()).toContain('with +44 20 7946 0123');
    await userEvent.click(control('button', 'Hang up'));
    expect(commands.hangUp).toHaveBeenCalledOnce();
  });
});

describe('recent calls', () => {
  it('are called again with their extension', async () => {
    const [call] = history(1);
    showPanel({ history: call ? [{ ...call, extension: '44' }] : [] });
    await userEvent.click(control('.history button', 'Call +1 415 555 2671 again'));
    expect(commands.dial).toHaveBeenCalledExactlyOnceWith('+14155552671 ext. 44');
  });

  it('are three until all are asked for', async () => {
    showPanel({ history: history(20) });
    expect(document.querySelectorAll('.history li')).toHaveLength(3);
    await userEvent.click(control('button', 'Show all'));
    expect(document.querySelectorAll('.history li')).toHaveLength(20);
  });
});
