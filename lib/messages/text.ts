import type messages from '../../public/_locales/en/messages.json';

type FileKey = keyof typeof messages;

/** A text that counts something: the files hold one of each for every plural form of their language, `name_one`, `name_other`… */
type CountedKey = FileKey extends infer Key ? (Key extends `${infer Name}_other` ? Name : never) : never;

/** What a text is asked by; English is complete, the other languages are tested against it. */
export type MessageKey = Exclude<FileKey, `${string}_${Intl.LDMLPluralRule}`> | CountedKey;

/**
 * The text of a key in the agent's language, with `$1`, `$2`… replaced by the substitutions. A count is handed over as plain
 * digits, and written as the language writes it.
 */
export type Translate = (key: MessageKey, ...substitutions: readonly string[]) => string;

/** Which substitution of a text is its count. */
const COUNT_PLACES: Readonly<Record<CountedKey, number>> = {
  unlockWait: 1,
  dialTooMany: 2,
  optionsLockMinutes: 1,
  optionsLockHours: 1,
  setUpFindings: 1,
  supervisorHopperTold: 2,
  supervisorCallsOf: 2,
  supervisorLeadsFound: 1,
  fieldTooLong: 1,
};

/**
 * Makes a {@link Translate} of the browser's `i18n.getMessage` and `i18n.getUILanguage`. Never empty: a key the locale files
 * lack is shown itself, because the browser answers it with an empty text.
 */
export function createTranslate(
  getMessage: (key: string, substitutions: string[]) => string,
  uiLanguage = 'en',
): Translate {
  const rulesOf = once(() => new Intl.PluralRules(getMessage('textLanguage', []) || 'en'));
  const numbersOf = once(() => new Intl.NumberFormat(chooseIntlLocale(rulesOf().resolvedOptions().locale, uiLanguage)));
  const isMirrored = once(() => getMessage('textDirection', []) === 'rtl');
  // A form that a newer browser tells apart, and the file does not know, is the general one.
  const counted = (key: CountedKey, count: number, values: string[]) =>
    getMessage(`${key}_${rulesOf().select(count)}`, values) || getMessage(`${key}_other`, values);
  return (key, ...substitutions) => {
    const place = isCounted(key) ? COUNT_PLACES[key] - 1 : -1;
    const count = Number(substitutions[place]);
    const write = (value: string, at: number) => {
      if (at === place) return numbersOf().format(count);
      return isMirrored() ? isolate(value) : value;
    };
    const values = substitutions.map(write);
    return (isCounted(key) ? counted(key, count, values) : getMessage(key, values)) || key;
  };
}

function isCounted(key: MessageKey): key is CountedKey {
  return Object.hasOwn(COUNT_PLACES, key);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * A value that keeps its own direction inside any text: phone numbers, codes and addresses are read from the left among Arabic
 * words, too, where their groups would change places. The marks are U+2068 and U+2069, which nobody sees.
 */
export function isolate(value: string): string {
  return `\u2068${value}\u2069`;
}

/**
 * Locale for `Intl`: the agent's own where it speaks the language of the texts, so that times follow his habits (`en-GB`),
 * else the language of the texts, so that no sentence mixes two languages. Digits are those of telephones and of VICIdial's
 * fields everywhere, because what is shown here is typed there.
 */
export function chooseIntlLocale(textLanguage: string, uiLanguage: string): string {
  const locale = primaryLanguage(textLanguage) === primaryLanguage(uiLanguage) ? uiLanguage : textLanguage;
  const { numberingSystem } = new Intl.NumberFormat(locale).resolvedOptions();
  return numberingSystem === 'latn' ? locale : new Intl.Locale(locale, { numberingSystem: 'latn' }).toString();
}

function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? '';
}
