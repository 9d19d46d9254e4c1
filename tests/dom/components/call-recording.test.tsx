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

  it('that cannot be known is said to be unknown, and nothing is alarmed', async () => {
    commands.isRecording = vi.fn(async () => fail({ code: 'notSignedIn' })) as never;
    showPhase('talking');
    await expect.poll(() => commands.isRecording.mock.calls.length).toBe(1);
    expect(reasonOf('Record')).toBe('Whether the call is recorded is not known.');
    expect(isDisabled('Record')).toBe(false);
    expect(document.querySelector('[role=alert]')).toBeNull();
  });
});
