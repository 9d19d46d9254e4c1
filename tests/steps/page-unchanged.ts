import { deepEqual, equal } from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { bundle } from '../bench/page-browser.ts';
import { cue, type OwnPages, openOwn, withPages } from './own-pages.ts';
import type { StepPage, Steps } from './step-desk.ts';

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
};
