import { type Dial, viewOfDial } from '../../agent/dial/dial.ts';
import type { DialEffect, DialEvent } from '../../agent/dial/dial-event.ts';
import type { DialProblem, DialView } from '../../agent/dial/dial-view.ts';
import { withPauseCode } from '../../agent/state/agent-state.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import type { Result } from '../../result.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { AgentClient } from '../../vicidial/client.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import { learnPreviews } from '../previews.ts';
import type { DoNotCall } from '../records/do-not-call.ts';
import type { Leads } from '../records/leads.ts';

/** Answers that say something else of the agent than the reading on which the request was made. */
const CONTRADICTIONS: ReadonlySet<VicidialFailure['code']> = new Set(['notPaused', 'notLoggedIn']);

// `Omit` on a union would drop the members' own fields.
type WithoutNow<T> = T extends unknown ? Omit<T, 'now' | 'screen'> : never;
/** What happens to a dial; the coordinator adds when, and what the agent screen shows then. */
export type Happening = WithoutNow<DialEvent>;

/** The login that a request has when nobody is signed in any more. */
export const NOBODY: VicidialFailure = { code: 'badCredentials' };

export interface DialEffectsDeps {
  readonly store: SessionStore;
  /** The client of the signed-in agent; null when signed out. */
  readonly client: () => AgentClient | null;
  /** Asks for one reading of the live status after `afterMs`; a later request replaces an earlier one. */
  readonly requestReading: (afterMs: number) => void;
  /** Asks the server for a reading although the agent screen is alive. */
  readonly askServer: (afterMs: number) => void;
  /** Makes the agent ready again. */
  readonly resume: () => void;
  readonly openConfirmation: (dial: DialView) => Promise<void>;
  readonly keepConfirmation: (dial: DialView) => Promise<void>;
  readonly closeConfirmation: () => Promise<void>;
  readonly after: (ms: number, task: () => void) => void;
  readonly now: () => number;
  /** Finds the lead of a dial that was clicked on a record; left out, every dial goes by number alone. */
  readonly leads?: Leads;
  /** Reads the lead that is to be shown: null where DIAL calls exactly this number of it then. Left out, none is shown. */
  readonly whyNoPreview?: (leadId: string, number: DialableNumber) => Promise<DialProblem | null>;
  /** Asks the do-not-call lists for a number; left out, no dial is checked. */
  readonly listOf?: DoNotCall['listOf'];
}

export interface DialEffects {
  /** Does what a transition asks for; what comes of it happens to the dial by and by. */
  run(dial: Dial, effect: DialEffect): void;
  /** Resolves when the request whose answer comes last has been answered, and that has happened. */
  answered(): Promise<void>;
}

/** Does the effects of the dial machine, and reports with `happen` what became of them. */
export function createDialEffects(
  deps: DialEffectsDeps,
  happen: (id: string, happening: Happening) => Promise<void>,
): DialEffects {
  const { store } = deps;
  // The request whose answer came or comes last; only a sign-out waits for it.
  let underWay: Promise<void> = Promise.resolve();

  const run = (dial: Dial, effect: DialEffect): void => {
    switch (effect.do) {
      case 'checkNumber':
        void check(dial);
        return;
      case 'openConfirmation':
        void deps.openConfirmation(viewOfDial(dial));
        return;
      case 'keepConfirmation':
        void deps.keepConfirmation(viewOfDial(dial));
        return;
      case 'closeConfirmation':
        void deps.closeConfirmation();
        return;
      case 'readStatus':
        deps.requestReading(effect.afterMs);
        return;
      case 'askServer':
        deps.askServer(effect.afterMs ?? 0);
        return;
      case 'wait':
        if (effect.ms > 0) deps.after(effect.ms, () => void spaced(dial));
        else void spaced(dial);
        return;
      case 'pause':
        void answer(dial, 'pauseAnswered', (client) => client.pause('PAUSE'));
        return;
      case 'resume':
        deps.resume();
        return;
      case 'sendCode':
        void answer(dial, 'codeAnswered', (client) => sendCode(client, effect.code));
        return;
      case 'dial':
        underWay = answer(dial, 'dialAnswered', (client) => sendDial(client, dial));
        return;
      case 'takeBack':
        underWay = answer(dial, 'cancelAnswered', (client) => client.preview('SKIP'));
        return;
    }
  };

  const whyNot = deps.whyNoPreview ?? (async () => ({ code: 'previewNotOffered' }) as const);

  const check = async (dial: Dial) => {
    const problem = dial.previewOf === undefined ? null : await whyNot(dial.previewOf, dial.number);
    const list = problem ? null : ((await deps.listOf?.(dial.number)) ?? null);
    await happen(dial.id, { type: 'checked', list, agent: store.current().agent, ...(problem && { problem }) });
  };

  const spaced = async (dial: Dial) => {
    if (dial.step === 'spacing' && dial.record) await deps.leads?.find(dial);
    await happen(dial.id, { type: 'spaced' });
  };

  const answer = async (
    dial: Dial,
    type: 'pauseAnswered' | 'codeAnswered' | 'dialAnswered' | 'cancelAnswered',
    send: (client: AgentClient) => Promise<Result<unknown, VicidialFailure>>,
  ): Promise<void> => {
    const client = deps.client();
    if (!client) return happen(dial.id, notSent(type));
    const asked = store.current().connection?.id;
    const result = await send(client);
    await happen(dial.id, { type, failure: result.ok ? null : result.failure });
    if (!result.ok) await learnPreviews(store, asked, result.failure);
    // A code that is to be sent again is a question by itself.
    const isAskedAgain = store.current().dial?.step === 'sendingCode';
    if (!result.ok && CONTRADICTIONS.has(result.failure.code) && !isAskedAgain) deps.askServer(0);
    // Signed out while the request was on its way: nobody will read what became of it.
    if (!deps.client()) await happen(dial.id, { type: 'statusFailed', failure: NOBODY });
  };

  const sendDial = async (client: AgentClient, dial: Dial) => {
    const { callingCode, nationalNumber } = dial.number;
    if (dial.previewOf !== undefined)
      return client.dial({ callingCode, nationalNumber, leadId: dial.previewOf, preview: true });
    // A dial without a record does not wait a single turn.
    if (!dial.record) return client.dial({ callingCode, nationalNumber });
    const record = await deps.leads?.find(dial);
    const sent = await client.dial({ callingCode, nationalNumber, ...record });
    if (!sent.ok) deps.leads?.refused(dial, sent.failure);
    return sent;
  };

  const sendCode = async (client: AgentClient, code: string) => {
    const sent = await client.pauseCode(code);
    if (sent.ok) await store.keep({ agent: withPauseCode(store.current().agent, code) });
    return sent;
  };

  return {
    run,
    answered: () => underWay,
  };
}

/** What a request comes to that cannot be sent, because nobody is signed in any more. */
function notSent(type: 'pauseAnswered' | 'codeAnswered' | 'dialAnswered' | 'cancelAnswered'): Happening {
  if (type === 'dialAnswered') return { type: 'notSent', problem: { code: 'notSignedIn' } };
  return { type, failure: NOBODY };
}
