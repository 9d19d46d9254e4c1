/** What a file of public/_locales holds. */
export type LocaleFile = Readonly<Record<string, { readonly message: string; readonly description?: string }>>;

/** `i18n.getMessage` of a browser in the language of the file. */
export function getMessageOf(texts: LocaleFile): (key: string, substitutions: readonly string[]) => string {
  return (key, substitutions) =>
    (texts[key]?.message ?? '').replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '');
}
