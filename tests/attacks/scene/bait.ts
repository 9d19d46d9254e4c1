import type { Box, PageButton } from '../../e2e/fixtures/page-buttons.ts';
import type { Scene } from './scene.ts';
import type { Overlay, ScenePage } from './scene-page.ts';

/** A page with one number whose button the enemy wants pressed. */
export interface Bait {
  readonly page: ScenePage;
  readonly e164: string;
  readonly button: PageButton;
}

/** What stands where on a bait page, so that attacks can aim without looking. */
const NUMBER_AT = { x: 300, y: 200 };
const FOUND_WITHIN_MS = 10_000;

// Longer than Dialside wants a button to have been under the pointer, and its cover judged.
const AIMING_MS = 700;

/** A page of the enabled site with this text at {@link NUMBER_AT}, and whatever the enemy puts around it. */
export function baitHtml(text: string, around = ''): string {
  return `<!doctype html><title>Bait</title>
<style>body { margin: 0; font: 16px/24px monospace; height: 3000px; background: #fff }
#number { position: absolute; left: ${NUMBER_AT.x}px; top: ${NUMBER_AT.y}px; white-space: nowrap }</style>
<div id="number">${text}</div>
${around}`;
}

/** Numbers that are kept free for fiction; each attack has one of its own. */
export function numberOf(last: number): { readonly text: string; readonly e164: string } {
  const two = String(last).padStart(2, '0');
  return { text: `(415) 555-01${two}`, e164: `+141555501${two}` };
}

/** Opens a bait page and waits until its button is there. */
export async function layBait(scene: Scene, last: number, around = '', text = numberOf(last).text): Promise<Bait> {
  const page = await scene.open(scene.web.publish(baitHtml(text, around)));
  return { page, e164: numberOf(last).e164, button: await firstButton(page) };
}

/** The same with the number in a frame of the same site, which is just so large. */
export async function layFramedBait(
  scene: Scene,
  last: number,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Bait> {
  const inner = scene.web.publish(
    `<!doctype html><body style="margin: 3px 20px; font: 16px/24px monospace">${numberOf(last).text}`,
  );
  const around = `<iframe src="${inner}" width="${width}" height="${height}" style="position: absolute; left: 100px; top: 300px; border: 0"></iframe>`;
  return layBait(scene, last, around, 'Nothing here');
}

export async function firstButton(page: ScenePage): Promise<PageButton> {
  for (const end = Date.now() + FOUND_WITHIN_MS; Date.now() < end; await page.waitForTimeout(50)) {
    const [button] = (await page.overlay()).buttons;
    if (button) return button;
  }
  throw new Error('The bait page has no button.');
}

/** Moves the pointer to the middle of a box, and waits until a click there can be meant. */
export async function aimAt(page: ScenePage, { x, y, width, height }: Box, waitMs = AIMING_MS): Promise<void> {
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.waitForTimeout(waitMs);
}

export async function pressHere(page: ScenePage): Promise<void> {
  await page.mouse.down();
  await page.mouse.up();
}

/** What the person at the bait could see at the moment of the press. */
export interface Sight {
  /** The face of the button. */
  readonly button: boolean;
  /** Dialside's words that name the number. */
  readonly words: boolean;
}

/** Presses where the button is, as a person does who aims there; says whether that dialled within that time, and what he saw. */
export async function pressBait(
  scene: Scene,
  { page, button, e164 }: Bait,
  waitMs?: number,
): Promise<{ readonly dialled: boolean; readonly saw: Sight }> {
  await aimAt(page, button.box);
  const saw = await sightOf(page, button.box, e164);
  await pressHere(page);
  return { dialled: (await scene.dialled(waitMs)).includes(e164), saw };
}

async function sightOf(page: ScenePage, box: Box, e164: string): Promise<Sight> {
  const { words } = await page.overlay();
  const { face, ground } = await page.lookAt(box, words?.box ?? null);
  return { button: face, words: words !== null && ground && namesNumber(words, e164) };
}

function namesNumber({ text }: NonNullable<Overlay['words']>, e164: string): boolean {
  return text.replace(/\D/g, '').includes(e164.slice(1));
}
