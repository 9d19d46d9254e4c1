import type { World } from './world.ts';

/** The recorded server's own zone, where nothing is known of a number. */
const SERVER_OFFSET = -5;

/** Hours from Greenwich by calling code and area code. */
export function gmtOffset(world: World, phoneCode: string, number: string): number {
  const ofCountry = world.phone_codes.filter((row) => row.country_code === phoneCode);
  const row = ofCountry.find((code) => code.areacode && number.startsWith(code.areacode)) ?? ofCountry[0];
  return Number(row?.GMT_offset ?? SERVER_OFFSET);
}

/** The clock on the wall there, in the UTC fields of the date. */
export function localTime(offsetHours: number, epochMs: number): Date {
  return new Date(epochMs + offsetHours * 3_600_000);
}
