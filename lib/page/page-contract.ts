import type { DialView } from '../agent/dial/dial-view.ts';
import type { SideLabel } from '../phone/find-numbers.ts';
import type { E164, PhoneMatch, Region } from '../phone/phone-number.ts';
import type { Appearance, SiteMode } from '../settings/schema.ts';

/** What the page side needs of the outside. It knows no browser API and no messages. */
export interface PageDialerOptions {
  readonly document: Document;
  /** Ends everything; afterwards the page is exactly as before. */
  readonly signal: AbortSignal;
  readonly regions: readonly Region[];
  readonly mode: SiteMode;
  /** Of the words at a number; left out, as the system's. */
  readonly appearance?: Appearance;
  readonly findNumbers: FindNumbers;
  readonly labels: PageLabels;
  /** Called for a trusted click or key on a visible button, with the number read from the page at that moment. */
  readonly onDial: (request: PageDial) => void;
  readonly onCancel: (dialId: string) => void;
  /**
   * Called when the person rests at a number, with pointer or keyboard: `tell` shows what is known of it, and may be called again
   * when more is.
   */
  readonly onRest?: (number: RestedNumber, tell: (facts: readonly NumberFact[]) => void) => void;
  /** Patterns of what the agent said is no phone number on this site; see `notNumberPattern`. */
  readonly notNumbers?: readonly string[];
  /** Called when the agent wants to know more of a number, by an entry of its button's menu. */
  readonly onMore?: (number: PageDial) => void;
  /** Called when the agent says so of one more, with its pattern. */
  readonly onNotNumber?: (pattern: string) => void;
  /** Opens shadow roots that the page closed; the default sees open ones only. */
  readonly shadowRootOf?: (element: Element) => ShadowRoot | null;
  /**
   * True when the caller has the browser deliver `MARK_CSS` (marks.ts) as an extension's style sheet, which the page cannot
   * see. Otherwise a constructed sheet is adopted by the document, which it can.
   */
  readonly marksStyled?: boolean;
  /** Called when the page has changed, and when the person points at it, presses or moves the focus; often, so it must be quick. */
  readonly onActivity?: () => void;
  /** Told of bugs in the page work; the page goes on without the one thing that failed. The default reports them. */
  readonly onError?: (error: unknown) => void;
}

/** One line of a number's card. */
export interface NumberFact {
  readonly text: string;
  /** Speaks against calling it now. */
  readonly isWarning?: true;
}

export interface PageDial {
  readonly e164: E164;
  readonly extension: string | null;
}

/** A number at which the person rests. */
export interface RestedNumber extends PageDial {
  /** As a text of the page writes it; null in a link or a field. */
  readonly written: string | null;
}

export type FindNumbers = (text: string, regions: readonly Region[], label: SideLabel) => readonly PhoneMatch[];

/** Every text the page side shows, made by the caller from the locale files. `number` is the formatted number. */
export interface PageLabels {
  /** BCP 47 tag of what they are written in, for screen readers; left out, the page's own is taken. */
  readonly language?: string;
  readonly call: (number: string, extension: string | null) => string;
  readonly dialStage: (dial: DialView, number: string) => string;
  /** What a screen reader says of a button whose number is being called: the words of the stage, and the number. */
  readonly stageOf: (stage: string, number: string) => string;
  readonly cancel: string;
  /** The entry that tells more of a number; left out where nothing does. */
  readonly more?: string;
  readonly notANumber: string;
  /** Takes back that it is none, right where that was said. */
  readonly undo?: string;
  readonly numberChanged: string;
}

export interface PageDialer {
  /** Shows a dial's stage at every button of its number; null clears it. */
  showDial(dial: DialView | null): void;
  /** Says at its number why a click did not dial, beside a dial of another number that goes on; until the next click. */
  showRefusal(refused: DialView | null): void;
  setMode(mode: SiteMode): void;
  focusNumber(direction: 'next' | 'previous'): void;
  /** Whether every number that has been found in the document is this one. */
  isOnlyNumber(e164: string): boolean;
  /** Those that a person can see by scrolling, in the order in which the page is read; each once. */
  numbersInOrder(): PageDial[];
}
