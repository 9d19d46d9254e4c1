import type { TextTools } from '../../components/text.tsx';
import type { MessageKey } from '../../lib/messages/text.ts';
import { browser } from '../../lib/platform/extension-api.ts';
import { followAppearance } from './follow-appearance.ts';
import { createTextTools } from './text-tools.ts';

/** The words of a page, in the browser's language; its title, language, direction and appearance are set by the way. */
export function createPageText(title: MessageKey): TextTools {
  const tools = createTextTools(
    (key, substitutions) => browser.i18n.getMessage(key, substitutions),
    browser.i18n.getUILanguage(),
  );
  const { documentElement: root } = document;
  // Of the texts, not of the browser: where there is no translation they are English in an Arabic browser, too.
  root.lang = tools.t('textLanguage');
  root.dir = tools.t('textDirection');
  document.title = tools.t(title);
  followAppearance();
  return tools;
}
