import { beforeEach, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import type { Appearance } from '../../../lib/settings/schema.ts';
import { click, hover, moveTo } from './hand.ts';
import { dialView, LABELS, settle, stage } from './page-stage.ts';

beforeEach(() => moveTo(950, 650));

// The words stand out from the page: dark on a light system.
it.each<[Appearance | undefined, 'light' | 'dark', string]>([
  [undefined, 'light', 'rgb(36, 36, 36)'],
  ['system', 'dark', 'rgb(242, 242, 242)'],
  ['light', 'dark', 'rgb(36, 36, 36)'],
  ['dark', 'light', 'rgb(242, 242, 242)'],
])('words at a number look as chosen: %s, where the system is %s', async (appearance, value, background) => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  await using page = await stage(
    '<p style="padding:200px"><span>415-237-1137</span></p>',
    appearance && { appearance },
  );
  await hover(document.querySelector('span')!);
  const bubble = page.root.querySelector<HTMLElement>('.bubble')!;
  await expect.poll(() => bubble.checkVisibility()).toBe(true);
  expect(getComputedStyle(bubble).backgroundColor).toBe(background);
  // The page can see its host, and learns nothing by it.
  expect(page.host.outerHTML).not.toContain('scheme');
});

it('long words beside a button leave "Cancel" room for its own', async () => {
  const waits = 'The agent screen waits for a pause code. Choose one there or in Dialside, and it dials.';
  await using page = await stage('<p style="padding:200px"><span>415-237-1137</span></p>', {
    labels: { ...LABELS, dialStage: () => waits },
  });
  await click(page.button('415'));
  page.dialer.showDial(dialView('+14152371137', 'accepted', true));
  await settle();
  const bubble = page.root.querySelector<HTMLElement>('.bubble')!;
  const cancel = page.root.querySelector<HTMLElement>('.cancel:not([hidden])')!;
  expect(bubble.textContent).toContain(waits);
  expect(cancel.textContent).toBe('Cancel');
  expect(cancel.scrollWidth).toBeLessThanOrEqual(cancel.clientWidth);
  expect(bubble.scrollWidth).toBeLessThanOrEqual(bubble.clientWidth);
});
