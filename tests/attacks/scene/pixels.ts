import type { Page } from '@playwright/test';
import type { Box } from '../../e2e/fixtures/page-buttons.ts';

/** What a person sees there: the colour of one point of the page as `r,g,b`. Another page of the browser reads the picture. */
async function colourAt(page: Page, reader: Page, x: number, y: number): Promise<string> {
  const clip = { x: Math.round(x), y: Math.round(y), width: 1, height: 1 };
  const picture = (await page.screenshot({ clip, scale: 'css' })).toString('base64');
  return reader.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas?.drawImage(await createImageBitmap(new Blob([bytes], { type: 'image/png' })), 0, 0);
    return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3).join();
  }, picture);
}

/** The faces of a button at rest and under the pointer, and the ground of the words, as the product's style has them. */
const FACES = ['18,128,74', '11,107,59'];
const GROUND = '36,36,36';

/** Whether the face of a button is to be seen where its box is, just inside the circle's edge and clear of its picture. */
export async function isFaceSeen(page: Page, reader: Page, { x, y, width, height }: Box): Promise<boolean> {
  return FACES.includes(await colourAt(page, reader, x + width / 2, y + height - 5));
}

/** Whether the ground of the words is to be seen at both ends of their box. */
export async function isGroundSeen(page: Page, reader: Page, { x, y, width, height }: Box): Promise<boolean> {
  const middle = y + height / 2;
  const ends = [await colourAt(page, reader, x + 3, middle), await colourAt(page, reader, x + width - 4, middle)];
  return ends.every((colour) => colour === GROUND);
}
