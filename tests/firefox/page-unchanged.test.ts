import { pageUnchanged } from '../steps/page-unchanged.ts';
import { buttonBeside, middleOf, pageButtons } from './fixtures/page-buttons.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';

test('a form keeps its values, its rich text and its markup', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm('edit.html');
  const before = await crm.evaluate(() => document.body.innerHTML);
  await desk.enableSite(crm);
  const labels = async () => (await pageButtons(crm)).map(({ label }) => label);
  await expect.poll(labels, { timeout: 20_000 }).toEqual(['Call +1 415 555 0178']);
  await crm.evaluate(() => document.querySelector<HTMLElement>('#signature')?.focus());
  await crm.type('!');
  const saved = await crm.evaluate(() => document.getElementById('saved')?.textContent);
  expect(saved).toMatch(/![^"]*<b>415-555-0132<\/b>|<b>415-555-0132!<\/b>/);
  const after = await crm.evaluate(() => {
    document.getElementById('saved')?.replaceChildren();
    const signature = document.getElementById('signature');
    if (signature) signature.innerHTML = signature.innerHTML.replace('!', '');
    return document.body.innerHTML;
  });
  expect(after).toBe(before);
});

for (const [name, take] of Object.entries(pageUnchanged)) {
  test(name, ({ desk }) => take(createStepDesk(desk)));
}

test('a page script can neither press a button nor find out what it dials', async ({ desk }) => {
  await desk.openAgentScreen();
  await desk.signIn();
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  const { x, y } = middleOf((await buttonBeside(crm, '(415) 555-0132')).box);
  const found = await crm.evaluate(pressByScript, x, y);
  expect(found).toEqual({ root: null, text: '' });
  await desk.expectDialRequests(0);
});

/** Runs in the page and sees nothing of this file. */
function pressByScript(x: number, y: number): { root: unknown; text: string | null } | null {
  const host = document.elementFromPoint(x, y);
  if (!(host instanceof HTMLElement) || host.parentElement !== document.documentElement) return null;
  host.click();
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y }));
  }
  window.postMessage({ dialside: 'page.dial', payload: { e164: '+19005550199', extension: null } }, '*');
  return { root: host.shadowRoot, text: host.textContent };
}
