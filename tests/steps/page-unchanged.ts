import { deepEqual, equal, notDeepEqual, ok } from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { bundle } from '../bench/page-browser.ts';
import { eventually } from '../patience.ts';
import { cue, type OwnPages, openOwn, withPages } from './own-pages.ts';
import type { StepPage, Steps } from './step-desk.ts';

/** The pages of the CRM, and what they show once they are drawn. */
const CRM_PAGES = {
  ...{ index: 'Maya Lindqvist', contact: 'Harbour & Pine', activity: 'called from', board: 'Drawn' },
  edit: 'Edit a contact',
};
type Portrait = ReturnType<typeof portray>;

const SCRIPT = fileURLToPath(new URL('../pages/witness-page.ts', import.meta.url));

/** Fields, and styles that one element more anywhere would change. */
const BODY = `
  <style>li:nth-child(2) { color: red } p::first-letter { color: blue } body > :last-child { margin: 9px }</style>
  <h1>Contacts</h1><div id="app"></div><p>Office 617-555-0145</p>
  <form><input name="phone" value="212-555-0187"><div style="padding: 20px"><input readonly value="312-555-0126"></div><input type="checkbox" checked>
  <textarea>Call 650-555-0110</textarea><select><option>One<option selected>404-555-0119</select></form>
  <div contenteditable="true">Yours, <b>415-555-0199</b></div><footer>End</footer>`;

const FIXED = ['Call +1 617 555 0145', 'Call +1 312 555 0126'];
const [ANN, BEN, CLEO] = ['Call +1 415 555 0132', 'Call +1 206 555 0147', 'Call +1 303 555 0118'] as const;

/** What has a button in each state of the page. */
const SHOWN: readonly (readonly string[])[] = [[ANN, BEN], [CLEO, ANN], [BEN]];

/** Takes the page through its states; resolves to what it told of each. */
async function lifeOf(page: StepPage, pages: OwnPages, look: (state: number) => Promise<void>): Promise<unknown[]> {
  const before = pages.sentTo('/seen').length;
  for (const state of SHOWN.keys()) {
    await look(state);
    await cue(page);
    await pages.awaitCount('/seen', before + state + 1);
  }
  return pages
    .sentTo('/seen')
    .slice(before)
    .map((told) => JSON.parse(told) as unknown);
}

export const pageUnchanged: Steps = {
  'a page of React sees and hears the same of itself as on a site without Dialside, also when a number is dialled': (
    desk,
  ) =>
    withPages(async (pages) => {
      const code = (await bundle(SCRIPT, 'witness')).replaceAll('</', '<\\/');
      const { page } = await openOwn(desk, pages, `${BODY}<script>${code}</script>`);
      const withDialside = await lifeOf(page, pages, async (state) => {
        await page.expectLabels([...FIXED, ...(SHOWN[state] ?? [])]);
        if (state === 1) await page.press('(415) 555-0132');
      });
      await desk.expectDialRequests(1);
      await page.goto(pages.url('/own.html', 'other.example'));
      const without = await lifeOf(page, pages, async () => undefined);
      equal(await page.evaluate(() => document.documentElement.children.length), 2);
      deepEqual(withDialside, without);
    }),

  async 'no page of a CRM can tell that Dialside has come to it'(desk) {
    await desk.signIn();
    const pages = new Map<string, StepPage>();
    const before = new Map<string, Portrait>();
    for (const [name, words] of Object.entries(CRM_PAGES)) {
      const page = await desk.openCrm(`${name}.html`);
      await eventually(async () => ok((await page.evaluate(() => document.body.innerText)).includes(words)));
      await page.evaluate(standStill);
      before.set(name, await stillPortrait(page));
      await page.evaluate(listen);
      pages.set(name, page);
    }
    await desk.enableSite(await desk.openCrm());
    for (const [name, page] of pages) {
      await page.bringToFront();
      await eventually(async () => equal(await page.evaluate(() => document.documentElement.children.length), 3));
      // In a sentence there is no room for a button until somebody points at it.
      if (name !== 'activity') await eventually(async () => notDeepEqual(await page.labels(), []));
      deepEqual({ name, ...(await page.evaluate(portray)) }, { name, ...before.get(name) });
      deepEqual([name, await page.evaluate(readHeard)], [name, []]);
    }
    // And what changes would have been heard.
    const [page] = pages.values();
    await page?.evaluate(() => document.body.append('!'));
    await eventually(async () => deepEqual(await page?.evaluate(readHeard), ['childList BODY']));
  },
};

/** What is still being laid out changes once more. */
async function stillPortrait(page: StepPage): Promise<Portrait> {
  let before: Portrait | null = null;
  return eventually(async () => {
    const now = await page.evaluate(portray);
    const last = before;
    before = now;
    deepEqual(now, last);
    return now;
  });
}

// The functions below run in the page and see nothing of this file.

/** On a page that is drawn: away with what repeats itself, all of it the page's own as long as no Dialside is there, and a selection. */
function standStill(): void {
  for (let timer = window.setTimeout(() => undefined); timer > 0; timer -= 1) clearInterval(timer);
  getSelection()?.selectAllChildren(document.querySelector('h1, h2, p') ?? document.body);
}

/**
 * Has the page listen to all its changes, but for the one element that Dialside puts beside its body. They are put down where
 * every world that a driver works in can read them, and no node is changed.
 */
function listen(): void {
  sessionStorage.heard = '[]';
  const own = [document.documentElement, document.head, document.body];
  new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      const isOfRoot = target.parentNode === document.documentElement && !own.includes(target as HTMLElement);
      const isOfHost = type === 'childList' && target === document.documentElement && removedNodes.length === 0;
      if (isOfRoot || (isOfHost && addedNodes.length === 1)) continue;
      sessionStorage.heard = JSON.stringify([...JSON.parse(sessionStorage.heard), `${type} ${target.nodeName}`]);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

function readHeard(): readonly string[] {
  return JSON.parse(sessionStorage.heard);
}

/** What a script of the page can see of it. */
function portray() {
  const elements = [document.documentElement, document.body, ...document.body.querySelectorAll('*')];
  const fields = [...document.querySelectorAll('input, textarea, select')] as HTMLInputElement[];
  const stylesOf = (element: Element) => {
    const style = getComputedStyle(element);
    return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
  };
  return {
    html: document.body.outerHTML,
    attributes: document.documentElement.getAttributeNames(),
    values: fields.map(({ value, checked, selectionStart }) => [value, checked, selectionStart]),
    selection: [getSelection()?.toString(), getSelection()?.anchorOffset, getSelection()?.focusOffset],
    focus: document.activeElement?.outerHTML,
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    styles: elements.map((element) => `${element.localName} { ${stylesOf(element)} }`),
    places: elements.map((element) => JSON.stringify(element.getBoundingClientRect())),
  };
}
