import { writeFileSync } from 'node:fs';
import { type CountryCode, parsePhoneNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { seededRandom } from '../seeded-random.ts';
import { HARD_NEGATIVES } from './second-corpus-negatives.ts';

/**
 * Writes second-corpus.json: written forms of random valid numbers in the surroundings of CRM pages, exports and demo data,
 * and hard negatives. Written before the finder was tuned; run again only to add, never to fit.
 */

const COUNTRIES: readonly CountryCode[] =
  'US CA GB IE FR BE CH LU DE AT NL ES PT IT GR PL CZ SK HU RO BG HR SI RS UA RU TR SE NO DK FI IS EE LV LT IL AE SA EG MA ZA NG KE GH IN PK BD LK CN HK TW JP KR SG MY TH VN PH ID AU NZ MX BR AR CL CO PE VE EC UY CR DO PR'.split(
    ' ',
  ) as CountryCode[];

const random = seededRandom(20_261);

function pick<T>(items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

interface Sample {
  readonly region: CountryCode;
  readonly e164: string;
  readonly national: string;
  readonly international: string;
  readonly callingCode: string;
  readonly nsn: string;
}

/** A valid number near the country's example: its last digits, for every second one its first too, made up. */
function sampleOf(region: CountryCode): Sample {
  for (;;) {
    const example = examples[region];
    const keep = random() < 0.5 ? 3 : 1;
    const tail = [...example.slice(keep)].map(() => Math.floor(random() * 10)).join('');
    const head = keep === 3 ? example.slice(0, 3) : String(Math.floor(random() * 9) + 1);
    const number = parsePhoneNumber(`+${callingCodeOf(region)}${head}${tail}`);
    if (!number.isValid() || number.country !== region || number.getType() === 'PREMIUM_RATE') continue;
    return {
      region,
      e164: number.number,
      national: number.formatNational(),
      international: number.formatInternational(),
      callingCode: number.countryCallingCode,
      nsn: number.nationalNumber,
    };
  }
}

function callingCodeOf(region: CountryCode): string {
  return parsePhoneNumber(examples[region], region).countryCallingCode;
}

type Form = readonly [name: string, write: (sample: Sample) => string];

const INTERNATIONAL: readonly Form[] = [
  ['e164', ({ e164 }) => e164],
  ['intl', ({ international }) => international],
  ['intl-dash', ({ international }) => international.replace(/ /g, '-')],
  ['intl-dot', ({ international }) => international.replace(/ /g, '.')],
  ['intl-nbsp', ({ international }) => international.replace(/ /g, '\u00a0')],
  [
    'intl-paren-code',
    ({ callingCode, international }) => `(+${callingCode})${international.slice(callingCode.length + 1)}`,
  ],
  ['intl-spaced-plus', ({ international }) => international.replace('+', '+ ')],
  ['intl-glued', ({ callingCode, nsn }) => `+${callingCode} ${nsn}`],
  ['intl-endash', ({ international }) => international.replace(/ /g, '\u2013')],
];

const NATIONAL: readonly Form[] = [
  ['national', ({ national }) => national],
  ['national-dot', ({ national }) => national.replace(/[()]/g, '').replace(/[\s-]+/g, '.')],
  ['national-dash', ({ national }) => national.replace(/[()]/g, '').replace(/[\s-]+/g, '-')],
  ['national-space', ({ national }) => national.replace(/[()]/g, '').replace(/[\s-]+/g, ' ')],
];

const BARE: Form = ['bare', ({ national }) => national.replace(/\D/g, '')];

const SURROUNDINGS: readonly string[] = [
  '{}',
  '{}',
  'Phone: {}',
  'Tel. {}',
  'Tel.: {}',
  'Mobile {}',
  'T: {}',
  'M {}',
  'Call {} for details',
  'Please ring me on {}, thanks.',
  'Contact: Ana Silva, {}, ana@example.org',
  'Teléfono: {}',
  'Móvil: {}',
  'Llámenos al {}',
  'Téléphone : {}',
  'Appelez le {} avant 18h',
  'Telefon: {}',
  'Mobil: {}',
  'Rückruf unter {} erbeten',
  'Telefone: {}',
  'Celular {}',
  'Telefono: {}',
  'Cellulare {}',
  'Bel ons op {}',
  'tel. kom. {}',
  'Zadzwoń: {}',
  'Телефон: {}',
  '電話：{}',
  'WhatsApp {}',
  'Main office: {} (9-17)',
  'Acme GmbH | Hauptstr. 5 | 10115 Berlin | {}',
  '2026-03-19 14:30  {}  answered  00:03:12',
  'Spoke to Mr. Khan ({}) re invoice INV-2026-0042',
  'Lead 48213 / {} / hot',
  '"phone": "{}",',
  '"mobilePhone":"{}"',
  "'phone_number': '{}',",
  "phone => '{}'",
  'phone: {}',
  '<phone>{}</phone>',
  'TEL;TYPE=CELL:{}',
  'TEL;TYPE=WORK,VOICE:{}',
  'John;Smith;john@example.com;{};Austin',
  'Smith,John,"{}",TX',
  '| Jane Roe | {} | New |',
  "INSERT INTO contacts (name, phone) VALUES ('Jane Roe', '{}');",
  "Contact c = new Contact(LastName='Roe', Phone='{}');",
  'phone="{}"',
  'Phone Number\n{}',
  '• {}',
  '- {}',
  '* {} (home)',
  '☎ {}',
  '📞{}',
  '{}.',
  '{}!',
  '“{}”',
  'email: info@example.com, phone: {}, fax: n/a',
  'Reference 2026/118: client asked to be called back at {}',
  'Adresse: 12 rue de la Paix, 75002 Paris - Tél {}',
  'Customer since 2019, 3 orders, {}',
];

/** Surroundings in which a bare national number is a number to any reader. */
const LABELLED = SURROUNDINGS.filter((text) =>
  /phone|tel|mobil|móvil|cel|call|ring|rück|bel |zadz|тел|電話|whats|☎|📞|contact/i.test(text),
);

const EXTENSIONS = [
  'x{}',
  ' x{}',
  ' ext {}',
  ' ext. {}',
  ', ext. {}',
  ' extension {}',
  ' #{}',
  ';ext={}',
  ' Durchwahl {}',
  ' poste {}',
  ' ramal {}',
  ' int. {}',
  ' anexo {}',
];

interface Item {
  readonly id: string;
  readonly cat: string;
  readonly text: string;
  readonly region: string;
  readonly expected: readonly string[];
}

const items: Item[] = [];

function add(cat: string, text: string, region: string, expected: readonly string[]): void {
  items.push({ id: `s${String(items.length + 1).padStart(4, '0')}`, cat, text, region, expected });
}

for (const region of COUNTRIES) {
  for (const [name, write] of [pick(INTERNATIONAL), pick(INTERNATIONAL), pick(INTERNATIONAL)]) {
    const sample = sampleOf(region);
    add(`intl/${name}`, pick(SURROUNDINGS).replace('{}', write(sample)), pick(['US', 'GB', 'DE', region]), [
      sample.e164,
    ]);
  }
  for (const [name, write] of [NATIONAL[0] as Form, pick(NATIONAL), pick(NATIONAL), pick(NATIONAL)]) {
    const sample = sampleOf(region);
    add(`national/${name}`, pick(SURROUNDINGS).replace('{}', write(sample)), region, [sample.e164]);
  }
  for (let round = 0; round < 3; round++) {
    const sample = sampleOf(region);
    add('national/bare', pick(LABELLED).replace('{}', BARE[1](sample)), region, [sample.e164]);
  }
  const extension = String(Math.floor(random() * 9000) + 100);
  const sample = sampleOf(region);
  const written = pick([NATIONAL[0] as Form, INTERNATIONAL[1] as Form])[1](sample);
  const suffix = pick(EXTENSIONS).replace('{}', extension);
  add('ext', pick(LABELLED.slice(0, 12)).replace('{}', written + suffix), region, [`${sample.e164};ext=${extension}`]);
}
for (let round = 0; round < 40; round++) {
  const region = pick(COUNTRIES);
  const [a, b] = [sampleOf(region), sampleOf(region)];
  const [, write] = pick([...NATIONAL, INTERNATIONAL[1] as Form]);
  const between = pick([' / ', ', ', ' or ', ' | ', '; ', '\n', ' und ', ' y ', ' - ']);
  add('pair', `Tel: ${write(a)}${between}${write(b)}`, region, [a.e164, b.e164]);
}
for (const [cat, region, texts] of HARD_NEGATIVES) for (const text of texts) add(`neg/${cat}`, text, region, []);

writeFileSync(
  new URL('second-corpus.json', import.meta.url),
  `${JSON.stringify(
    {
      version: 1,
      licence: 'own work; numbers are random, valid by metadata, and belong to nobody on purpose',
      made: 'tests/corpus/make-second-corpus.ts',
      text: items,
    },
    null,
    1,
  )}\n`,
);
