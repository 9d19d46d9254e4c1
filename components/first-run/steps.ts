import type { PanelState } from '../../lib/messages/panel-state.ts';
import type { EnabledSite } from '../../lib/messages/protocol.ts';
import type { MessageKey } from '../../lib/messages/text.ts';

/** What leads from the install to the first call, in this order. */
export const FIRST_STEPS = ['server', 'signIn', 'phone', 'site', 'call'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** How a step is called in the list of steps, and above it. */
export const STEP_TEXTS: Readonly<Record<FirstStep, { readonly name: MessageKey; readonly title: MessageKey }>> = {
  server: { name: 'firstServer', title: 'firstServerTitle' },
  signIn: { name: 'firstSignIn', title: 'firstSignInTitle' },
  phone: { name: 'firstPhone', title: 'firstPhoneTitle' },
  site: { name: 'firstSite', title: 'firstSiteTitle' },
  call: { name: 'firstCall', title: 'firstCallTitle' },
};

interface Known {
  readonly state: PanelState;
  readonly sites: readonly EnabledSite[];
  /** VICIdial has answered at the address that was typed. */
  readonly isFound: boolean;
}

/** The steps that need not be taken any more, by what is true now. */
export function stepsDone({ state, sites, isFound }: Known): ReadonlySet<FirstStep> {
  const isSignedIn = state.connection.status === 'signedIn';
  const done: Readonly<Record<FirstStep, boolean>> = {
    server: isFound || isSignedIn,
    signIn: isSignedIn,
    phone: isPhoneConnected(state),
    site: sites.some(({ waitsForPermission }) => !waitsForPermission),
    call: isCallSeen(state),
  };
  return new Set(FIRST_STEPS.filter((step) => done[step]));
}

/**
 * The agent says so, and the agent screen does not gainsay it. That it was rung tells nothing: VICIdial names no state in
 * which a phone is in the session, and its box for one that is not opens 17 s late (agent-screen.md 3.3).
 */
export function isPhoneConnected({ phoneHeard, agent, screen }: PanelState): boolean {
  return phoneHeard === true && agent.phase !== 'notLoggedIn' && !screen.boxes.includes('emptySession');
}

/** A call that was placed from here has been seen: it is on, or was. */
export function isCallSeen({ dial, history }: PanelState): boolean {
  const stages: readonly string[] = ['onCall', 'talking', 'customerGone', 'wrapUp', 'ended'];
  return (dial !== null && stages.includes(dial.stage)) || history.some(({ outcome }) => outcome === 'talked');
}

/** Where somebody begins who comes, or comes back. */
export function firstOpenStep(done: ReadonlySet<FirstStep>): FirstStep {
  return FIRST_STEPS.find((step) => !done.has(step)) ?? 'call';
}

/** The step after or before one; itself at the ends. */
export function stepBeside(step: FirstStep, by: 1 | -1): FirstStep {
  return FIRST_STEPS[FIRST_STEPS.indexOf(step) + by] ?? step;
}
