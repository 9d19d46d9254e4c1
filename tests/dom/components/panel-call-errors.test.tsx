import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { CommandProblem } from '../../../lib/messages/panel-state.ts';
import { fail } from '../../../lib/result.ts';
import { control, expectAccessible } from './mount.tsx';
import { button, commands, showPanel, showPhase, words } from './panel-stage.tsx';
import { agentIn, dialIn } from './panel-states.ts';

const OVERLOADED: CommandProblem = {
  code: 'vicidial',
  command: 'hangUp',
  failure: { code: 'httpStatus', status: 503 },
};
const NOT_VICIDIAL = { code: 'vicidial', failure: { code: 'notVicidial' } } as const;
const ways = () => [...document.querySelectorAll('.problem button')].map((each) => each.textContent);

describe('a hang-up that failed', () => {
  const hangUpInVain = async () => {
    commands.hangUp = vi.fn(async () => fail(OVERLOADED)) as never;
    showPhase('talking');
    await userEvent.click(button('Hang up'));
    await expect.poll(words).toContain('error 503');
  };

  it('says what would be tried again, and does it', async () => {
    await hangUpInVain();
    expect(ways()).toEqual(['Hang up again']);
    await userEvent.click(button('Hang up again'));
    expect(commands.hangUp).toHaveBeenCalledTimes(2);
    expect(commands.refresh).not.toHaveBeenCalled();
  });

  it.each(['wrapUp', 'paused', 'notLoggedIn'] as const)('is spoken of no more once the agent is %s', async (phase) => {
    await hangUpInVain();
    showPhase(phase);
    await expect.poll(words).not.toContain('error 503');
  });

  it('is spoken of no more in the next call, which came at once', async () => {
    commands.hangUp = vi.fn(async () => fail(OVERLOADED)) as never;
    showPanel({ agent: agentIn('talking', { phoneNumber: '4155550132' }) });
    await userEvent.click(button('Hang up'));
    await expect.poll(words).toContain('error 503');
    showPanel({ agent: agentIn('talking', { phoneNumber: '2125550147' }) });
    await expect.poll(words).not.toContain('error 503');
  });
});

it('another command that failed has no button that would send nothing', async () => {
  commands.pause = vi.fn(async () => fail({ ...OVERLOADED, command: 'pause' })) as never;
  showPhase('ready');
  await userEvent.click(button('Pause'));
  await expect.poll(words).toContain('error 503');
  expect(ways()).toEqual([]);
});

describe('a dial that was answered with something else than VICIdial’s', () => {
  it('sends the agent to look, and calls again where he has seen no call', async () => {
    showPanel({ dial: dialIn('unknown', { problem: NOT_VICIDIAL, canCancel: true }) });
    expect(words()).toContain('Look at the agent screen; if no call runs there, call again.');
    expect(ways()).toEqual(['Show agent screen', 'Call again']);
    await expectAccessible();
    await userEvent.click(control('.problem button', 'Call again'));
    expect(commands.dial).toHaveBeenCalledExactlyOnceWith('+14155552671');
  });

  it('is not repeated while its outcome is still looked for, and has one button for it', () => {
    showPanel({ dial: dialIn('accepted', { problem: NOT_VICIDIAL }) });
    expect(ways()).toEqual(['Show agent screen']);
    showPanel({ dial: dialIn('refused', { problem: NOT_VICIDIAL }) });
    expect(ways()).toEqual(['Show agent screen']);
    expect(button('Call again')).toBeTruthy();
  });
});
