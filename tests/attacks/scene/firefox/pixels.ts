import type { Firefox } from '../firefox.ts';
import type { Box } from '../fixtures/page-buttons.ts';

/** The colours of the face of a button at rest and under the pointer, as the product's style has them. */
const FACES = ['18,128,74', '11,107,59'];

/** Whether the face of the button is to be seen, just inside the circle's edge and clear of its picture. */
export async function seesFace(firefox: Firefox, { x, y, width, height }: Box): Promise<boolean> {
  const point = { x: Math.round(x + width / 2), y: Math.round(y + height - 5), width: 1, height: 1 };
  const shares = await Promise.all(FACES.map((face) => shareOfColour(firefox, point, face)));
  return shares.some((share) => share > 0);
}

/** How large a part of a box of the page in front is painted in one plain colour, given as `r,g,b`; from 0 to 1. */
function shareOfColour({ chrome }: Firefox, box: Box, colour: string): Promise<number> {
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
