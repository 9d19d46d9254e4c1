import type { PageButton } from '../../e2e/fixtures/page-buttons.ts';
import { firstButton } from './bait.ts';
import type { Scene } from './scene.ts';
import type { ScenePage } from './scene-page.ts';

/** A page of another site that has the CRM in a frame. */
export function framePage(crm: string, css: string): string {
  return `<!doctype html><style>body { margin: 0 } iframe { position: absolute; left: 0; border: 0; ${css} }</style>
<p>Win a prize</p><iframe src="${crm}" width="800" height="600"></iframe>`;
}

/** The button of a page as it stands in a tab of its own. */
export async function buttonOfTab(scene: Scene, address: string): Promise<PageButton> {
  const page = await scene.open(address);
  const button = await firstButton(page);
  await page.close();
  return button;
}

// A frame of another site is in a process of its own, into which the debugger of the page cannot look.
export async function waitForFrame(page: ScenePage): Promise<void> {
  await page.waitForTimeout(1500);
}
