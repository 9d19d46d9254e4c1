import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fail, ok } from '../../../lib/result.ts';
import { button, commands, isDisabled, reasonOf, showPhase } from './panel-stage.tsx';
import { agentIn } from './panel-states.ts';

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

  it('of every call begins with the answer, and is asked for a moment later', async () => {
    commands.isRecording = vi.fn(async () => ok(true)) as never;
    showPhase('talking', { agent: agentIn('talking', { since: Date.now() - 1_500 }) });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(commands.isRecording).not.toHaveBeenCalled();
    expect(reasonOf('Record')).toBe('Whether the call is recorded is not known.');
    await expect.poll(() => button('Stop recording'), { timeout: 4_000 }).toBeDefined();
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
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'startRecording' });
    await expect.poll(() => reasonOf('Record')).toContain('changing the recording');
    commands.isRecording = vi.fn(async () => ok(true)) as never;
    showPhase('talking');
    await expect.poll(() => button('Stop recording'), { timeout: 4_000 }).toBeDefined();
    await userEvent.click(button('Stop recording'));
    expect(commands.control).toHaveBeenLastCalledWith({ action: 'stopRecording' });
  });

  it('that the agent’s own login tells is asked for by nobody, and follows each reading', async () => {
    commands.isRecording = vi.fn(async () => ok(true)) as never;
    const told = (isRecording: boolean) => ({
      agent: agentIn('onCall', { since: 1, isRecording, readAt: Date.now() }),
    });
    showPhase('onCall', told(true));
    expect(button('Stop recording')).toBeDefined();
    showPhase('onCall', told(false));
    expect(button('Record')).toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(commands.isRecording).not.toHaveBeenCalled();
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
