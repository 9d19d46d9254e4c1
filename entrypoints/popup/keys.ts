import type { KeyCommand, Keys } from '../../components/keyboard/keys.ts';
import { sendPanel } from '../../lib/messages/panel-client.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { browser } from '../../lib/platform/extension-api.ts';

/** The commands of the manifest in the order in which an agent needs them. */
const NAMES = {
  _execute_action: 'commandOpen',
  'open-panel': 'commandOpenPanel',
  _execute_sidebar_action: 'commandOpenPanel',
  'next-number': 'commandNextNumber',
  'previous-number': 'commandPreviousNumber',
  'dial-selection': 'commandDialSelection',
  'hang-up': 'commandHangUp',
  'pause-or-resume': 'commandPauseOrResume',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** The keys of this browser. */
export const KEYS: Keys = {
  async read() {
    const given = new Map((await browser.commands.getAll()).map(({ name, shortcut }) => [name, shortcut ?? '']));
    return Object.entries(NAMES).flatMap(([command, name]): KeyCommand[] => {
      const keys = given.get(command);
      return keys === undefined ? [] : [{ name, keys, suggested: suggestedFor(command) }];
    });
  },
  change() {
    // Firefox opens its own page where it is asked to; Chromium's has an address.
    if ('openShortcutSettings' in browser.commands) void browser.commands.openShortcutSettings();
    else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  },
  hasHelpKey: async () => (await sendPanel('settings.read')).helpKey,
};

function suggestedFor(command: string): string {
  return browser.runtime.getManifest().commands?.[command]?.suggested_key?.default ?? '';
}
