import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { UnlockForm } from '../../../components/sign-in/unlock-form.tsx';
import type { UnlockProblem, UnlockRequest } from '../../../lib/messages/sign-in.ts';
import { fail, ok, type Result } from '../../../lib/result.ts';
import { control, expectAccessible, hide, show } from './mount.tsx';

const onUnlock = vi.fn<(request: UnlockRequest) => Promise<Result<null, UnlockProblem>>>();
const onForget = vi.fn();
const onUsePassword = vi.fn();

function showForm() {
  show(
    <main class="popup">
      <UnlockForm user="6666" host="dialer.example.com" {...{ onUnlock, onForget, onUsePassword }} />
    </main>,
  );
}

const words = () => document.body.textContent;
const pin = () => document.querySelector('[name=pin]') as HTMLInputElement;

beforeEach(() => {
  vi.clearAllMocks();
  onUnlock.mockResolvedValue(ok(null));
});
afterEach(hide);

describe('unlocking', () => {
  it('takes the PIN and Enter, and says whose sign-in it is', async () => {
    showForm();
    expect(words()).toContain('6666 at dialer.example.com');
    await userEvent.keyboard('493817{Enter}');
    expect(onUnlock).toHaveBeenCalledExactlyOnceWith({ pin: '493817', allowInsecure: false });
  });

  it('asks inside the gesture, so that the browser lets the permission be asked for', async () => {
    let inGesture = false;
    onUnlock.mockImplementation(async () => {
      inGesture = navigator.userActivation.isActive;
      return ok(null);
    });
    showForm();
    await userEvent.keyboard('493817{Enter}');
    expect(inGesture).toBe(true);
  });

  it('tries a PIN once however often Enter is pressed: each counts', async () => {
    onUnlock.mockReturnValue(new Promise(() => {}));
    showForm();
    await userEvent.keyboard('{Enter}493817{Enter}{Enter}');
    expect(onUnlock).toHaveBeenCalledOnce();
  });

  it.each<[UnlockProblem, string]>([
    [{ code: 'vault', failure: { code: 'wrongPin', triesLeft: 7 } }, 'Wrong PIN. Tries left: 7.'],
    [{ code: 'vault', failure: { code: 'wait', ms: 4_200 } }, 'Wait 5 seconds'],
    [{ code: 'vault', failure: { code: 'wiped' } }, 'the password was deleted from this device'],
    [{ code: 'vicidial', failure: { code: 'unreachable' } }, 'dialer'],
  ])('says what went wrong, and puts the caret back: %j', async (problem, sentence) => {
    onUnlock.mockResolvedValue(fail(problem));
    showForm();
    await userEvent.keyboard('493817{Enter}');
    await expect.poll(words).toContain(sentence);
    expect(pin().getAttribute('aria-invalid')).toBe('true');
    expect(pin().matches(':focus')).toBe(true);
    await expectAccessible();
  });

  it('asks anew whether a private network without encryption is meant', async () => {
    onUnlock.mockResolvedValueOnce(
      fail({ code: 'server', problem: { code: 'insecurePrivate', host: '192.168.1.20' } }),
    );
    showForm();
    await userEvent.keyboard('493817{Enter}');
    await userEvent.click(control('label.check', /unencrypted/));
    await userEvent.click(control('button', 'Unlock'));
    expect(onUnlock.mock.calls.map(([request]) => request.allowInsecure)).toEqual([false, true]);
  });

  it('leads to the password, and forgets', async () => {
    showForm();
    await userEvent.click(control('button', 'Use the password instead'));
    await userEvent.click(control('button', 'Forget on this device'));
    expect([onUsePassword.mock.calls.length, onForget.mock.calls.length]).toEqual([1, 1]);
  });
});
