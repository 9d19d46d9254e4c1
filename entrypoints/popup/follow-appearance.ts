import { sendPanel } from '../../lib/messages/panel-client.ts';
import { browser } from '../../lib/platform/extension-api.ts';
import { rememberAppearance, showAppearance } from './appearance.ts';

/** Has the page look as the agent or the company has chosen, and follow when another is chosen. */
export function followAppearance(): void {
  void readAppearance();
  // The background holds a change before it stores it, also one of the company.
  browser.storage.local.onChanged.addListener((changes) => {
    if ('appearance' in changes || 'policy' in changes) void readAppearance();
  });
}

async function readAppearance(): Promise<void> {
  const settings = await sendPanel('settings.read').catch(() => null);
  if (!settings) return;
  rememberAppearance(settings.appearance);
  showAppearance(settings.appearance);
}
