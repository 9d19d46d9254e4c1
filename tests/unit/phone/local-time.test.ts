import { describe, expect, it } from 'vitest';
import { areaCodes } from '../../../lib/phone/area-zones.ts';
import { clocksAt, clocksIn } from '../../../lib/phone/local-time.ts';
import { parseDialable } from '../../../lib/phone/parse-dialable.ts';

const WINTER = Date.UTC(2026, 0, 15, 12);
const SUMMER = Date.UTC(2026, 6, 15, 12);

describe('the clocks of a country', () => {
  it.each([
    ['GB', WINTER, [0, 0]],
    ['GB', SUMMER, [60, 60]],
    ['DE', WINTER, [60, 60]],
    ['IN', WINTER, [330, 330]],
    ['NP', WINTER, [345, 345]],
    // From Hawaii to the east coast.
    ['US', WINTER, [-600, -300]],
    ['US', SUMMER, [-600, -240]],
    ['PT', SUMMER, [0, 60]],
    // South of the equator it is the other way round.
    ['NZ', WINTER, [780, 825]],
  ] as const)('in %s', (region, now, [fromMinutes, toMinutes]) => {
    expect(clocksIn(region, now)).toEqual({ fromMinutes, toMinutes });
  });

  it('are not known where the browser knows no zone, or none of those it names', () => {
    expect(clocksIn('US', WINTER, () => [])).toBeNull();
    expect(clocksIn('US', WINTER, () => ['Mars/Olympus'])).toBeNull();
    expect(clocksIn('US', WINTER, () => ['Mars/Olympus', 'Asia/Tokyo'])).toEqual({ fromMinutes: 540, toMinutes: 540 });
  });
});

describe('the clocks of a number', () => {
  it.each([
    ['US', '2125550147', WINTER, [-300, -300]],
    ['US', '4155550132', SUMMER, [-420, -420]],
    ['US', '6025550100', WINTER, [-420, -420]],
    // Arizona has no summer time.
    ['US', '6025550100', SUMMER, [-420, -420]],
    ['US', '8085550111', SUMMER, [-600, -600]],
    // Evansville is an hour behind the rest of its area.
    ['US', '8125550100', WINTER, [-360, -300]],
    ['CA', '6045550121', WINTER, [-480, -480]],
    ['CA', '7095550121', WINTER, [-240, -210]],
    ['CA', '3065550121', SUMMER, [-360, -360]],
    ['CA', '4745550121', SUMMER, [-360, -360]],
    ['US', '6895550100', WINTER, [-300, -300]],
    // Laid over an area on both sides of a border between zones, as 850 is.
    ['US', '4485550100', WINTER, [-360, -300]],
    // A code that is not in the table: as for the whole country.
    ['US', '2995550100', WINTER, [-600, -300]],
    ['DE', '2125550147', WINTER, [60, 60]],
  ] as const)('of %s, %s', (region, nationalNumber, now, [fromMinutes, toMinutes]) => {
    expect(clocksAt({ region, nationalNumber }, now)).toEqual({ fromMinutes, toMinutes });
  });

  it('are not known without a country', () => {
    expect(clocksAt({ region: null, nationalNumber: '12345678' }, WINTER)).toBeNull();
  });
});

describe('the table of area codes', () => {
  const codes = areaCodes().map(([code]) => code);

  it('names each code once, in one piece, with zones that the browser knows', () => {
    expect(codes.filter((code, at) => !/^[2-9]\d\d$/.test(code) || codes.indexOf(code) !== at)).toEqual([]);
    for (const zone of new Set(areaCodes().flatMap(([, zones]) => zones)))
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
  });

  it.each(['US', 'CA'] as const)('has every code in which the metadata know numbers of %s', (region) => {
    const own = Array.from({ length: 800 }, (_, at) => String(at + 200)).filter((code) =>
      ['2345678', '5553456'].some((rest) => regionOf(`+1${code}${rest}`) === region),
    );
    expect(own.length).toBeGreaterThan(40);
    expect(own.filter((code) => !codes.includes(code))).toEqual([]);
  });
});

/** Null for what belongs to no area: toll-free and personal numbers. */
function regionOf(text: string): string | null {
  const parsed = parseDialable(text, []);
  return parsed.ok && /^fixedLine/.test(parsed.value.kind) ? parsed.value.region : null;
}
