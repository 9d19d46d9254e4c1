import { systemSettings, type User, type World } from '../world.ts';

/** English to the API user's language; a phrase without a translation stays English. */
export function translatorFor(world: World, apiUser: User): (phrase: string) => string {
  const { enable_languages, language_method } = systemSettings(world);
  if (enable_languages !== '1' || language_method !== 'MYSQL') return (phrase) => phrase;
  const phrases = world.language_phrases.filter((row) => row.language_id === apiUser.selected_language);
  return (phrase) => phrases.find((row) => row.english_text === phrase)?.translated_text ?? phrase;
}
