import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fail, ok } from '../../../lib/result.ts';
import { button, commands, isDisabled, reasonOf, showPhase } from './panel-stage.tsx';
import { agentIn } from './panel-states.ts';

/** The call on the screen, as the dialer is to know it again. */
const SHOWN = { inWrapUp: false, phoneNumber: agentIn('talking').phoneNumber };

describe('a recording', () => {
  it('is asked for once when it can run, and shown as it is', async () => {
    commands.isRecording = vi.fn(async () => ok(true)) as never;
    showPhase('dialling');
    expect(commands.isRecording).not.toHaveBeenCalled();
    showPhase('talking');
    await expect.poll(() => button('Stop recording')).toBeDefined();
    showPhase('onCall');
    showPhase('parked');
    expect(commands.isRecording).toHaveBeenCalledOnce();
  });

  it('of the call before says nothing of the next', async () => {
    commands.isRecording = vi.fn(async () => ok(true)) as never;
    showPhase('talking');
    await expect.poll(() => button('Stop recording')).toBeDefined();
    showPhase('wrapUp');
    commands.isRecording = vi.fn(() => new Promise(() => {})) as never;
    showPhase('talking');
    expect(button('Record')).toBeDefined();
  });

  it('is asked for again after a change, not assumed', async () => {
    commands.isRecording = vi.fn(async () => ok(false));
    showPhase('talking');
    await expect.poll(() => reasonOf('Record')).toBeNull();
    await userEvent.click(button('Record'));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'startRecording', meant: SHOWN });
    await expect.poll(() => reasonOf('Record')).toContain('changing the recording');
    commands.isRecording = vi.fn(async () => ok(true)) as never;
    showPhase('talking');
    await expect.poll(() => button('Stop recording')).toBeDefined();
    await userEvent.click(button('Stop recording'));
    expect(commands.control).toHaveBeenLastCalledWith({ action: 'stopRecording', meant: SHOWN });
  });

  it('pressed in one call is neither begun nor stopped in the next', async () => {
    let answer: (recorded: unknown) => void = () => {};
    commands.isRecording = vi.fn(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    ) as never;
    const told = { since: 1, isRecording: false, readAt: Date.now() - 20_000 };
    showPhase('onCall', { agent: agentIn('onCall', told) });
    await userEvent.click(button('Record'));
    expect(commands.isRecording).toHaveBeenCalledOnce();
    showPhase('wrapUp');
    showPhase('onCall', { agent: agentIn('onCall', { ...told, phoneNumber: '4155550200' }) });
    await expect.poll(() => button('Record')).toBeDefined();
    answer(ok(false));
    // Free again: what the press has come to is done by then.
    await expect.poll(() => reasonOf('Record')).toBeNull();
    expect(commands.control).not.toHaveBeenCalled();
  });

  it('that somebody else has begun meanwhile is shown, not begun once more', async () => {
    const told = { since: 1, isRecording: false, readAt: Date.now() - 20_000 };
    commands.isRecording = vi.fn(async () => ok(true)) as never;
    showPhase('onCall', { agent: agentIn('onCall', told) });
    await userEvent.click(button('Record'));
    await expect.poll(() => button('Stop recording')).toBeDefined();
    expect(commands.control).not.toHaveBeenCalled();
  });

  it('that cannot be known is said to be unknown, and nothing is alarmed', async () => {
    commands.isRecording = vi.fn(async () => fail({ code: 'notSignedIn' })) as never;
    showPhase('talking');
    await expect.poll(() => commands.isRecording.mock.calls.length).toBe(1);
    expect(reasonOf('Record')).toBe('Whether the call is recorded is not known.');
    expect(isDisabled('Record')).toBe(false);
    expect(document.querySelector('[role=alert]')).toBeNull();
  });
});
