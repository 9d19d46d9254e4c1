import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AskFirst } from '../../../components/ask-first.tsx';
import { control, drawn, hide, later, show } from './mount.tsx';

afterEach(hide);

const onAgree = vi.fn<() => Promise<unknown>>(async () => null);

function showQuestion() {
  onAgree.mockClear();
  show(
    <main>
      <AskFirst label="Remove" question="Really?" onAgree={onAgree} />
      <input aria-label="Elsewhere" />
    </main>,
  );
}
const question = () => document.querySelector('form')?.textContent ?? null;
const isAgreeInFocus = () => document.activeElement?.closest('form') !== null;

it('asks a key that is held down, and does nothing before that is pressed again', async () => {
  showQuestion();
  control('button', 'Remove').focus();
  await userEvent.keyboard('{Enter>30/}');
  await expect.poll(isAgreeInFocus).toBe(true);
  expect(question()).toContain('Really?');
  expect(onAgree).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => onAgree.mock.calls.length).toBe(1);
  await expect.poll(question).toBeNull();
});

it('is agreed to once, however often it is pressed meanwhile, and gives the focus back', async () => {
  showQuestion();
  const late = later<null>();
  onAgree.mockReturnValueOnce(late.answer);
  control('button', 'Remove').click();
  await expect.poll(question).toContain('Really?');
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.poll(() => control('button', 'Remove').getAttribute('aria-disabled')).toBe('true');
  late.come(null);
  await expect.poll(question).toBeNull();
  expect(onAgree).toHaveBeenCalledTimes(1);
  await expect.poll(() => document.activeElement?.textContent).toBe('Remove');
});

const WAYS = [
  ['Escape', () => userEvent.keyboard('{Escape}')],
  ['Cancel', async () => control('button', 'Cancel').click()],
] as const;

it.each(WAYS)('stays until what was agreed to is answered, also where %s is pressed', async (_way, leave) => {
  showQuestion();
  const late = later<null>();
  onAgree.mockReturnValueOnce(late.answer);
  control('button', 'Remove').click();
  await expect.poll(isAgreeInFocus).toBe(true);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => control('button', 'Cancel').getAttribute('aria-disabled')).toBe('true');
  await leave();
  await drawn();
  expect(question()).toContain('Really?');
  late.come(null);
  await expect.poll(question).toBeNull();
});

it.each(WAYS)('is left by %s, which does nothing and leads back to the button', async (_way, leave) => {
  showQuestion();
  control('button', 'Remove').click();
  await expect.poll(isAgreeInFocus).toBe(true);
  await leave();
  await expect.poll(question).toBeNull();
  await expect.poll(() => document.activeElement?.textContent).toBe('Remove');
  expect(onAgree).not.toHaveBeenCalled();
});

it('leaves the focus where somebody types by the time it is answered', async () => {
  showQuestion();
  const late = later<null>();
  onAgree.mockReturnValueOnce(late.answer);
  control('button', 'Remove').click();
  await expect.poll(isAgreeInFocus).toBe(true);
  await userEvent.keyboard('{Enter}');
  const elsewhere = control('input', 'Elsewhere') as HTMLInputElement;
  elsewhere.focus();
  late.come(null);
  await expect.poll(question).toBeNull();
  await drawn();
  await userEvent.keyboard('415');
  expect(elsewhere.value).toBe('415');
});
