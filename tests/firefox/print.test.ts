import { createOwnPages } from '../steps/own-pages.ts';
import type { Firefox } from './firefox.ts';
import { buttonBeside } from './fixtures/page-buttons.ts';
import { expect, test } from './fixtures/test.ts';

const NUMBER = '415-555-0132';
const PATIENCE = { timeout: 20_000 };

test('what is printed is the page', async ({ desk }) => {
  const pages = await createOwnPages();
  try {
    pages.publish('/own.html', `<p>Call ${NUMBER}</p>`);
    await desk.signIn();
    const crm = await desk.openCrm('edit.html');
    await desk.enableSite(crm);
    await crm.goto(pages.url('/own.html'));
    await buttonBeside(crm, NUMBER);
    const shown = await pictureFor(desk.firefox, 'screen');
    const printed = await pictureFor(desk.firefox, 'print');
    // The same page under a name that Dialside is not enabled on.
    await desk.firefox.openTab(pages.url('/own.html', 'other.example'));
    const without = await pictureFor(desk.firefox, 'print');
    expect(printed).toBe(without);
    // Proves that a button would be seen.
    expect(shown).not.toBe(without);
    // A picture of nothing would be the same everywhere.
    pages.publish('/other.html', '<p>Another page</p>');
    await desk.firefox.openTab(pages.url('/other.html', 'other.example'));
    await expect.poll(() => pictureFor(desk.firefox, 'print'), PATIENCE).not.toBe(without);
  } finally {
    await pages.close();
  }
});

/** The page in front as it is drawn for that medium. */
function pictureFor({ chrome }: Firefox, medium: 'screen' | 'print'): Promise<string> {
  return chrome.inspect(draw, medium);
}

// The function runs in the browser's window and sees nothing of this file.
declare const gBrowser: {
  readonly selectedBrowser: {
    readonly browsingContext: {
      mediumOverride: string;
      readonly currentWindowGlobal: {
        drawSnapshot(area: DOMRect, scale: number, background: string): Promise<ImageBitmap>;
      };
    };
  };
};

async function draw(medium: string): Promise<string> {
  const { browsingContext } = gBrowser.selectedBrowser;
  browsingContext.mediumOverride = medium;
  const picture = await browsingContext.currentWindowGlobal.drawSnapshot(new DOMRect(0, 0, 600, 200), 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  [canvas.width, canvas.height] = [picture.width, picture.height];
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return canvas.toDataURL();
}
