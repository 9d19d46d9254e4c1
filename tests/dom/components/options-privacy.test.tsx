import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { control, hide } from './mount.tsx';
import { field, onChange, onErase, resetOptions, showOptions } from './options-stage.tsx';

beforeEach(resetOptions);
afterEach(hide);

describe('what others might see', () => {
  it('ends with the session of an agent who has left, after a time that he or his company chooses', async () => {
    showOptions({ lockAfterMinutes: 45 });
    const select = field('lock-after') as HTMLElement as HTMLSelectElement;
    expect([...select.options].map(({ text }) => text)).toEqual([
      'Never',
      'After 15 minutes',
      'After 45 minutes',
      'After 60 minutes',
      'After 4 hours',
      'After 8 hours',
    ]);
    expect(select.value).toBe('45');
    await userEvent.selectOptions(select, '0');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ lockAfterMinutes: 0 });
  });

  it('is deleted by one press, together with the session', async () => {
    showOptions();
    await userEvent.click(control('button', 'Sign out and forget me on this computer'));
    expect(onErase).toHaveBeenCalledOnce();
    await expect.poll(() => document.querySelector('[role=status]')?.textContent).toBe('Saved');
  });

  it('is named with where it is stored, one line for each', () => {
    showOptions();
    const facts = [...document.querySelectorAll('.facts li')].map(({ textContent }) => textContent ?? '');
    for (const what of [
      'options',
      'Sites',
      'user name',
      'password',
      'wrong PINs',
      'state',
      'webphone',
      'calls',
      'company',
    ])
      expect(
        facts.filter((fact) => fact.includes(what)),
        what,
      ).not.toEqual([]);
  });

  it.each([
    ['Show phone numbers in notifications', { numbersInNotices: true }],
    ['Keep my recent calls when the browser closes', { keepCalls: true }],
  ] as const)('is allowed by a tick: %s', async (label, change) => {
    showOptions();
    await userEvent.click(control('label.check', label));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(change);
  });

  it('is forbidden by taking the tick away, and says what that does', async () => {
    showOptions({ keepCalls: true });
    const tick = control('label.check', /^Keep my recent calls/).querySelector('input');
    expect(tick?.checked).toBe(true);
    expect(document.getElementById(tick?.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'deletes them',
    );
    await userEvent.click(control('label.check', /^Keep my recent calls/));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ keepCalls: false });
  });
});
