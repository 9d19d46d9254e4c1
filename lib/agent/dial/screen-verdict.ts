import type { ScreenBox, SeenScreen } from '../state/screen-reading.ts';
import type { Dial } from './dial.ts';
import type { DialProblem, ScreenHold } from './dial-view.ts';

// A box that was open at the click and closes with the pause code sent before the dial is gone by then: a command takes
// effect at the next poll, 0 to 1 s after SUCCESS when visible (agent-screen.md 2).
const HOLD_AFTER_MS = 1_500;
// A refusal is finished 1.1 s after SUCCESS on a visible screen and a second later on a hidden one (agent-screen.md 3.7, 8).
const REFUSED_AFTER_MS = 2_500;

/** The boxes that hold a dial request back, in the order in which they are told (agent-screen.md 3.3). */
const HOLDS: readonly (readonly [ScreenBox, ScreenHold])[] = [
  ['pauseCode', 'pauseCode'],
  ['emptySession', 'emptySession'],
  ['groupAlias', 'other'],
  ['dialInGroup', 'other'],
  ['customerGone', 'other'],
];

/** What the agent screen says about a request that it has not taken: nothing, held by a box, refused, or perhaps refused. */
export type ScreenVerdict =
  | { readonly is: 'open' }
  | { readonly is: 'held'; readonly problem: DialProblem }
  | { readonly is: 'refused'; readonly problem: DialProblem }
  /** The request may still be in the field, or the message may be about something else. */
  | { readonly is: 'doubtful'; readonly problem: DialProblem };

const OPEN: ScreenVerdict = { is: 'open' };

/** Only a living screen says anything; one that shows a call speaks by the agent's state instead. */
export function judgeByScreen(screen: SeenScreen | null, dial: Dial, now: number): ScreenVerdict {
  if (!screen?.isAlive || dial.sentAt === null) return OPEN;
  if (screen.phase !== 'paused' && screen.phase !== null) return OPEN;
  return judgeByAlert(screen, dial, dial.sentAt, now) ?? judgeByBoxes(screen, dial.sentAt, now) ?? OPEN;
}

function judgeByBoxes({ boxes }: SeenScreen, sentAt: number, now: number): ScreenVerdict | null {
  const hold = HOLDS.find(([box]) => boxes.includes(box))?.[1];
  if (!hold || now - sentAt < HOLD_AFTER_MS) return null;
  return { is: 'held', problem: { code: 'screenHeld', kind: hold } };
}

function judgeByAlert({ alert }: SeenScreen, dial: Dial, sentAt: number, now: number): ScreenVerdict | null {
  if (!alert) return null;
  const { kind, text, since } = alert;
  const isNew = since >= sentAt;
  const isLate = now - sentAt >= REFUSED_AFTER_MS;
  switch (kind) {
    case 'dialTimedOut':
      return null;
    case 'dnc':
    case 'lists':
    case 'callTime': {
      // The same refusal twice leaves the same text in a box that was open already; it names the number.
      const isAboutThis = isNew || (isLate && isNamedIn(text, dial.number));
      return isAboutThis ? { is: 'refused', problem: { code: 'screenRefused', kind, text } } : null;
    }
    case 'alreadyInCall':
      return isNew ? { is: 'doubtful', problem: { code: 'screenRefused', kind, text } } : null;
    case 'other':
      // A refusal in another language, or a message about something else that came just then.
      return isNew && isLate ? { is: 'doubtful', problem: { code: 'screenRefused', kind, text } } : null;
  }
}

/** Whether a message of the agent screen names this number: the refusals do, as the lead has it (agent-screen.md 3.7). */
export function isNamedIn(text: string, { nationalNumber }: Dial['number']): boolean {
  const named = text.match(/\d[\d ().-]*/g) ?? [];
  return named.some((number) => number.replace(/\D/g, '').endsWith(nationalNumber));
}

/** Why a request that was not picked up in time was not, as far as the agent screen of this browser shows it. */
export function whyNotPickedUp(screen: SeenScreen | null): DialProblem {
  if (!screen) return { code: 'notPickedUp' };
  if (!screen.isOpen) return { code: 'screenGone' };
  switch (screen.kind) {
    case 'phoneLogin':
    case 'campaignLogin':
    case 'loggedOut':
      return { code: 'screenLoggedOut' };
    case 'disabled':
      return { code: 'screenDisabled' };
    case 'unrecognised':
      return { code: 'notPickedUp' };
    case 'agentScreen':
      if (screen.isAlive) return { code: 'screenRefusedOrHeld' };
      return { code: screen.isHidden ? 'screenHidden' : 'screenNotPolling' };
  }
}

/** True when the call rang until VICIdial gave up, which leaves it for the agent to hang up (agent-screen.md 3.1). */
export function hasTimedOut(screen: SeenScreen | null, dial: Dial): boolean {
  const alert = screen?.isAlive ? screen.alert : null;
  return alert?.kind === 'dialTimedOut' && dial.sentAt !== null && alert.since >= dial.sentAt;
}
