import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { control, hide } from './mount.tsx';
import { field, onChange, resetOptions, showOptions, words } from './options-stage.tsx';

beforeEach(resetOptions);
afterEach(hide);

describe('costly calls', () => {
  it.each(['neverDial', 'alwaysAsk', 'alwaysAllow'] as const)(
    '%s takes beginnings of numbers, as people write them',
    async (name) => {
      showOptions({ [name]: ['+979'] });
      await userEvent.fill(field(name), '+1 900, +1-876; 0190');
      field(name).focus();
      await userEvent.keyboard('{Enter}');
      expect(onChange).not.toHaveBeenCalled();
      expect(words()).toContain('Not understood: 0190.');
      expect(field(name).value).toBe('+1 900, +1-876; 0190');
      await userEvent.fill(field(name), '+1 900, +1-876');
      await userEvent.keyboard('{Enter}');
      expect(onChange).toHaveBeenCalledExactlyOnceWith({ [name]: ['+979', '+1900', '+1876'] });
      await expect.poll(() => field(name).value).toBe('');
      await userEvent.click(control('button', 'Remove +979'));
      expect(onChange).toHaveBeenLastCalledWith({ [name]: [] });
    },
  );

  it.each([
    ['5', [[{ mostDialsPerMinute: 5 }]]],
    ['0', []],
    ['61', []],
    ['', []],
  ])('are at most so many in a minute: %j', async (typed, changes) => {
    showOptions();
    await userEvent.fill(field('most-dials'), typed);
    await userEvent.keyboard('{Tab}');
    expect(onChange.mock.calls).toEqual(changes);
    expect(words()?.includes('A whole number from 1 to 60.')).toBe(changes.length === 0);
  });

  it('keep what was refused in sight, with what is in force, until it is mended', async () => {
    showOptions();
    const refused = 'Until you enter one, 10 stays in force.';
    for (const typed of ['61', '99', '']) {
      await userEvent.fill(field('most-dials'), typed);
      await userEvent.keyboard('{Tab}');
      expect([field('most-dials').value, words()?.includes(refused)]).toEqual([typed, true]);
    }
    await userEvent.fill(field('most-dials'), '10');
    await userEvent.keyboard('{Tab}');
    expect([field('most-dials').value, words()?.includes(refused)]).toEqual(['10', false]);
  });
});
