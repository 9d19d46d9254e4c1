import type { Browser, Build } from './build.ts';
import type { Scene } from './scene/scene.ts';

/** One thing that an enemy of the agent may do. */
export interface Attack {
  readonly group: Group;
  /** What the enemy does, as the table says it. */
  readonly name: string;
  /** What keeps him from it, as the table says it. */
  readonly defence: string;
  /** What does so in Firefox, where that is something else. */
  readonly defenceInFirefox?: string;
  /** Why it cannot be made in Firefox, as the table says it; nothing where it can. */
  readonly notInFirefox?: string;
  /** Why it succeeds against Dialside in Firefox, where SECURITY.md says that it is not defended; nothing where it fails. */
  readonly undefendedInFirefox?: string;
  /** Why it goes one way or the other in Firefox, where SECURITY.md says that it is not defended: no test says which. */
  readonly chanceInFirefox?: string;
  /** Does it; true when the enemy got what he wanted. Throws when the attack itself could not be made. */
  readonly run: (scene: Scene) => Promise<boolean>;
}

/** Who attacks, in the order of the table. */
export const GROUPS = [
  'A script of the page presses the button',
  'A page misuses a person’s click',
  'A page lies about the number',
  'A page or another extension talks to Dialside',
  'A page looks for Dialside and its pages',
  'A content script was taken over',
  'A link dials something else',
  'The dialer answers with evil',
  'The network listens, the disk is stolen',
] as const;

export type Group = (typeof GROUPS)[number];

/** The name of the test that makes the attack. */
export function titleOf({ group, name }: Attack): string {
  return `${group}: ${name}`;
}

/** Whether a browser has what the attack takes, and lets it go the same way each time. */
export function canBeMade({ notInFirefox, chanceInFirefox }: Attack, browser: Browser): boolean {
  return browser !== 'firefox' || (notInFirefox === undefined && chanceInFirefox === undefined);
}

/** How an attack has to go. */
export function mustSucceed({ undefendedInFirefox }: Attack, browser: Browser, build: Build): boolean {
  return build === 'weakened' || (browser === 'firefox' && undefendedInFirefox !== undefined);
}

/** The annotation under which a test says how its attack went: `succeeds` or `fails`. */
export const OUTCOME = 'outcome of the attack';
