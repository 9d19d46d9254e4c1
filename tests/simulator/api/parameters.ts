/** The parameters of one API request after cleaning. A name that was not sent reads as empty text. */
export type Parameters = (name: string) => string;

type Cleaner = (value: string) => string;

/** Removes every character outside a class such as `-_0-9A-Za-z`. */
export function keepOnly(characters: string): Cleaner {
  const others = new RegExp(`[^${characters}]`, 'gu');
  return (value) => value.replace(others, '');
}

const word = '-_0-9A-Za-z';
const keepWord = keepOnly(word);
const keepDigits = keepOnly('0-9');
// Enough to keep a value inside its quotes in the program's SQL; what each name keeps beyond that was recorded.
const removeQuotes: Cleaner = (value) => value.replace(/['"\\;]/g, '');

const sharedCleaners: Readonly<Record<string, Cleaner>> = {
  function: keepWord,
  user: keepWord,
  source: keepOnly('0-9A-Za-z'),
  agent_user: keepWord,
  alt_user: keepOnly('0-9A-Za-z'),
  phone_code: keepOnly('0-9X'),
  search: keepWord,
  preview: keepWord,
  focus: keepWord,
  lead_id: keepDigits,
  // Quotes stay in and reach the SQL text: recorded in dial.quote_in_vendor_id.
  vendor_id: (value) => value.replace(/[;#]/g, '').replace(/\+/g, ' '),
  dial_prefix: keepOnly('0-9A-Za-z'),
  group_alias: keepWord,
  outbound_cid: keepDigits,
  dial_ingroup: keepWord,
  alt_dial: keepWord,
  phone_number: keepWord,
  callback_datetime: (value) => keepOnly('- :0-9')(value.replace(/\+/g, ' ')),
  callback_type: keepWord,
  callback_comments: keepOnly('-. _0-9A-Za-z'),
  qm_dispo_code: keepOnly('-._0-9A-Za-z'),
};

const leadTexts =
  'title first_name middle_initial last_name address1 address2 address3 city state province postal_code country_code email security_phrase comments owner source_id vendor_lead_code'.split(
    ' ',
  );

/** Texts of a lead keep their apostrophes here; without the option for every script they lose each accented letter. */
function nonAgentCleaners(anyScript: boolean): Readonly<Record<string, Cleaner>> {
  const keepText: Cleaner = (value) => value.replace(anyScript ? /["\\;]/g : /[^ -~]|["\\;]/g, '');
  return {
    ...Object.fromEntries(leadTexts.map((name) => [name, keepText])),
    // Several numbers at once, between commas.
    phone_number: keepOnly(`${word},`),
  };
}

/** The two endpoints differ in the password alphabet: recorded in agent.auth.plus_password_encoded and na.auth.dot_password. */
const passwordCharacters = { agent: '-_0-9A-Za-z.+/=', nonAgent: word };

export function cleanParameters(
  raw: ReadonlyMap<string, string>,
  api: 'agent' | 'nonAgent',
  options: { readonly anyScript: boolean },
): Parameters {
  const letters = options.anyScript ? '\\p{L}\\p{N}' : '';
  const cleaners: Readonly<Record<string, Cleaner>> = {
    ...sharedCleaners,
    ...(api === 'nonAgent' ? nonAgentCleaners(options.anyScript) : {}),
    user: keepOnly(word + letters),
    pass: keepOnly(passwordCharacters[api] + letters),
  };
  return (name) => (cleaners[name] ?? removeQuotes)(raw.get(name) ?? '');
}
