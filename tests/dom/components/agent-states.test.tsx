import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Panel } from '../../../components/panel/panel.tsx';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import { control, hide, show } from './mount.tsx';
import { createCommands } from './panel-commands.ts';
import { agentIn, history, panelState, SCREEN, SIGNED_IN, UNSEEN } from './panel-states.ts';

afterEach(hide);

let commands: ReturnType<typeof createCommands>;
beforeEach(() => {
  commands = createCommands();
});

function showPanel(change: Partial<PanelState>) {
  const nothing = () => undefined;
  show(
    <Panel
      state={panelState(change)}
      connection={SIGNED_IN}
      commands={commands}
      site={null}
      siteCommands={{ enable: nothing, disable: nothing, findOnce: nothing, collect: async () => 0, setMode: nothing }}
      layout="popup"
    />,
  );
}

const phase = () => document.querySelector('.status-phase')?.textContent;
const facts = () => document.querySelector('.status-facts')?.textContent;
const problem = () => document.querySelector('.problem')?.textContent;
const silent = { ...SCREEN, alive: false };

describe('an agent screen that does not respond', () => {
  it('is told before the state that was known last, with the button that shows it', async () => {
    showPanel({ agent: agentIn('ready'), screen: silent });
    expect(phase()).toBe('Agent screen not responding');
    expect(facts()).toBe('Last known: Ready · Campaign SALES');
    expect(problem()).toContain('a message may wait there, or it must be reloaded');
    // How long that state has lasted is known to nobody.
    expect(document.querySelector('.status [role=timer]')).toBeNull();
    await userEvent.click(control('.problem button', 'Show agent screen'));
    expect(commands.showScreen).toHaveBeenCalledOnce();
  });

  it('is told by the dialer where no tab here shows it', () => {
    showPanel({ agent: agentIn('paused', { source: 'agentStatus', pauseCode: 'LAGGED' }), screen: UNSEEN });
    expect(phase()).toBe('Agent screen not responding');
    expect(problem()).toContain('The dialer hears nothing from your agent screen and has paused you.');
  });

  it('is forgotten as soon as it does', () => {
    showPanel({ agent: agentIn('ready'), screen: silent });
    showPanel({ agent: agentIn('ready'), screen: SCREEN });
    expect(phase()).toBe('Ready');
    expect(problem()).toBeUndefined();
  });
});

describe('an agent who is logged out of the agent screen', () => {
  it('is told so, and offered to show it in place of pausing', async () => {
    showPanel({ agent: agentIn('paused'), screen: { ...silent, kind: 'loggedOut' } });
    expect(phase()).toBe('Not logged in to the agent screen');
    expect(document.body.textContent).not.toContain('Go ready');
    // Once: what is wrong is said beside it.
    expect(problem()).toBe('The agent screen is logged out. Log in there again.');
    await userEvent.click(control('button.primary', 'Show agent screen'));
    expect(commands.showScreen).toHaveBeenCalledOnce();
  });
});

describe('a pause', () => {
  it.each([
    ['unknown', 'What you are doing is not known yet.'],
    ['previewing', 'A lead is open for preview. Call or skip it first.'],
  ] as const)('is not offered and says why: %s', (state, reason) => {
    showPanel({ agent: agentIn(state) });
    const pause = control('.pause-row button', 'Pause');
    expect(pause.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(pause.getAttribute('aria-describedby') ?? '')?.textContent).toBe(reason);
    pause.click();
    expect(commands.pause).not.toHaveBeenCalled();
  });
});

describe('ringing one’s own phone', () => {
  const ringButton = () => control('button', 'Ring my phone');
  const isResting = () => ringButton().getAttribute('aria-disabled') === 'true';

  it('rests for some seconds after it was done anywhere', async () => {
    showPanel({ rungAt: Date.now() - 8_500 });
    expect(isResting()).toBe(true);
    await expect.poll(isResting).toBe(false);
    await userEvent.click(ringButton());
    expect(commands.ringMe).toHaveBeenCalledOnce();
    showPanel({ rungAt: Date.now() });
    expect(isResting()).toBe(true);
    ringButton().click();
    expect(commands.ringMe).toHaveBeenCalledOnce();
  });

  it('is not offered in a call, where the phone is already, and says so', () => {
    showPanel({ agent: agentIn('talking') });
    expect(isResting()).toBe(true);
    expect(document.querySelector('.phone-actions .why-not')?.textContent).toBe('Your phone is in the call already.');
    ringButton().click();
    expect(commands.ringMe).not.toHaveBeenCalled();
    showPanel({ agent: agentIn('talking'), screen: { ...SCREEN, boxes: ['emptySession'] } });
    expect(isResting()).toBe(false);
  });
});

describe('a recent call', () => {
  it('shows how long it was talked, where that is known', () => {
    showPanel({ history: history(2) });
    const lines = [...document.querySelectorAll('.history-outcome')].map((line) => line.textContent);
    expect(lines).toEqual(['Talked 2:14', 'No answer']);
  });
});
