import type { NumberedRequest } from './call-control.ts';
import type { OptionsSection } from './options-section.ts';
import type { MessageKey } from './text.ts';

/** What the agent is told about a problem: one sentence, and the button that mends it where there is one. */
export interface Explanation {
  readonly key: MessageKey;
  readonly substitutions: readonly string[];
  readonly action: WayOut | null;
  /** Further ways out, the better first; left out where there is one at most. */
  readonly others?: readonly WayOut[];
}

/** A way out of a problem, offered as a button. */
export type WayOut =
  | { readonly kind: 'showScreen' }
  /** Reads again how it stands. */
  | { readonly kind: 'retry' }
  | { readonly kind: 'hangUp' }
  /** The number of the call of which the problem is told. */
  | { readonly kind: 'callAgain' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'signIn' }
  /** Where the setting is that the problem is about. */
  | { readonly kind: 'options'; readonly section: OptionsSection }
  /** Finds out what an administrator has to change. */
  | { readonly kind: 'setUp' }
  /** One of the configured pause codes, which the agent chooses. */
  | { readonly kind: 'sendPauseCode' }
  | { readonly kind: 'ringMe' }
  | { readonly kind: 'openWebphone' }
  /** What was asked about, again, with the agent's word. */
  | { readonly kind: 'callAnyway'; readonly request: NumberedRequest }
  | { readonly kind: 'allowHost'; readonly host: string };

export function explain(key: MessageKey, ...substitutions: readonly string[]): Explanation {
  return { key, substitutions, action: null };
}

export function withWayOut(explanation: Explanation, action: WayOut, ...others: readonly WayOut[]): Explanation {
  return { ...explanation, action, ...(others.length > 0 && { others }) };
}

/** Every way out of a problem, the best first. */
export function waysOutOf({ action, others = [] }: Explanation): readonly WayOut[] {
  return action ? [action, ...others] : [];
}

/** Makes a forgotten case a type error. At run time it is only reached by an answer of another version. */
export function neverCase(value: never): never {
  throw new TypeError(`No text for ${JSON.stringify(value)}`);
}
