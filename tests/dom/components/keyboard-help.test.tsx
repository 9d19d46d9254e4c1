import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { KeyCommand } from '../../../components/keyboard/keys.ts';
import { control, expectAccessible } from './mount.tsx';
import { field, keys, onChange, showOptions } from './options-stage.tsx';
import { commands, showPanel } from './panel-stage.tsx';

const GIVEN: readonly KeyCommand[] = [
  { name: 'commandOpen', keys: 'Alt+Shift+D', suggested: 'Alt+Shift+D' },
  { name: 'commandNextNumber', keys: '', suggested: 'Alt+Shift+J' },
  { name: 'commandHangUp', keys: 'Alt+Shift+Q', suggested: 'Alt+Shift+Q' },
  { name: 'commandPauseOrResume', keys: 'Alt+Shift+Q', suggested: '' },
  { name: 'commandOpenPanel', keys: '', suggested: '' },
];
const dialog = () => document.querySelector('dialog');
/** Until it is heard: whether it may be is asked of the browser first. */
const pressUntilShown = () =>
  expect
    .poll(async () => {
      if (!dialog()) await userEvent.keyboard('?');
      return dialog();
    })
    .not.toBeNull();
const lines = (within: Element | null) =>
  [...(within?.querySelectorAll('li') ?? [])].map((line) => [...line.childNodes].map((each) => each.textContent));

describe('a question mark', () => {
  it('shows in the panel what the keyboard does; Escape closes it, and the focus is where it was', async () => {
    showPanel({}, undefined, 'side');
    commands.keys.read.mockResolvedValue(GIVEN);
    const options = control('button', 'Options');
    options.focus();
    await pressUntilShown();
    await expect.poll(() => lines(dialog())).toContainEqual(['Open Dialside', 'Alt+Shift+D']);
    expect(lines(dialog())).toContainEqual(['Show these keys, in the panel and in the options', '?']);
    expect(dialog()?.matches(':modal')).toBe(true);
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(dialog).toBeNull();
    expect(document.activeElement).toBe(options);
  });

  it('is one in the number field, too, as long as that is empty', async () => {
    showPanel();
    expect((document.activeElement as HTMLInputElement).type).toBe('tel');
    await pressUntilShown();
    await userEvent.keyboard('{Escape}');
    await expect.poll(dialog).toBeNull();
    await userEvent.keyboard('41?');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(dialog()).toBeNull();
  });

  it('of an Arabic keyboard is one', async () => {
    showPanel({}, undefined, 'side');
    await expect
      .poll(() => {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '؟', bubbles: true }));
        return dialog();
      })
      .not.toBeNull();
  });

  it('is kept from what the browser itself does with it, unless that is turned off', async () => {
    showPanel({}, undefined, 'side');
    const isKept = () =>
      !document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, cancelable: true }));
    await expect.poll(isKept).toBe(true);
    commands.keys.hasHelpKey.mockResolvedValue(false);
    await expect.poll(isKept).toBe(false);
    commands.keys.hasHelpKey.mockResolvedValue(true);
  });

  it('shows nothing where that is turned off, and is then none of the keys', async () => {
    commands.keys.hasHelpKey.mockResolvedValue(false);
    showPanel({}, undefined, 'side');
    await userEvent.keyboard('?');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(dialog()).toBeNull();
    await userEvent.click(control('button', /6666/));
    await userEvent.click(control('[role=menuitem]', /Keyboard/));
    await expect.poll(() => lines(dialog()).length).toBe(2);
    commands.keys.hasHelpKey.mockResolvedValue(true);
  });

  it('that is typed into a field is typed', async () => {
    showOptions();
    await userEvent.type(field('page-label'), '?');
    expect([field('page-label').value, dialog()]).toEqual(['?', null]);
  });

  it('shows it in the options as well', async () => {
    showOptions();
    await pressUntilShown();
    await userEvent.click(control('dialog button', 'Close'));
    await expect.poll(dialog).toBeNull();
  });
});

it('the menu of the account leads to the same', async () => {
  showPanel({}, undefined, 'side');
  await userEvent.click(control('button', /6666/));
  await userEvent.click(control('[role=menuitem]', /Keyboard/));
  await expect.poll(dialog).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  await expect.poll(dialog).toBeNull();
});

it('is turned off in the options', async () => {
  showOptions();
  await userEvent.click(control('label', 'The key “?” shows these keys, in the panel and in the options'));
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ helpKey: false });
});

describe('the options', () => {
  it('name keys that are missing, taken by something else or used twice, and lead to where they are changed', async () => {
    keys.read.mockResolvedValue(GIVEN);
    showOptions();
    const section = () => document.querySelector('section[aria-labelledby=keyboard]');
    const twice = 'Used twice. Choose other keys for one of the two.';
    const taken = 'Alt+Shift+J is used by something else, or was taken away. Choose other keys.';
    await expect
      .poll(() => lines(section()))
      .toEqual([
        ['Open Dialside', 'Alt+Shift+D'],
        [`Go to the next phone number on the page${taken}`, 'No keys yet'],
        [`Hang up the call that you see${twice}`, 'Alt+Shift+Q'],
        [`Pause, or go ready${twice}`, 'Alt+Shift+Q'],
        ['Open Dialside beside the page', 'No keys yet'],
      ]);
    await userEvent.click(control('section button', 'Change the keys'));
    expect(keys.change).toHaveBeenCalledOnce();
  });

  it('show new keys when the agent comes back', async () => {
    keys.read.mockResolvedValue([GIVEN[4]!]);
    showOptions();
    await expect.poll(() => document.querySelector('section[aria-labelledby=keyboard] li')).not.toBeNull();
    keys.read.mockResolvedValue([{ ...GIVEN[4]!, keys: 'Alt+Shift+P' }]);
    dispatchEvent(new Event('focus'));
    await expect
      .poll(() => document.querySelector('section[aria-labelledby=keyboard] kbd')?.textContent)
      .toBe('Alt+Shift+P');
  });
});
