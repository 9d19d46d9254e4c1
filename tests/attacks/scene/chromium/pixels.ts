import type { Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The colours of some points, each as `r,g,b`, in one picture of the page. Another page of the browser reads the picture. */
export async function coloursAt(page: Page, reader: Page, points: readonly Point[]): Promise<string[]> {
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
