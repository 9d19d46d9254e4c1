import { equal, match } from 'node:assert/strict';
import { eventually } from '../patience.ts';
import type { Dialer } from '../simulator/dialer.ts';
import type { StepPanel } from './step-desk.ts';

// As long as a machine needs that is busy with something else.
const PATIENCE_MS = 60_000;

export const SUPERVISOR = { user: 'apiuser', password: 'apipass123' };
export const TESTCAMP = 'TESTCAMP · Test Campaign';

/** The section of the page under that heading. */
export type SectionName = 'agents' | 'queues' | 'campaigns' | 'urls' | 'figures' | 'leads' | 'dnc';

/** A section of the supervisor's page, or all of it, worked by a driver of its browser. */
export interface SupervisorPart {
  /** A real click on the control of that name, once it is there; on the first, where several have it. */
  press(name: string | RegExp): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** A day as a field has it: `YYYY-MM-DD`. */
  fillDay(label: string, day: string): Promise<void>;
  choose(label: string, entry: string): Promise<void>;
  /** What is to be read there. */
  text(): Promise<string>;
  /** What stands in its alerts. */
  alerts(): Promise<string>;
  /** The names of its buttons, as a screen reader says them. */
  buttons(): Promise<readonly string[]>;
}

export interface SupervisorPage extends SupervisorPart {
  section(name: SectionName): SupervisorPart;
  /** The words of what has the focus; none where nothing has. */
  focused(): Promise<string>;
  bringToFront(): Promise<void>;
  /** Another page of Dialside's in its tab. */
  goto(path: string): Promise<void>;
  /** Sends one message of Dialside's own; resolves to the reply. */
  ask(name: string, payload?: unknown): Promise<{ readonly value: unknown }>;
  /** Resolves to what the file that `save` has the browser keep holds. */
  savedFile(name: string, save: () => Promise<void>): Promise<string>;
}

/** A browser whose owner has let Dialside talk to the dialer. */
export interface SupervisorDesk {
  readonly dialer: Dialer;
  /** The agent of the same browser, who is somebody else. */
  signIn(): Promise<StepPanel>;
  openPage(): Promise<SupervisorPage>;
}

export type SupervisorSteps = Readonly<Record<string, (desk: SupervisorDesk) => Promise<void>>>;

export async function signInAs(
  { dialer }: Pick<SupervisorDesk, 'dialer'>,
  page: SupervisorPage,
  { user, password } = SUPERVISOR,
): Promise<void> {
  await page.fill('Server address', dialer.url);
  await page.fill('User', user);
  await page.fill('Password', password);
  await page.press('Sign in as supervisor');
}

/** The page of a supervisor who has signed in and sees the agents. */
export async function openFloor(desk: SupervisorDesk): Promise<SupervisorPage> {
  const page = await desk.openPage();
  await signInAs(desk, page);
  await says(page.section('agents'), /Erin Ready/);
  return page;
}

/** Waits until it says so. */
export function says(part: SupervisorPart, words: RegExp): Promise<void> {
  return eventually(async () => match(await part.text(), words), PATIENCE_MS);
}

/** Waits until an alert says so; without words, until there is none. */
export function alerts(part: SupervisorPart, words: RegExp | null): Promise<void> {
  return eventually(async () => {
    const said = await part.alerts();
    if (words) match(said, words);
    else equal(said, '');
  }, PATIENCE_MS);
}

/** Waits until a button of that name is there. */
export function offers(part: SupervisorPart, name: string): Promise<void> {
  return eventually(async () => {
    const names = await part.buttons();
    if (!names.includes(name)) throw new Error(`There is no "${name}" among ${names.join(', ')}.`);
  }, PATIENCE_MS);
}

/** As whom that API was asked. */
export function askedBy({ dialer }: SupervisorDesk, path: string): readonly (string | undefined)[] {
  const asked = dialer.log.requests({ path }).filter(({ function: name }) => name !== 'version');
  return [...new Set(asked.map(({ parameters }) => parameters.user))];
}
