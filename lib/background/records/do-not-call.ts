import type { DoNotCallList } from '../../agent/dial/dial-view.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import type { NumberClient } from '../../vicidial/non-agent-api/number-client.ts';
import { type AskingDeps, askedInTime } from './asked-in-time.ts';

/** A click waits for the do-not-call lists as long as for its lead (leads.ts), and for the same reason. */
export const DO_NOT_CALL_WAIT_MS = 1_500;

/** The call time that VICIdial comes with and that is always open: it is required, and the lists are asked whatever it says. */
export const ANY_TIME = '24hours';

export interface DoNotCallDeps extends AskingDeps {
  /** Null where no second login may ask. */
  readonly numbers: () => NumberClient | null;
  /** The agent's campaign; null where nobody has told it. */
  readonly campaign: () => string | null;
}

export interface DoNotCall {
  /** Whether there is a login that may ask. */
  canAsk(): boolean;
  /**
   * The list that has the number: the system's, or that of the agent's campaign. Null where it is on neither, and where that
   * cannot be known within {@link DO_NOT_CALL_WAIT_MS}: then the dialer's own filter decides alone, as without Dialside. Asked
   * for each dial anew: a number may have been listed a moment ago.
   */
  listOf(number: Pick<DialableNumber, 'callingCode' | 'nationalNumber'>): Promise<DoNotCallList | null>;
}

/** Asks VICIdial's do-not-call lists before a dial (docs/vicidial, section 9.4). */
export function createDoNotCall({ numbers, campaign, ...asking }: DoNotCallDeps): DoNotCall {
  return {
    canAsk: () => numbers() !== null,
    async listOf({ callingCode, nationalNumber }) {
      const client = numbers();
      if (!client) return null;
      const mine = campaign();
      const question = { callingCode, nationalNumber, callTime: ANY_TIME, ...(mine !== null && { campaign: mine }) };
      return askedInTime(
        asking,
        DO_NOT_CALL_WAIT_MS,
        async (ask) => {
          const answer = await ask(() => client.check(question));
          return answer.ok && answer.value.verdict === 'doNotCall' ? answer.value.list : null;
        },
        () => null,
      );
    },
  };
}
