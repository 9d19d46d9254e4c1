import type { Browser } from './build.ts';
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
  /** Does it; true when the enemy got what he wanted. Throws when the attack itself could not be made. */
  readonly run: (scene: Scene) => Promise<boolean>;
}

/** Who attacks, in the order of the table. */
export const GROUPS = [
  'A script of the page presses the button',
  'A page misuses a person’s click',
  'A page lies about the number',
  'A page wears Dialside out',
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

/** Whether a browser has what the attack takes. */
export function canBeMade({ notInFirefox }: Attack, browser: Browser): boolean {
  return browser !== 'firefox' || notInFirefox === undefined;
}

/** The annotation under which a test says how its attack went: `succeeds` or `fails`. */
export const OUTCOME = 'outcome of the attack';
