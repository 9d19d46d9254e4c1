import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { rememberAppearance, rememberedAppearance, showAppearance } from '../../../entrypoints/popup/appearance.ts';
import type { Appearance } from '../../../lib/settings/schema.ts';
import { hide } from './mount.tsx';
import { onChange, resetOptions, showOptions } from './options-stage.tsx';

const systemIs = (value: 'light' | 'dark') =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });

/** As bright as what is painted behind everything, 0 to 255. */
function brightness(): number {
  const [red = 0, green = 0, blue = 0] = getComputedStyle(document.body).backgroundColor.match(/\d+/g)!.map(Number);
  return (red + green + blue) / 3;
}

beforeEach(resetOptions);
afterEach(() => {
  showAppearance('system');
  localStorage.clear();
  hide();
});

describe('a page of ours', () => {
  it.each<[Appearance, 'light' | 'dark', boolean]>([
    ['system', 'light', true],
    ['system', 'dark', false],
    ['light', 'dark', true],
    ['dark', 'light', false],
  ])('set to %s, where the system is %s', async (appearance, system, isBright) => {
    await systemIs(system);
    showAppearance(appearance);
    expect(brightness() > 128).toBe(isBright);
  });

  it('looks the same when it is opened again, before anything was asked', () => {
    expect(rememberedAppearance()).toBe('system');
    rememberAppearance('dark');
    expect(rememberedAppearance()).toBe('dark');
    localStorage.setItem('appearance', 'sepia');
    expect(rememberedAppearance()).toBe('system');
  });

  it('leaves nothing behind where nothing is chosen any longer', () => {
    rememberAppearance('light');
    rememberAppearance('system');
    expect(localStorage.length).toBe(0);
  });
});

it('the options offer what the system says, light and dark', async () => {
  showOptions({ appearance: 'light' });
  const radios = [...document.querySelectorAll<HTMLInputElement>('section[aria-labelledby=appearance] input')];
  expect(radios.map(({ checked, labels }) => [labels?.[0]?.textContent, checked])).toEqual([
    ['As on this computer', false],
    ['Light', true],
    ['Dark', false],
  ]);
  await userEvent.click(radios[2]!);
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ appearance: 'dark' });
});
