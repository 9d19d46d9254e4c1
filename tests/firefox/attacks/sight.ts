import type { Firefox } from '../firefox.ts';
import type { Box } from '../fixtures/page-buttons.ts';

/** How large a part of a box of the page in front is painted in one plain colour, given as `r,g,b`; from 0 to 1. */
export function shareOfColour({ chrome }: Firefox, box: Box, colour: string): Promise<number> {
  return chrome.inspect(measure, box.x, box.y, box.width, box.height, colour);
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

async function measure(x: number, y: number, width: number, height: number, colour: string): Promise<number> {
  const { currentWindowGlobal } = gBrowser.selectedBrowser.browsingContext;
  const picture = await currentWindowGlobal.drawSnapshot(new DOMRect(x, y, width, height), 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  [canvas.width, canvas.height] = [picture.width, picture.height];
  const context = canvas.getContext('2d');
  context?.drawImage(picture, 0, 0);
  const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
  let same = 0;
  for (let at = 0; at < data.length; at += 4) if (data.slice(at, at + 3).join() === colour) same += 1;
  return same / (data.length / 4);
}
