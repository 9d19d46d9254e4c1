import type { MessageKey } from './text.ts';

/** What the agent is told about a problem: one sentence, and the button that mends it where there is one. */
export interface Explanation {
  readonly key: MessageKey;
  readonly substitutions: readonly string[];
  readonly action: WayOut | null;
}

/** A way out of a problem, offered as a button. */
export type WayOut =
  | { readonly kind: 'showScreen' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'signIn' }
  | { readonly kind: 'options' }
  | { readonly kind: 'allowHost'; readonly host: string };

export function explain(key: MessageKey, ...substitutions: readonly string[]): Explanation {
  return { key, substitutions, action: null };
}

export function withWayOut(explanation: Explanation, action: WayOut): Explanation {
  return { ...explanation, action };
}

/** Makes a forgotten case a type error. At run time it is only reached by an answer of another version. */
export function neverCase(value: never): never {
  throw new TypeError(`No text for ${JSON.stringify(value)}`);
}
