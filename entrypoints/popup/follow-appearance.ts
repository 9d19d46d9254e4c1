import { sendPanel } from '../../lib/messages/panel-client.ts';
import { onSettingsChanged } from '../../lib/platform/settings-news.ts';
import { rememberAppearance, showAppearance } from './appearance.ts';

/** Has the page look as the agent or the company has chosen, and follow when another is chosen. */
export function followAppearance(): void {
  void readAppearance();
  onSettingsChanged(() => void readAppearance());
}

async function readAppearance(): Promise<void> {
  const settings = await sendPanel('settings.read').catch(() => null);
  if (!settings) return;
  rememberAppearance(settings.appearance);
  showAppearance(settings.appearance);
}
