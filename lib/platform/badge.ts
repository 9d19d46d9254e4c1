import { browser } from './extension-api.ts';

export interface Badge {
  /** At most four characters fit. */
  readonly text: string;
  readonly color: string;
  readonly title: string;
}

/** Shows the agent's state on the toolbar button. */
export async function showBadge({ text, color, title }: Badge): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    // Every badge is dark; what a browser chooses by itself differs.
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title }),
  ]);
}
