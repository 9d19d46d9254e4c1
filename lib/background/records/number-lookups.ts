import type { NumberVerdict } from '../../messages/number-verdict.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import type { Answer } from '../../vicidial/client.ts';
import type {
  NumberClient,
  NumberQuestion,
  NumberVerdict as Verdict,
} from '../../vicidial/non-agent-api/number-client.ts';
import type { RequestLine } from '../request-line.ts';
import { ANY_TIME } from './do-not-call.ts';
import { createRememberedAnswers, type RememberedDeps } from './remembered-answers.ts';

/** Two questions a second at most: each agent screen asks its dialer one by itself. */
export const SPACING_MS = 500;
/** More numbers than anybody rests at within a minute; the process of a page that was taken over enumerates no faster. */
export const MOST_PER_MINUTE = 20;
const MINUTE_MS = 60_000;

type Number = Pick<DialableNumber, 'e164' | 'callingCode' | 'nationalNumber'>;

export interface NumberLookupsDeps extends RememberedDeps {
  /** Null where no second login may ask. */
  readonly numbers: () => NumberClient | null;
  /** The agent's campaign; null where nobody has told it. */
  readonly campaign: () => string | null;
  /** VICIdial's id of the hours in which the company calls; null where it has named none. */
  readonly callTime: () => Promise<string | null>;
  /** A dial that is being prepared goes first. */
  readonly isDialling: () => boolean;
  readonly inTurn: RequestLine['inTurn'];
  /** Keeps {@link SPACING_MS} between two questions. */
  readonly spaced: <T>(ask: () => Promise<T>) => Promise<T>;
}

export interface NumberLookups {
  /**
   * What VICIdial says of a number at which a person rests. One question for each number within five minutes, kept in memory
   * alone. Null where nobody may ask, where it was not answered, where a dial goes first, and for more than
   * {@link MOST_PER_MINUTE} different numbers.
   */
  verdictOn(number: Number): Promise<NumberVerdict | null>;
  /** The agent has changed something: all is asked anew. */
  forget(): void;
}

/** Looks numbers up that are shown on pages. Nothing here dials, and what it learns decides about no dial. */
export function createNumberLookups(deps: NumberLookupsDeps): NumberLookups {
  const { numbers, campaign, callTime, session, isDialling, inTurn, spaced } = deps;
  const known = createRememberedAnswers<NumberVerdict | null>(deps);

  const ask = async (client: NumberClient, { callingCode, nationalNumber }: Number): Promise<NumberVerdict | null> => {
    const hours = await callTime();
    const mine = campaign();
    const question: NumberQuestion = {
      ...{ callingCode, nationalNumber, callTime: hours ?? ANY_TIME },
      ...(mine !== null && { campaign: mine }),
    };
    const answer: Awaited<Answer<Verdict>> = await inTurn(() => client.check(question));
    return answer.ok ? readVerdict(answer.value, hours !== null) : null;
  };

  return {
    async verdictOn(number) {
      const client = numbers();
      if (!client || session() === null) return null;
      const before = known.get(number.e164);
      if (before) return before;
      if (known.askedWithin(MINUTE_MS) >= MOST_PER_MINUTE || isDialling()) return null;
      const answer = spaced(async () => (isDialling() ? null : ask(client, number)));
      known.keep(number.e164, answer);
      return answer;
    },
    forget: known.forget,
  };
}

function readVerdict(verdict: Verdict, hasHours: boolean): NumberVerdict {
  if (verdict.verdict === 'doNotCall') return { doNotCall: verdict.list, clockMinutes: null, isOutsideCallTime: null };
  return {
    doNotCall: null,
    clockMinutes: Math.round(verdict.gmtOffsetHours * 60),
    isOutsideCallTime: hasHours ? verdict.verdict === 'outsideCallTime' : null,
  };
}
