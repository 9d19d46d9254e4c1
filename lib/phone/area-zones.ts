import type { DialableNumber } from './phone-number.ts';

/**
 * The time zones of the area codes of the United States and Canada, compiled by hand and compared code by code with libphonenumber's
 * (resources/timezones/map_data.txt of google/libphonenumber, which tells zones of longer prefixes, too). An area on both sides of a
 * border between zones has both; where fewer than about one in fifty live beyond it, that of the others. It differs in 474 (Saskatchewan
 * has no summer time), 689 (laid over Orlando's 407), 867 (Yukon's time since 2020), and where a code is laid over an area of two zones:
 * 364, 448, 458, 879, 930. Codes opened lately are not in that source: 273, 357, 436, 457, 471, 483, 621, 624, 679, 837, 861, 924.
 */
const AREAS: Readonly<Record<string, string>> = {
  'America/New_York':
    '201202203207212215216220223227229231234239240248252260267269272276283301302304305313315317321324326329330332336339347351352363380386401404407410412413419434436440443445463470472475478484502508513516517518540551561567570571582585586603606607609610614616617624631640645646656667678679680681686689703704706716717718724727728732734740743754757762765770771772774781786802803804810813814821826828835838839843845848854856857859860862863864865878904908910912914917919929934937941943947948954959973978980984989',
  'America/Toronto': '226249263273289343354365367382416418437438450468514519548579581613647683705742753819873905942',
  'America/Halifax': '428506782902',
  'America/Chicago':
    '205210214217218224225228235251254256262274281309312314316318319320325327331334337346353361402405409414417430432447457464469471479483501504507512515531534539557563572573580601608612615618620621629630636641651659660662682708712713715726730731737763769773779785806815816817830832847861870872901903913918920924931936938940945952956972975979985',
  'America/Winnipeg': '204431584',
  'America/Regina': '306474639',
  'America/Denver': '303307385406435505575719720748801915970983',
  'America/Edmonton': '368403587780825',
  'America/Phoenix': '480520602623',
  'America/Los_Angeles':
    '206209213253279310323341350357360369408415424425442503509510530559562564619626628650657661669702707714725738747760775805818820831837840858909916925949951971',
  'America/Vancouver': '236257604672778',
  'America/Anchorage': '907',
  'Pacific/Honolulu': '808',
  'America/St_Johns America/Halifax': '709879',
  'America/New_York America/Chicago': '219270364423448574812850906930',
  'America/Toronto America/Winnipeg': '807',
  'America/Chicago America/Denver': '308605701',
  'America/Denver America/Phoenix': '928',
  'America/Boise America/Los_Angeles': '208458541986',
  'America/Vancouver America/Edmonton': '250',
  'America/Toronto America/Whitehorse': '867',
};

const CODE_LENGTH = 3;

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** The zones (IANA) of a number's area; null where no more is known than its country. Who took a mobile along is not known to its code. */
export function zonesOfArea({ region, nationalNumber }: Pick<DialableNumber, 'region' | 'nationalNumber'>) {
  if (region !== 'US' && region !== 'CA') return null;
  known ??= new Map(areaCodes());
  return known.get(nationalNumber.slice(0, CODE_LENGTH)) ?? null;
}

/** Every area code that is known, with its zones. */
export function areaCodes(): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(AREAS).flatMap(([zones, codes]) =>
    (codes.match(/\d{3}/g) ?? []).map((code) => [code, zones.split(' ')] as const),
  );
}
