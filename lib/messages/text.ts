import type messages from '../../public/_locales/en/messages.json';

/** A key of the locale files; English is complete, the others are tested against it. */
export type MessageKey = keyof typeof messages;

/** The text of a key in the agent's language, with `$1`, `$2`… replaced by the substitutions. */
export type Translate = (key: MessageKey, ...substitutions: readonly string[]) => string;

/**
 * Makes a {@link Translate} of the browser's `i18n.getMessage`. Never empty: a key the locale files lack is shown itself,
 * because the browser answers it with an empty text.
 */
export function createTranslate(getMessage: (key: string, substitutions: string[]) => string): Translate {
  return (key, ...substitutions) => getMessage(key, [...substitutions]) || key;
}

/**
 * Locale for `Intl`: the agent's own where it speaks the language of the texts, so that times follow his habits (`en-GB`),
 * else the language of the texts, so that no sentence mixes two languages.
 */
export function chooseIntlLocale(textLanguage: string, uiLanguage: string): string {
  return primaryLanguage(textLanguage) === primaryLanguage(uiLanguage) ? uiLanguage : textLanguage;
}

function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? '';
}
