import type { TextTools } from '../../../components/text.tsx';
import { createTranslate } from '../../../lib/messages/text.ts';
import { formatAsYouType, formatInternational } from '../../../lib/phone/format-number.ts';
import { isRegion } from '../../../lib/phone/numbering-plan.ts';
import { getMessageOf, type LocaleFile } from '../../locale-messages.ts';

// Fetched: what lies in the public folder is served, not imported.
const texts: LocaleFile = await (await fetch('/_locales/en/messages.json')).json();
const countries = new Intl.DisplayNames('en', { type: 'region' });

/** The words of a page as a browser in English gives them. */
export const ENGLISH: TextTools = {
  t: createTranslate(getMessageOf(texts)),
  locale: 'en',
  number: formatInternational,
  country: (region) => countries.of(region) ?? region,
  asYouType: (text, region) => (isRegion(region) ? formatAsYouType(text, region) : text),
};
