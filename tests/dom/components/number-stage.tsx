import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import { control } from './mount.tsx';

const TOOLS = {
  callback: ['Call back at…', 'input[name=callback-at]'],
  doNotCall: ['Do not call…', '.number-form'],
} as const;

/** Opens a form of the window about a number, once it is known that the login may change that. */
export async function openTool(name: keyof typeof TOOLS): Promise<void> {
  const [button, inside] = TOOLS[name];
  await expect.poll(() => document.querySelector(`[data-tool=${name}]`)).not.toBeNull();
  control('button', button).click();
  await expect.poll(() => document.querySelector(inside)).not.toBeNull();
}

/** Shows another lead with the number. */
export async function chooseLead(leadId: string): Promise<void> {
  await expect.poll(() => document.querySelector('select')).not.toBeNull();
  await userEvent.selectOptions(document.querySelector<HTMLSelectElement>('select')!, leadId);
}
