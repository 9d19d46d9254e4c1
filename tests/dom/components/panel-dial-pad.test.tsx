import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail, ok } from '../../../lib/result.ts';
import { control } from './mount.tsx';
import { commands, showPanel, words } from './panel-stage.tsx';
import { dialIn, SCREEN } from './panel-states.ts';

const numberField = () => control('input', 'Number to call') as HTMLInputElement;

describe('the dial pad', () => {
  it('spaces the number while it is typed, dials on Enter and is empty then', async () => {
    showPanel();
    expect(numberField().matches(':focus')).toBe(true);
    await userEvent.keyboard('4155552671');
    expect(numberField().value).toBe('(415) 555-2671');
    await userEvent.keyboard('{Enter}');
    expect(commands.dial).toHaveBeenCalledExactlyOnceWith('(415) 555-2671');
    await expect.poll(() => numberField().value).toBe('');
  });

  it('keeps the focus when it is cleared by keyboard', async () => {
    showPanel();
    await userEvent.keyboard('4155{Tab}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Clear the number');
    await userEvent.keyboard('{Enter}');
    expect(numberField().value).toBe('');
    expect(document.activeElement).toBe(numberField());
  });

  it('leaves what is above it in sight when it takes the focus, in a popup at 200 %', async () => {
    await page.viewport(360, 300);
    showPanel({ screen: { ...SCREEN, boxes: ['pauseCode'] }, dial: dialIn('ended') });
    expect(numberField().matches(':focus')).toBe(true);
    expect(document.documentElement.scrollHeight).toBeGreaterThan(300);
    expect(window.scrollY).toBe(0);
    await page.viewport(1000, 700);
  });

  it('says nothing to an Enter more than one dial takes, until the call is over', async () => {
    showPanel();
    await userEvent.keyboard('4155552671{Enter}');
    await expect.poll(() => numberField().value).toBe('');
    commands.dial = vi.fn(async () => fail({ code: 'number', failure: { code: 'empty' } })) as never;
    await userEvent.keyboard('{Enter}');
    expect(commands.dial).not.toHaveBeenCalled();
    showPanel({ dial: dialIn('ringing') });
    showPanel({ dial: dialIn('ended') });
    await expect
      .poll(async () => {
        numberField().focus();
        await userEvent.keyboard('{Enter}');
        return words();
      })
      .toContain('Enter a number.');
  });

  it('says no longer what was wrong once a call has begun, or something else was asked for', async () => {
    commands.dial = vi.fn(async () => fail({ code: 'number', failure: { code: 'empty' } })) as never;
    showPanel();
    await userEvent.click(control('button', 'Call'));
    await expect.poll(words).toContain('Enter a number.');
    showPanel({ dial: dialIn('ringing') });
    await expect.poll(words).not.toContain('Enter a number.');
    showPanel();
    await userEvent.click(control('button', 'Call'));
    await expect.poll(words).toContain('Enter a number.');
    await userEvent.click(control('button', 'Ring my phone'));
    await expect.poll(words).not.toContain('Enter a number.');
  });

  it('lets a separator be deleted', async () => {
    showPanel();
    await userEvent.keyboard('415555{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}');
    expect(numberField().value.replace(/\D/g, '')).toBe('41');
  });

  it('keeps the caret while a digit is put in the middle', async () => {
    showPanel();
    await userEvent.keyboard('4155552671{ArrowLeft}{ArrowLeft}9');
    expect(numberField().value).toBe('(415) 555-26971');
    expect(numberField().selectionStart).toBe('(415) 555-269'.length);
  });

  it('takes a pasted text as it is', async () => {
    showPanel();
    await userEvent.fill(numberField(), 'call 1-800-FLOWERS');
    expect(numberField().value).toBe('call 1-800-FLOWERS');
  });

  it('says why a number is refused and keeps it to be corrected', async () => {
    commands.dial = vi.fn(async () => fail({ code: 'number', failure: { code: 'tooShort' } })) as never;
    showPanel();
    await userEvent.keyboard('4155{Enter}');
    await expect.poll(words).toContain('This number is too short.');
    expect(numberField().value.replace(/\D/g, '')).toBe('4155');
    expect(numberField().matches(':focus')).toBe(true);
    await userEvent.keyboard('5');
    expect(words()).not.toContain('This number is too short.');
  });

  it('sends one request for two quick presses', async () => {
    let answer = (_: Awaited<ReturnType<typeof commands.dial>>) => {};
    commands.dial = vi.fn(
      () =>
        new Promise<Awaited<ReturnType<typeof commands.dial>>>((resolve) => {
          answer = resolve;
        }),
    );
    showPanel();
    await userEvent.keyboard('4155552671{Enter}{Enter}{Enter}');
    expect(commands.dial).toHaveBeenCalledOnce();
    answer(ok(dialIn('preparing')));
    await expect.poll(() => numberField().value).toBe('');
  });

  it('has keys for those who want them', async () => {
    showPanel();
    await userEvent.click(control('button', 'Keypad'));
    for (const key of ['+', '4', '4', '2']) await userEvent.click(control('.key', key));
    expect(numberField().value).toBe('+44 2');
    await userEvent.click(control('button', 'Delete the last digit'));
    expect(numberField().value).toBe('+44');
  });

  it('says so when the background cannot be reached', async () => {
    commands.dial = vi.fn(() => Promise.reject(new Error('gone')));
    showPanel();
    await userEvent.keyboard('4155552671{Enter}');
    await expect.poll(words).toContain('Dialside could not do this. Try again.');
  });
});
