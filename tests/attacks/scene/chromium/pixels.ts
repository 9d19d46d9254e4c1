import type { Page } from '@playwright/test';
import type { Box, PageButton } from '../../e2e/fixtures/page-buttons.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The colours of the face of a button at rest and under the pointer, and of the ground of the words, as the product's style has them. */
const FACES = ['18,128,74', '11,107,59'];
const GROUND = '36,36,36';

/**
 * What a person sees where the boxes are: the face of the button, just inside the circle's edge and clear of its picture, and
 * the ground of the words at both ends of their box.
 */
export async function lookAt(
  page: Page,
  reader: Page,
  button: PageButton['box'],
  words: Box | null,
): Promise<{ readonly face: boolean; readonly ground: boolean }> {
  const middle = words ? words.y + words.height / 2 : 0;
  const [face = '', ...ends] = await coloursAt(page, reader, [
    { x: button.x + button.width / 2, y: button.y + button.height - 5 },
    ...(words ? [words.x + 3, words.x + words.width - 4].map((x) => ({ x, y: middle })) : []),
  ]);
  return { face: FACES.includes(face), ground: ends.length > 0 && ends.every((colour) => colour === GROUND) };
}

/** The colours of some points, each as `r,g,b`, in one picture of the page. Another page of the browser reads the picture. */
async function coloursAt(page: Page, reader: Page, points: readonly Point[]): Promise<string[]> {
  const [xs, ys] = [points.map(({ x }) => Math.round(x)), points.map(({ y }) => Math.round(y))];
  const corner = { x: Math.min(...xs), y: Math.min(...ys) };
  const size = { width: Math.max(...xs) - corner.x + 1, height: Math.max(...ys) - corner.y + 1 };
  const picture = await page.screenshot({ clip: { ...corner, ...size }, scale: 'css' });
  const within = xs.map((x, index) => [x - corner.x, (ys[index] ?? 0) - corner.y] as const);
  return reader.evaluate(readPixels, { png: picture.toString('base64'), within });
}

// Runs in a page and sees nothing of this file.
async function readPixels({ png, within }: { png: string; within: readonly (readonly [number, number])[] }) {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  canvas?.drawImage(picture, 0, 0);
  return within.map(([x, y]) => [...(canvas?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3).join());
}
