import type { Firefox } from '../../../firefox/firefox.ts';
import type { Point } from '../../../firefox/tab.ts';

/** The colours of some points of the page in front, each as `r,g,b`, in one picture of it. */
export function coloursAt({ chrome }: Firefox, points: readonly Point[]): Promise<string[]> {
  return chrome.inspect(readColours, JSON.stringify(points));
}

// The function runs in the browser's window and sees nothing of this file.
declare const gBrowser: {
  readonly selectedBrowser: {
    readonly browsingContext: {
      readonly currentWindowGlobal: {
        drawSnapshot(area: DOMRect, scale: number, background: string): Promise<ImageBitmap>;
      };
    };
  };
};

async function readColours(wanted: string): Promise<string[]> {
  const points = JSON.parse(wanted) as readonly Point[];
  const [xs, ys] = [points.map(({ x }) => Math.round(x)), points.map(({ y }) => Math.round(y))];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const area = new DOMRect(left, top, Math.max(...xs) - left + 1, Math.max(...ys) - top + 1);
  const picture = await gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.drawSnapshot(area, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  [canvas.width, canvas.height] = [picture.width, picture.height];
  const context = canvas.getContext('2d');
  context?.drawImage(picture, 0, 0);
  return xs.map((x, index) =>
    [...(context?.getImageData(x - left, (ys[index] ?? 0) - top, 1, 1).data ?? [])].slice(0, 3).join(),
  );
}
