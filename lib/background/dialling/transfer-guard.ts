import { meantCallOf } from '../../agent/call/meant-call.ts';
import type { ConfirmReason } from '../../agent/dial/dial-view.ts';
import type { CallControlRequest } from '../../messages/call-control.ts';
import type { CommandProblem } from '../../messages/panel-state.ts';
import { dialableE164, parseDialable } from '../../phone/parse-dialable.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { SessionState, SessionStore } from '../../session/session-store.ts';
import type { Settings } from '../../settings/schema.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { regionsOf } from '../sites/regions.ts';
import { type AlternativeGuardDeps, guardAlternative } from './alternative-guard.ts';
import type { CallControl } from './call-control.ts';
import { countCall } from './counted-call.ts';
import { judgeToll, tollRulesOf } from './toll-guard.ts';

/** Longer ones are no extension of a telephone system; VICIdial's own phones and rooms have seven digits. */
const LONGEST_EXTENSION = 7;

export interface TransferGuardDeps {
  readonly store: SessionStore;
  readonly settings: SettingsStore;
  readonly calls: Pick<CallControl, 'control'>;
}

/**
 * The command of a running call, under the rules of a dial where it calls somebody: a transfer to a number and a third line cost
 * what a call costs. The agent's word, given in a page of Dialside's own, answers a question, and no refusal.
 */
export async function guardControl(
  deps: AlternativeGuardDeps,
  request: CallControlRequest,
  now = Date.now(),
): Promise<Result<null, CommandProblem>> {
  const { store, settings, calls } = deps;
  if (request.action === 'previewAlternative') return guardAlternative(deps, request, now);
  if (!('number' in request)) return calls.control(request);
  const current = await settings.read();
  const judged = judgeTransfer(request.number, store.current(), current);
  if (!judged.ok) return judged;
  const { number, asked } = judged.value;
  const [reason] = asked;
  if (reason && !request.confirmed) {
    // By the time of the answer another customer may be on the line.
    const meant = meantCallOf(store.current().agent);
    return fail({ code: 'askFirst', request: { ...request, meant }, reason });
  }
  const { mostDialsPerMinute } = current;
  return calls.control({ ...request, number }, (send) => countCall(store, mostDialsPerMinute, now, send));
}

type Refused = Extract<CommandProblem, { code: 'neverDial' | 'emergency' | 'plusAbroad' }>;
type Reason = ConfirmReason | 'unreadable';

interface Judged {
  /** The digits that VICIdial is given. */
  readonly number: string;
  readonly asked: readonly Reason[];
}

/** What is asked before a typed number is called, or that it never is. */
function judgeTransfer(typed: string, session: SessionState, settings: Settings): Result<Judged, Refused> {
  if (typed.startsWith('+')) return judgeInternational(typed, session, settings);
  const asked = judgeDigits(typed, session, settings);
  return asked.ok ? ok({ number: typed, asked: asked.value }) : asked;
}

/** With a plus it is this number and no other: digits that the dialer's country reads as another are not sent for it. */
function judgeInternational(typed: string, session: SessionState, settings: Settings): Result<Judged, Refused> {
  const [home] = regionsOf(session, settings);
  const read = parseDialable(typed, []);
  if (!read.ok) return fail({ code: 'plusAbroad', number: typed });
  const judged = judgeToll(read.value, tollRulesOf(session, settings));
  if (!judged.ok && judged.failure.code === 'neverDial') return fail(judged.failure);
  const { e164, nationalNumber: number } = read.value;
  const atHome = home === undefined ? null : parseDialable(number, [home]);
  if (!atHome?.ok || atHome.value.e164 !== e164) return fail({ code: 'plusAbroad', number: typed });
  return ok({ number, asked: judged.ok ? judged.value : ['unreadable'] });
}

/** An extension of the house costs nothing. */
function judgeDigits(digits: string, session: SessionState, settings: Settings): Result<readonly Reason[], Refused> {
  const national = parseDialable(digits, regionsOf(session, settings));
  if (!national.ok && national.failure.code === 'emergency') return fail(national.failure);
  // As the dialer's country writes it, also with the prefix for other countries; else with the country code in front.
  const number = national.ok ? national.value : dialableE164(`+${digits}`);
  if (!number)
    return ok(digits.length > LONGEST_EXTENSION && !settings.alwaysAllow.includes('+') ? ['unreadable'] : []);
  const judged = judgeToll(number, tollRulesOf(session, settings));
  if (judged.ok) return judged;
  return judged.failure.code === 'neverDial' ? fail(judged.failure) : ok(['unreadable']);
}
