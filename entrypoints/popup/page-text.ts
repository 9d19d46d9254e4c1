import type { TextTools } from '../../components/text.tsx';
import { chooseIntlLocale, createTranslate, type MessageKey } from '../../lib/messages/text.ts';
import { formatAsYouType, formatInternational } from '../../lib/phone/format-number.ts';
import { isRegion } from '../../lib/phone/numbering-plan.ts';
import { browser } from '../../lib/platform/extension-api.ts';

/** The words of a page, in the browser's language; its title and language are set by the way. */
export function createPageText(title: MessageKey): TextTools {
  const t = createTranslate((key, substitutions) => browser.i18n.getMessage(key, substitutions));
  const locale = chooseIntlLocale(t('textLanguage'), browser.i18n.getUILanguage());
  document.documentElement.lang = t('textLanguage');
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
