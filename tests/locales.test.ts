import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LocaleFile } from './locale-messages.ts';
import { ROOT, sourceFiles } from './repository/source-imports.ts';

const LOCALES = join(ROOT, 'public', '_locales');
const english = readLocale('en');
const sources = ['lib', 'components', 'entrypoints'].flatMap(sourceFiles).concat('wxt.config.ts');
const code = sources.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
/** Every word in quotation marks, and every one that the manifest takes from the texts. */
const named = new Set([...code.matchAll(/(?<=['"])\w+(?=['"])/g)].map(([word]) => word.replace(/^__MSG_|__$/g, '')));

/** What a translation says when a word is the same in its language. */
const SAME = 'As in English';
/** More than that share of equal texts is a file that was not translated. */
const MOST_SAME = 0.06;

/** What the stores and the icon of the toolbar have room for, in characters. */
const ROOM: Readonly<Record<string, number>> = {
  // Chrome's store takes 75, Mozilla's no more than this.
  extensionName: 45,
  extensionDescription: 132,
  badgePaused: 4,
  badgeReady: 4,
  badgeRinging: 4,
  badgeOnCall: 4,
  badgeWrapUp: 4,
  badgeProblem: 4,
  badgeLagging: 4,
  badgeSignedOut: 4,
};
/** Letters as wide as these Firefox cuts behind the third: "CALL" reads "CAL" there. */
const WIDE_BADGE = /\p{Script=Latin}{4}/u;

/** What is typed, set or read elsewhere, and has to be found there as it stands here. */
const VERBATIM = new RegExp(
  [
    'VICIdial|Dialside|default English',
    // VICIdial's own names of its settings, which its pages of administration show.
    'Agent API Access|Agent API Active|Agent Call Manual|Allowed API functions|Allowed User Groups|Manual Dial Filter',
    'Modify Campaigns|Selected Language|Set As Webphone|System Settings|View Reports',
    String.raw`\{\w+\}|--A--|--B--|https?:\/\/|[\w*]+\.example\.com|\/agc\/\w+\.php|\*\*`,
    // Names of functions and fields, keys and values of policies, values of settings; numbers.
    String.raw`\b\w+_\w+\b|\b[a-z]+[A-Z]\w*\b|\b[A-Z]{4,}\b|\d+`,
  ].join('|'),
  'g',
);

describe('the English texts', () => {
  // That every key the code names exists is checked by the compiler: see MessageKey.
  it('are all used', () => {
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe.each(readdirSync(LOCALES))('the language %s', (language) => {
  const texts = readLocale(language);
  const tag = texts.textLanguage?.message ?? '';
  const entries = Object.entries(texts).map(([key, { message }]) => ({ key, message, source: sourceOf(key) }));
  const failing = (isWrong: (entry: (typeof entries)[number]) => boolean) =>
    entries.filter(isWrong).map(({ key, message }) => `${key}: ${message}`);

  it('says which it is, and from where it is read', () => {
    expect(tag).toBe(language.replace('_', '-'));
    expect(texts.textDirection?.message).toBe(directionOf(tag));
  });

  it('has every key and no other, each counting text in all plural forms of the language', () => {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    const keys = [...new Set(Object.keys(english).map(nameOf))];
    const wanted = keys.flatMap((key) => (isCounting(key) ? forms.map((form) => `${key}_${form}`) : [key]));
    expect(Object.keys(texts).sort()).toEqual(wanted.sort());
  });

  it('has no keys that differ by capital letters alone, which browsers do not tell apart', () => {
    const lower = Object.keys(texts).map((key) => key.toLowerCase());
    expect(lower.filter((key, at) => lower.indexOf(key) !== at)).toEqual([]);
  });

  it('has the same places for values in every text; a form that stands for one number may spell it out', () => {
    const isRight = (places: string, key: string, source: string) => {
      const general = english[`${nameOf(key)}_other`];
      // Not of the English form: its _one is for the number one, that of Filipino for most numbers, of French for none, too.
      const all = placesOf(general?.message ?? source);
      if (places === all) return true;
      const count = COUNT.exec(general?.description ?? '')?.[0] ?? '';
      return numbersOf(key, tag) === 1 && count !== '' && places === all.replace(count, '').replace(/^,|,$/, '');
    };
    expect(failing(({ key, message, source }) => !isRight(placesOf(message), key, source))).toEqual([]);
  });

  it('is written with care', () => {
    // Three dots for an ellipsis, straight quotation marks, blanks too many, blanks before a mark, digits of other scripts, and
    // control characters, which a script that writes such a file leaves behind unseen.
    const careless = /\.\.\.|"|'|^\s|\s$|\s\s| [.,،؛]|[٠-٩०-९]|^$|\p{Cc}/u;
    expect(failing(({ message }) => careless.test(message))).toEqual([]);
  });

  it('keeps marks beside their words, as French has a blank between them', () => {
    expect(failing(({ message }) => / [?!;:»]|« /.test(message))).toEqual([]);
  });

  it('keeps the names and values that stand elsewhere, too', () => {
    const lost = entries.flatMap(({ key, message, source }) =>
      (withoutPlaces(source).match(VERBATIM) ?? [])
        .filter((word) => !ROOM[key] || word === 'VICIdial' || word === 'Dialside')
        .filter((word) => !message.includes(word))
        .map((word) => `${key}: ${word}`),
    );
    expect(lost).toEqual([]);
  });

  it('has no text that is too long for its place', () => {
    expect(failing(({ key, message, source }) => lengthOf(message) > roomOf(key, source))).toEqual([]);
    expect(failing(({ key, message }) => /^badge(?!Title)/.test(key) && WIDE_BADGE.test(message))).toEqual([]);
  });
});

describe.each(readdirSync(LOCALES).filter((language) => language !== 'en'))('the language %s', (language) => {
  it('has no text left in English, unless it says that it is the same', () => {
    const texts = readLocale(language);
    const isSame = (key: string) => texts[key]?.message === sourceOf(key) && hasWords(key);
    const said = Object.keys(texts).filter((key) => texts[key]?.description === SAME);
    expect(Object.keys(texts).filter(isSame).sort()).toEqual(said.sort());
    expect(said.length).toBeLessThan(MOST_SAME * Object.keys(texts).length);
  });
});

function readLocale(language: string): LocaleFile {
  return JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8'));
}

function isUsed(key: string): boolean {
  return named.has(nameOf(key));
}

const FORM = /_(zero|one|two|few|many|other)$/;
/** The place of a count in the description of an English text. */
const COUNT = /\$\d(?= counted )/;

/** The key that the code names. */
function nameOf(key: string): string {
  return key.replace(FORM, '');
}

function isCounting(name: string): boolean {
  return `${name}_other` in english;
}

/** The English text of a key; the general one of a plural form that English does not have. */
function sourceOf(key: string): string {
  return (english[key] ?? english[`${nameOf(key)}_other`])?.message ?? '';
}

/** How many whole numbers below 200 take the plural form of a key. */
function numbersOf(key: string, tag: string): number {
  const [, form] = FORM.exec(key) ?? [];
  const rules = new Intl.PluralRules(tag);
  return Array.from({ length: 200 }, (_, number) => rules.select(number)).filter((each) => each === form).length;
}

function placesOf(message: string): string {
  return [...new Set(message.match(/\$\d/g))].sort().join();
}

function directionOf(tag: string): string {
  const locale = new Intl.Locale(tag) as Intl.Locale & { readonly textInfo: { readonly direction: string } };
  return locale.textInfo.direction;
}

/** Signs as people count them: a letter with its vowel marks is one. */
function lengthOf(message: string): number {
  return [...new Intl.Segmenter().segment(message)].length;
}

/**
 * A sentence has lines to wrap into; what does not end like one is a button, a label or an entry of a menu. Short words grow
 * most when they are translated.
 */
function roomOf(key: string, source: string): number {
  const length = lengthOf(source);
  return ROOM[key] ?? (/[.?!:…]$/.test(source) ? 1.7 * length + 20 : 1.5 * length + 12);
}

/** Whether there is something to translate besides values, marks and the names of products. */
function hasWords(key: string): boolean {
  if (key in ROOM || key === 'textDirection') return false;
  return /\p{Letter}/u.test(withoutPlaces(sourceOf(key)).replace(VERBATIM, ''));
}

function withoutPlaces(message: string): string {
  return message.replace(/\$\d/g, '');
}
