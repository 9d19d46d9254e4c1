import type { TextTools } from '../../components/text.tsx';
import { chooseIntlLocale, createTranslate, type MessageKey } from '../../lib/messages/text.ts';
import { formatAsYouType, formatInternational } from '../../lib/phone/format-number.ts';
import { isRegion } from '../../lib/phone/numbering-plan.ts';
import { browser } from '../../lib/platform/extension-api.ts';

/** The words of a page, in the browser's language; its title, language and direction are set by the way. */
export function createPageText(title: MessageKey): TextTools {
  const uiLanguage = browser.i18n.getUILanguage();
  const t = createTranslate((key, substitutions) => browser.i18n.getMessage(key, substitutions), uiLanguage);
  const locale = chooseIntlLocale(t('textLanguage'), uiLanguage);
  // Of the texts, not of the browser: where there is no translation they are English in an Arabic browser, too.
  document.documentElement.lang = t('textLanguage');
  document.documentElement.dir = t('textDirection');
  document.title = t(title);
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    t,
    locale,
    number: formatInternational,
    country: (region) => (/^[A-Z]{2}$/.test(region) ? (countries.of(region) ?? region) : region),
    asYouType: (text, region) => (isRegion(region) ? formatAsYouType(text, region) : text),
  };
}
