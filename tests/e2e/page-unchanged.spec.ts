import type { Page } from '@playwright/test';
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

const PAGES = ['index', 'contact', 'activity', 'board', 'edit'] as const;

/** Where the page's own observers put down what they hear. */
type Witness = typeof globalThis & { heard?: string[] };

/** Has the page listen to all its changes, but for the one element that Dialside puts beside its body. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    (globalThis as Witness).heard = heard;
    getSelection()?.selectAllChildren(document.querySelector('h1, h2, p') ?? document.body);
    const own = [document.documentElement, document.head, document.body];
    new MutationObserver((records) => {
      for (const { type, target, addedNodes, removedNodes } of records) {
        const isOfRoot = target.parentNode === document.documentElement && !own.includes(target as HTMLElement);
        const isOfHost = type === 'childList' && target === document.documentElement && removedNodes.length === 0;
        if (!isOfRoot && !(isOfHost && addedNodes.length === 1)) heard.push(`${type} ${target.nodeName}`);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** What a script of the page can see of it. */
function portrait(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const elements = [document.documentElement, document.body, ...document.body.querySelectorAll('*')];
    const fields = [...document.querySelectorAll('input, textarea, select')] as HTMLInputElement[];
    return {
      heard: (globalThis as Witness).heard,
      html: document.body.outerHTML,
      attributes: document.documentElement.getAttributeNames(),
      values: fields.map(({ value, checked, selectionStart }) => [value, checked, selectionStart]),
      selection: [getSelection()?.toString(), getSelection()?.anchorOffset, getSelection()?.focusOffset],
      focus: document.activeElement?.outerHTML,
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      styles: elements.map((element) => `${element.localName} { ${getComputedStyle(element).cssText} }`),
      places: elements.map((element) => JSON.stringify(element.getBoundingClientRect())),
    };
  });
}

test('no page of a CRM can tell that Dialside has come to it', async ({ desk }) => {
  await desk.signIn();
  const pages = new Map<string, Page>();
  for (const name of PAGES) {
    const page = await desk.extension.context.newPage();
    // One page draws itself anew every few seconds.
    await page.addInitScript(() => Object.assign(globalThis, { setInterval: () => 0 }));
    await page.goto(`${desk.crmUrl}/${name}.html`, { waitUntil: 'networkidle' });
    await listen(page);
    pages.set(name, page);
  }
  const before = new Map<string, unknown>();
  for (const [name, page] of pages) before.set(name, await portrait(page));
  await desk.enableSite(await desk.openCrm());
  for (const [name, page] of pages) {
    await page.bringToFront();
    const elements = () => page.evaluate(() => document.documentElement.children.length);
    await expect.poll(elements, name).toBe(3);
    // In a sentence there is no room for a button until somebody points at it.
    if (name !== 'activity') await expect.poll(() => pageButtons(page), name).not.toEqual([]);
    expect(await portrait(page), name).toEqual(before.get(name));
  }
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
