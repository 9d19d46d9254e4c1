import { page as browserPage } from 'vitest/browser';
import type { DialStage, DialView } from '../../../lib/agent/dial/dial-view.ts';
import type { PageDial, PageDialer, PageDialerOptions, PageLabels } from '../../../lib/page/page-contract.ts';
import { startPageDialer } from '../../../lib/page/page-dialer.ts';
import { findNumbers } from '../../../lib/phone/find-numbers.ts';
import type { E164 } from '../../../lib/phone/phone-number.ts';
import { frames, rest } from './rest.ts';

export { frames };

/** A page dialer at work on the test page, its closed root open to the test. */
export interface Stage extends AsyncDisposable {
  readonly dialer: PageDialer;
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly dialled: PageDial[];
  readonly cancelled: string[];
  readonly errors: unknown[];
  /** Buttons that are drawn, by what they are called. */
  labels(): string[];
  button(part: string): HTMLButtonElement;
  end(): void;
}

/** Shows a page and starts the dialer on it; waits until the first buttons had their time to appear. */
export async function stage(html: string, options: Partial<PageDialerOptions> = {}): Promise<Stage> {
  document.body.innerHTML = html;
  return startStage(options);
}

/**
 * Lines of one height whatever fonts a machine has: where a button finds room is a matter of a pixel. Those of DejaVu Serif, which a
 * machine without any other has.
 */
const FONT = `
  @font-face {
    font-family: stage;
    src: local('DejaVu Serif'), local('Liberation Serif'), local('Times New Roman'), local('Noto Serif');
    ascent-override: 93%;
    descent-override: 24%;
    line-gap-override: 0%;
  }
  body { font-family: stage, serif; }`;

const font = document.createElement('style');
font.textContent = FONT;
document.head.append(font);

/** What the page dialer says, in words that tests know. */
export const LABELS: PageLabels = {
  call: (number, extension) => (extension ? `Call ${number} ext ${extension}` : `Call ${number}`),
  dialStage: (dial) => dial.stage,
  stageOf: (stage, number) => `${stage} ${number}`,
  cancel: 'Cancel',
  notANumber: 'Not a phone number',
  undo: 'Undo',
  numberChanged: 'The number has changed',
};

export async function startStage(options: Partial<PageDialerOptions> = {}): Promise<Stage> {
  await browserPage.viewport(1000, 700);
  if (isScaled())
    throw new Error('the runner shows its frame scaled: the browser does not vouch for what is visible in it');
  const ended = new AbortController();
  const roots: ShadowRoot[] = [];
  const dialled: PageDial[] = [];
  const cancelled: string[] = [];
  const errors: unknown[] = [];
  const attach = (host: HTMLElement) => {
    const root = host.attachShadow({ mode: 'closed' });
    roots.push(root);
    return root;
  };
  const dialer = startPageDialer(
    {
      document,
      signal: ended.signal,
      regions: ['US'],
      mode: 'buttons',
      findNumbers,
      labels: LABELS,
      onDial: (request) => dialled.push(request),
      onCancel: (id) => cancelled.push(id),
      onError: (error) => errors.push(error),
      ...options,
    },
    attach,
  );
  const root = roots[0]!;
  const drawn = () =>
    [...root.querySelectorAll<HTMLButtonElement>('.dial')].filter((button) => button.checkVisibility());
  await settle();
  return {
    dialer,
    host: root.host as HTMLElement,
    root,
    dialled,
    cancelled,
    errors,
    labels: () => drawn().map((button) => button.ariaLabel ?? ''),
    button(part) {
      const found = drawn().find((button) => button.ariaLabel?.includes(part));
      if (!found) throw new Error(`no button "${part}" among ${drawn().map((button) => button.ariaLabel)}`);
      return found;
    },
    end: () => ended.abort(),
    async [Symbol.asyncDispose]() {
      ended.abort();
      await frames(1);
      document.body.replaceChildren();
      if (errors.length > 0) throw errors[0];
    },
  };
}

function isScaled(): boolean {
  return window.frameElement?.getBoundingClientRect().width !== window.innerWidth;
}

/** Waits until slices, intersection and the frames after them are done. */
export const settle = rest;

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Longer than a button must have stood still before a click on it counts, and then until nothing is left to do. */
export async function untilClickable(): Promise<void> {
  await pause(450);
  await settle();
}

export function dialView(e164: string, stageName: DialStage, canCancel = false): DialView {
  return {
    id: 'dial-1',
    number: {
      e164: e164 as E164,
      callingCode: '1',
      nationalNumber: e164.slice(2),
      extension: null,
      region: 'US',
      kind: 'fixedLineOrMobile',
    },
    stage: stageName,
    problem: null,
    startedAt: 0,
    stageSince: 0,
    canCancel,
    confirm: [],
  };
}
