import { afterEach, expect, it } from 'vitest';
import { Choice } from '../../../components/choice.tsx';
import { control, drawn, hide, later, show } from './mount.tsx';

afterEach(hide);

const choice = (value: string, onChange: (value: string) => unknown) => (
  <Choice
    label="Colours"
    value={value}
    options={[
      { value: 'light', key: 'optionsLight' },
      { value: 'dark', key: 'optionsDark' },
    ]}
    onChange={onChange}
  />
);
const checked = () => [...document.querySelectorAll<HTMLInputElement>('input')].map((input) => input.checked);
const press = async (label: string) => {
  control('label', label).click();
  await drawn();
};

it('keeps what was chosen, whatever is drawn anew, until it is stored', async () => {
  const { answer, come } = later<void>();
  show(choice('light', () => answer));
  await press('Dark');
  show(choice('light', () => answer));
  await drawn();
  expect(checked()).toEqual([false, true]);
  show(choice('dark', () => answer));
  come();
  await drawn();
  expect(checked()).toEqual([false, true]);
});

it('goes back to what holds where it was not stored', async () => {
  const { answer, come } = later<void>();
  show(choice('light', () => answer));
  await press('Dark');
  come();
  await expect.poll(checked).toEqual([true, false]);
});
