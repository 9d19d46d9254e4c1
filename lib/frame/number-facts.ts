import { kindKey } from '../messages/describe.ts';
import type { NumberVerdict } from '../messages/number-verdict.ts';
import type { Translate } from '../messages/text.ts';
import type { NumberFact } from '../page/page-contract.ts';
import { type ClockSpan, clocksAt } from '../phone/local-time.ts';
import type { DialableNumber, NumberKind } from '../phone/phone-number.ts';
import type { ReadAs } from '../phone/read-as.ts';

const MINUTE_MS = 60_000;

/** Who answers those may sit anywhere. */
const IS_NOWHERE: ReadonlySet<NumberKind> = new Set(['tollFree', 'satellite', 'universalAccess']);

export interface FactWords {
  readonly translate: Translate;
  /** Name of a country in the agent's language. */
  readonly country: (region: string) => string;
  /** Day and time of a moment (ms since 1970) in UTC. */
  readonly clock: (at: number) => string;
}

/**
 * What the card of a number says: country and kind, the time there, and what VICIdial has told of it; null where that has not
 * been told. The first two need no login. `readAs` says of which country a number was taken that names none.
 */
export function factsOf(
  called: Pick<DialableNumber, 'region' | 'kind' | 'nationalNumber'>,
  verdict: NumberVerdict | null,
  { translate, country, clock }: FactWords,
  now: number,
  readAs: ReadAs | null = null,
): readonly NumberFact[] {
  const { region, kind } = called;
  const place = region === null ? translate('confirmNoCountry') : country(region);
  const clocks = IS_NOWHERE.has(kind) ? null : (toldClock(verdict) ?? clocksAt(called, now));
  const time = clocks && timeText(clocks, translate, (minutes) => clock(now + minutes * MINUTE_MS));
  return [
    { text: `${place} · ${translate(kindKey(kind))}` },
    ...(readAs === null ? [] : [{ text: readAsText(readAs, translate, country) }]),
    ...(time === null ? [] : [{ text: time }]),
    ...warningsOf(verdict, translate),
  ];
}

function readAsText({ region, others }: ReadAs, translate: Translate, country: FactWords['country']): string {
  return translate('pageReadAs', country(region), others.map(country).join(', '));
}

function toldClock(verdict: NumberVerdict | null): ClockSpan | null {
  const minutes = verdict?.clockMinutes ?? null;
  return minutes === null ? null : { fromMinutes: minutes, toMinutes: minutes };
}

function timeText({ fromMinutes, toMinutes }: ClockSpan, translate: Translate, clock: (minutes: number) => string) {
  return fromMinutes === toMinutes
    ? translate('pageTimeThere', clock(fromMinutes))
    : translate('pageTimesThere', clock(fromMinutes), clock(toMinutes));
}

function warningsOf(verdict: NumberVerdict | null, translate: Translate): readonly NumberFact[] {
  if (verdict?.doNotCall)
    return [
      { text: translate(verdict.doNotCall === 'system' ? 'pageDoNotCall' : 'pageDoNotCallCampaign'), isWarning: true },
    ];
  return verdict?.isOutsideCallTime ? [{ text: translate('pageOutsideCallTime'), isWarning: true }] : [];
}
