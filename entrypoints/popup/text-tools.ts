import type { TextTools } from '../../components/text.tsx';
import { chooseIntlLocale, createTranslate, isolate } from '../../lib/messages/text.ts';
import { formatAsYouType, formatInternational } from '../../lib/phone/format-number.ts';
import { isRegion } from '../../lib/phone/numbering-plan.ts';

/** The words of the views, out of the browser's `i18n.getMessage` and `i18n.getUILanguage`. */
export function createTextTools(
  getMessage: (key: string, substitutions: string[]) => string,
  uiLanguage: string,
): TextTools {
  const t = createTranslate(getMessage, uiLanguage);
  const locale = chooseIntlLocale(t('textLanguage'), uiLanguage);
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const apart = (value: string) => (t('textDirection') === 'rtl' ? isolate(value) : value);
  return {
    t,
    locale,
    apart,
    number: (e164) => apart(formatInternational(e164)),
    country: (region) => (/^[A-Z]{2}$/.test(region) ? (countries.of(region) ?? region) : region),
    asYouType: (text, region) => (isRegion(region) ? formatAsYouType(text, region) : text),
  };
}
