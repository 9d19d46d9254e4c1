import { pageUnchanged } from '../steps/page-unchanged.ts';
import { buttonBeside, pageButtons } from './fixtures/page-buttons.ts';
import { createStepDesk } from './fixtures/step-desk.ts';
import { expect, test } from './fixtures/test.ts';

test('a form keeps its values, its rich text and its markup', async ({ desk }) => {
  await desk.signIn();
  const crm = await desk.openCrm('edit.html');
  const before = await crm.evaluate(() => document.body.innerHTML);
  await desk.enableSite(crm);
  await expect.poll(async () => (await pageButtons(crm)).map(({ label }) => label)).toEqual(['Call +1 415 555 0178']);

  await crm.getByLabel('Notes').fill('Call 415-555-0199 instead.');
  await crm.locator('#signature').press('End');
  await crm.keyboard.type('!');
  const saved = await crm.locator('#saved').textContent();
  expect(saved).toContain('"notes":"Call 415-555-0199 instead."');
  expect(saved).toContain('Maya Lindqvist · <b>415-555-0132!</b>"');
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
  const { box } = await buttonBeside(crm, '(415) 555-0132');
  const found = await crm.evaluate(
    ([x, y]) => {
      const host = document.elementFromPoint(x, y);
      if (!(host instanceof HTMLElement)) return null;
      host.click();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y }));
      }
      window.postMessage({ dialside: 'page.dial', payload: { e164: '+19005550199', extension: null } }, '*');
      return { root: host.shadowRoot, text: host.textContent, attributes: host.getAttributeNames() };
    },
    [box.x + box.width / 2, box.y + box.height / 2] as const,
  );
  expect(found).toMatchObject({ root: null, text: '' });
  await desk.expectDialRequests(0);
});
