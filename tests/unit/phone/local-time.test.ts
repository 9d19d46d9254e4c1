import { describe, expect, it } from 'vitest';
import { clocksIn } from '../../../lib/phone/local-time.ts';

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
