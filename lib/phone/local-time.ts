import { zonesOfArea } from './area-zones.ts';
import type { DialableNumber, Region } from './phone-number.ts';

/** The clocks of a place, in minutes ahead of UTC: the same twice where it has one. */
export interface ClockSpan {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/**
 * Where the clocks stand at `now` (ms since 1970) in the area of a number, else in its country, from the westernmost to the easternmost
 * zone. Null where it has no country, and where the browser knows no zone of it. A country's zones are the browser's own, and so are all
 * summer times.
 */
export function clocksAt(number: Pick<DialableNumber, 'region' | 'nationalNumber'>, now: number): ClockSpan | null {
  if (number.region === null) return null;
  const area = zonesOfArea(number);
  return (area && clocksOf(area, now)) ?? clocksIn(number.region, now);
}

/** The same for a country as a whole. */
export function clocksIn(region: Region, now: number, zonesOf = browserZones): ClockSpan | null {
  return clocksOf(zonesOf(region), now);
}

function clocksOf(zones: readonly string[], now: number): ClockSpan | null {
  const offsets = zones.flatMap((zone) => offsetOf(zone, now) ?? []);
  if (offsets.length === 0) return null;
  return { fromMinutes: Math.min(...offsets), toMinutes: Math.max(...offsets) };
}

interface ZonedLocale extends Intl.Locale {
  getTimeZones?(): readonly string[] | undefined;
  readonly timeZones?: readonly string[];
}

/** Older browsers have a property in place of the function. */
function browserZones(region: Region): readonly string[] {
  const locale: ZonedLocale = new Intl.Locale('und', {
    region,
  });
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** `GMT+5:45`, `GMT-4`, `GMT`; null for a zone that this browser does not know. */
function offsetOf(timeZone: string, now: number): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(now);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes = '0'] = /^GMT(?:([+-])(\d\d?)(?::(\d\d))?)?/.exec(name) ?? [];
    if (sign === undefined) return 0;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  } catch {
    return null;
  }
}
