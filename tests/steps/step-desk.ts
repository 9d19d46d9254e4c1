import type { EditableSettings } from '../../lib/messages/editable-settings.ts';
import type { Dialer } from '../simulator/dialer.ts';

/**
 * A desk as the steps of a test need it, the same in every browser: Dialside, a dialer and a CRM, nothing of it signed in. The
 * tests of each browser bring their own, with a driver of its kind below it.
 */
export interface StepDesk {
  readonly dialer: Dialer;
  /** The CRM under a name of its own, a different site than the dialer. */
  readonly crmUrl: string;
  openAgentScreen(): Promise<StepScreen>;
  openCrm(path?: string): Promise<StepPage>;
  signIn(options?: { readonly withStatusLogin?: boolean }): Promise<StepPanel>;
  /** Has the page's site enabled, and the page in front. */
  enableSite(page: StepPage): Promise<void>;
  /** Turns it off again by its switch in the real popup. */
  disableSite(page: StepPage): Promise<void>;
  /** The agent screen as the background has it in its memory; undefined for none. */
  seenScreen(): Promise<Readonly<Record<string, unknown>> | undefined>;
  /** What the button in the toolbar says: the letters on it, and the words for who points at it. */
  badge(): Promise<{ readonly text: string; readonly title: string }>;
  /** The keys of a command, struck over whatever is in front. */
  strike(command: 'hang-up' | 'dial-selection'): Promise<void>;
  /** The window in which Dialside asks before it dials, once it is there. */
  question(): Promise<Pick<StepPanel, 'press' | 'expectText'>>;
  /** Takes an entry of a list in the real popup above a page. */
  chooseInPopup(page: StepPage, list: string, entry: string): Promise<void>;
  /** Stops the background, as the browser does whenever it likes. */
  stopBackground(): Promise<void>;
  /** Waits for the first requests and then a moment longer, so that one too many would be seen. */
  expectDialRequests(count: number): Promise<void>;
}

/** A page of the CRM in a tab. */
export interface StepPage {
  /** Aims at the button beside a text and clicks it, as often as it says, as fast as the browser takes it. */
  press(text: string, times?: number): Promise<void>;
  /** Waits until the button beside a text says so to a screen reader. */
  expectLabel(text: string, label: string): Promise<void>;
  /** Waits until these are the labels of all buttons that are shown, in any order. */
  expectLabels(labels: readonly string[]): Promise<void>;
  /** What the buttons that are shown say. */
  labels(): Promise<readonly string[]>;
  /** The lines of the card that is open; none where none is. */
  cardLines(): Promise<readonly string[]>;
  /** How many numbers are marked. */
  marks(): Promise<number>;
  /** Moves the pointer to a text, or into the corner, where there is none. */
  pointAt(text: string): Promise<void>;
  pointAway(): Promise<void>;
  bringToFront(): Promise<void>;
  /** The names of the functions of Dialside that ran in the page and its frames while `work` was done. */
  callsDuring(work: () => Promise<unknown>): Promise<readonly string[]>;
  goto(url: string): Promise<void>;
  goBack(): Promise<void>;
  goForward(): Promise<void>;
  /** Runs a function beside the page's own scripts. It sees no variable of the test. */
  evaluate<T>(task: () => T): Promise<Awaited<T>>;
}

/** The popup's page in a tab of its own. */
export interface StepPanel {
  bringToFront(): Promise<void>;
  /** Another page of Dialside's in its tab, for example `popup.html`. */
  goto(path: string): Promise<void>;
  press(name: string): Promise<void>;
  /** Types into the field of that label. */
  fill(label: string, text: string): Promise<void>;
  dial(text: string): Promise<void>;
  expectText(text: string | RegExp): Promise<void>;
  /** What the card of the current call says of its stage. */
  expectStage(stage: string | RegExp): Promise<void>;
  /** What the first element of that selector says; nothing where there is none. */
  textOf(selector: string): Promise<string>;
  /** Stores what the options page would. */
  writeSettings(settings: Partial<EditableSettings>): Promise<void>;
  close(): Promise<void>;
}

/** The agent screen in its tab. */
export interface StepScreen {
  bringToFront(): Promise<void>;
  goReady(): Promise<void>;
  pause(): Promise<void>;
  /** Answers its question for a pause code by the first that it offers. */
  choosePauseCode(): Promise<void>;
  /** Another address in its tab. */
  goto(url: string): Promise<void>;
  isInFront(): Promise<boolean>;
  /** Asks its server no more, as a page whose script has crashed. */
  standStill(): Promise<void>;
  hangUp(): Promise<void>;
  /** Ends the wrap-up with one of the campaign's statuses, by its name. */
  setDisposition(name: string): Promise<void>;
}

/** What a test does, by the name that it has in every browser. */
export type Steps = Readonly<Record<string, (desk: StepDesk) => Promise<void>>>;
