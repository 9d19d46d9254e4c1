import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fail, ok } from '../../../lib/result.ts';
import { expectAccessible } from './mount.tsx';
import { button, commands, showPhase, words } from './panel-stage.tsx';
import { dialIn } from './panel-states.ts';

describe('the menu of the footer', () => {
  const open = async () => {
    button(/^6666/).focus();
    await userEvent.keyboard('{Enter}');
  };

  it('counts the calls that wait', async () => {
    commands.countQueue = vi.fn(async () => ok(3)) as never;
    showPhase('ready');
    await open();
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(words).toContain('Calls waiting: 3');
  });

  it('says why they could not be counted', async () => {
    commands.countQueue = vi.fn(async () =>
      fail({ code: 'vicidial', command: 'queueCount', failure: { code: 'unreachable' } }),
    ) as never;
    showPhase('ready');
    await open();
    await userEvent.keyboard('{Enter}');
    await expect.poll(words).toContain('No connection to the dialer.');
    expect(words()).not.toContain('Calls waiting:');
  });

  it('logs out of the dialer by keyboard', async () => {
    showPhase('paused');
    await open();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'logOut' });
  });

  it('says that it logs out until the agent is', async () => {
    showPhase('paused');
    await open();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(words).toContain('Logging out…');
    await expectAccessible();
    showPhase('notLoggedIn');
    await expect.poll(words).not.toContain('Logging out…');
  });

  it('says so no longer where the dialer refused it', async () => {
    commands.control = vi.fn(async () => fail({ code: 'notNow', reason: 'onCall' })) as never;
    showPhase('paused');
    await open();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(words).toContain('You are on a call. End it first.');
    expect(words()).not.toContain('Logging out…');
  });

  it.each(['preparing', 'accepted'] as const)('does not log out while a call waits: %s', async (stage) => {
    showPhase('paused', { dial: dialIn(stage) });
    await open();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(document.activeElement?.textContent).toContain('Your call is not placed yet.');
    expect(commands.control).not.toHaveBeenCalled();
  });

  it('does not log out of a call, and says so', async () => {
    showPhase('talking');
    await open();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(document.activeElement?.textContent).toContain('You are on a call. End it first.');
    expect(commands.control).not.toHaveBeenCalled();
  });
});
