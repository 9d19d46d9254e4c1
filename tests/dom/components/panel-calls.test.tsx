import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CallRecord } from '../../../lib/agent/dial/dial-view.ts';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import { control, hide } from './mount.tsx';
import { commands, showPanel, words } from './panel-stage.tsx';
import { agentIn, DISPOSITIONS, dialIn, history, SITE } from './panel-states.ts';

describe('the number of a call', () => {
  const facts = () => document.querySelector('.status-facts')?.textContent;

  it('has the calling code and the name that the agent screen shows', () => {
    showPanel({ agent: agentIn('talking', { phoneNumber: '+493012345678', customerName: 'Erika Muster' }) });
    expect(facts()).toContain('with +49 30 12345678');
    expect(document.querySelector('.call-stage')?.textContent).toBe('Erika Muster +49 30 12345678');
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
    const hangingUp = control('button', 'Hanging up…');
    expect(hangingUp.getAttribute('aria-disabled')).toBe('true');
    hangingUp.click();
    expect(commands.hangUp).not.toHaveBeenCalled();
  });

  it('leads who hangs up by keyboard on to the disposition', async () => {
    const dispositions = DISPOSITIONS;
    showPanel({ agent: agentIn('talking'), dial: dialIn('talking'), dispositions });
    control('button', 'Hang up').focus();
    await userEvent.keyboard('{Enter}');
    showPanel({ agent: agentIn('talking'), dial: dialIn('talking'), pending: { kind: 'hangUp' }, dispositions });
    expect(document.activeElement?.textContent).toBe('Hanging up…');
    showPanel({ agent: agentIn('wrapUp'), dial: dialIn('wrapUp'), dispositions });
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
  });

  it('leads on to the next number where no disposition is asked for, and leaves who is elsewhere there', async () => {
    showPanel({ agent: agentIn('talking'), dial: dialIn('talking') });
    control('button', 'Hang up').focus();
    await userEvent.keyboard('{Enter}');
    showPanel({ agent: agentIn('paused'), dial: dialIn('ended') });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Number to call');
    showPanel({ agent: agentIn('talking'), dial: dialIn('talking', { id: 'dial-2' }) });
    control('button', 'Hang up').focus();
    await userEvent.keyboard('{Enter}');
    control('button', 'Options').focus();
    showPanel({ agent: agentIn('paused'), dial: dialIn('ended', { id: 'dial-2' }) });
    expect(document.activeElement?.textContent).toBe('Options');
  });

  it('leads who has sent the disposition past the agent screen, which waits for it no longer', () => {
    const wrapUp = { agent: agentIn('wrapUp'), dial: dialIn('wrapUp'), dispositions: DISPOSITIONS };
    showPanel(wrapUp);
    control('button', 'Finish, next call').focus();
    showPanel({ ...wrapUp, finish: { step: 'disposing', problem: null } });
    expect(control('button', 'Show agent screen')).toBeDefined();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Number to call');
  });

  it('leads on to the agent screen where Dialside knows of no disposition', async () => {
    const dispositions: PanelState['dispositions'] = [];
    showPanel({ agent: agentIn('talking'), dial: dialIn('talking'), dispositions });
    control('button', 'Hang up').focus();
    showPanel({ agent: agentIn('wrapUp'), dial: dialIn('wrapUp'), dispositions });
    expect(document.activeElement?.textContent).toBe('Show agent screen');
    hide();
    showPanel({ agent: agentIn('talking'), dispositions });
    control('button', 'Hang up').focus();
    showPanel({ agent: agentIn('wrapUp'), dispositions });
    expect(document.activeElement?.textContent).toBe('Show agent screen');
  });

  it('leads who ends a call by keyboard on to the next number, and leaves who has clicked beside it', async () => {
    const dispositions = DISPOSITIONS;
    const wrapUp = { agent: agentIn('wrapUp'), dial: dialIn('wrapUp'), dispositions };
    showPanel(wrapUp);
    control('button', 'Finish, stay paused').focus();
    showPanel({ agent: agentIn('paused'), dial: dialIn('ended'), dispositions });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Number to call');
    showPanel(wrapUp);
    control('button', 'Finish, stay paused').focus();
    await userEvent.click(
      control('button', 'Finish, stay paused').closest('main')?.querySelector('.agent-block') as Element,
    );
    showPanel({ agent: agentIn('paused'), dial: dialIn('ended'), dispositions });
    expect(document.activeElement).toBe(document.body);
  });

  it('counts the whole call, also while the customer is on hold', () => {
    const dial = dialIn('talking', { stageSince: Date.now() - 66_000 });
    showPanel({ agent: agentIn('parked', { since: Date.now() - 5_000 }), dial });
    // The clocks of a page show its last tick, and a busy machine draws late.
    expect(document.querySelector('.call [aria-label="Time of this call"]')?.textContent).toMatch(/^1:0[5-7]$/);
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
    await userEvent.click(control('.call button', 'Open agent screen'));
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

  it('says that it has left an agent paused who was ready, and makes him ready', async () => {
    const left = dialIn('unknown', { canCancel: true, problem: { code: 'notPickedUp' }, leftPaused: true });
    showPanel({ agent: agentIn('paused'), dial: left });
    expect(words()).toContain('You were ready and have been paused for this call. If no call runs, go ready.');
    await userEvent.click(control('.call button', 'Go ready'));
    expect(commands.resume).toHaveBeenCalledOnce();
    showPanel({ agent: agentIn('paused'), dial: left, pending: { kind: 'resume' } });
    expect(words()).not.toContain('You were ready');
    showPanel({ agent: agentIn('ready'), dial: left });
    expect(words()).not.toContain('You were ready');
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

describe('a popup during a call', () => {
  it('says where the recent calls and the switch are, and leads there', async () => {
    showPanel();
    expect(() => control('button', /Open beside the page/)).toThrow();
    showPanel({ agent: agentIn('talking'), dial: dialIn('talking') });
    await userEvent.click(control('button', /Open beside the page.*recent calls.*switch/));
    expect(commands.openSidePanel).toHaveBeenCalledOnce();
    showPanel({ agent: agentIn('talking'), dial: dialIn('talking') }, SITE, 'side');
    expect(() => control('button', /Open beside the page/)).toThrow();
  });
});

describe('a narrow side panel', () => {
  it.each([320, 240, 160])('of %d px shows whole numbers, and nothing runs out of it', async (width) => {
    await page.viewport(width, 900);
    const call = { ...history(1)[0], customerName: 'Erika Muster' } as CallRecord;
    showPanel({ history: [call, ...history(3)] }, SITE, 'side');
    expect.soft(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const line of document.querySelectorAll<HTMLElement>('.history-number')) {
      expect(line.scrollWidth).toBeLessThanOrEqual(line.clientWidth);
      expect(line.clientWidth).toBeGreaterThan(60);
    }
    await page.screenshot({ path: `../../../.output/panel-states/side-${width}.png` });
    showPanel({ agent: agentIn('wrapUp'), dial: dialIn('wrapUp'), dispositions: DISPOSITIONS }, SITE, 'side');
    await page.screenshot({ path: `../../../.output/panel-states/side-wrap-up-${width}.png` });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await page.viewport(1280, 720);
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
