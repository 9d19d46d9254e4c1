import type { Stage } from './page-stage.ts';
import { rest } from './rest.ts';

/** Every number of the page, found as a person with a keyboard finds them: from one to the next, until the first is back. */
export async function walk(page: Stage): Promise<string[]> {
  const walked: string[] = [];
  const buttons = new Set<Element>();
  for (;;) {
    page.dialer.focusNumber('next');
    await rest();
    const button = page.root.activeElement;
    if (button === null || buttons.has(button)) return walked;
    buttons.add(button);
    walked.push((button.ariaLabel ?? '').replace('Call ', '').replaceAll('-', ' '));
  }
}
