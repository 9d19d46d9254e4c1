import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Contact, Framework, View, ViewState } from '../../pages/frameworks/contact-list.ts';
import { itCannotTell } from './framework-witness.ts';
import { click, hover, middleOf, moveTo, press } from './hand.ts';
import { fieldIn, portraitOf } from './page-portrait.ts';
import { type Stage, startStage, untilClickable } from './page-stage.ts';
import { frames, rest } from './rest.ts';

const ANN: Contact = { id: 1, name: 'Ann', phone: '(415) 237-1137' };
const BEN: Contact = { id: 2, name: 'Ben', phone: '(206) 895-5016' };
const CLEO: Contact = { id: 3, name: 'Cleo', phone: '(303) 902-5153' };
const DAN: Contact = { id: 4, name: 'Dan', phone: '(617) 818-3509' };
const MANY = Array.from({ length: 9 }, (_, id): Contact => ({ id, name: `No. ${id}`, phone: `(415) 237-200${id}` }));

const START: ViewState = {
  contacts: [ANN, BEN, CLEO],
  wrapper: 'section',
  detail: null,
  portal: null,
  note: '',
  route: 'list',
};

/** Twelve ways in which frameworks change a page. */
const SCENARIOS: readonly { readonly name: string; readonly steps: readonly Partial<ViewState>[] }[] = [
  { name: 'text update', steps: [{ contacts: [{ ...ANN, phone: DAN.phone }, BEN, CLEO] }] },
  { name: 'list reorder', steps: [{ contacts: [CLEO, BEN, ANN] }, { contacts: [BEN, ANN, CLEO] }] },
  { name: 'removal', steps: [{ contacts: [ANN, CLEO] }] },
  { name: 'replaced parent', steps: [{ wrapper: 'article' }, { wrapper: 'section', contacts: [DAN, BEN] }] },
  { name: 'conditional part', steps: [{ detail: DAN }, { detail: null }, { detail: { ...DAN, phone: BEN.phone } }] },
  { name: 'portal', steps: [{ portal: DAN }, { portal: { ...DAN, phone: ANN.phone } }, { portal: null }] },
  { name: 'keyed move', steps: [{ contacts: [BEN, CLEO, DAN, ANN] }] },
  { name: 'empty and filled again', steps: [{ contacts: [] }, { contacts: [DAN, ANN] }] },
  { name: 'number gone from its text', steps: [{ contacts: [{ ...ANN, phone: 'none' }, BEN, CLEO] }] },
  { name: 'field edit', steps: [{ note: DAN.phone }, { note: BEN.phone }] },
  {
    name: 'virtual scroll',
    steps: [{ contacts: MANY.slice(0, 4) }, { contacts: MANY.slice(3, 7) }, { contacts: MANY.slice(5) }],
  },
  { name: 'route change', steps: [{ route: 'help' }, { route: 'list', contacts: [DAN] }] },
];

/** What each scenario ends with, one after the other. */
const ENDS = [START, ...SCENARIOS.map(({ steps }) => statesOf(steps).at(-1) ?? START)];

function statesOf(steps: readonly Partial<ViewState>[]): ViewState[] {
  const states = [START];
  for (const step of steps) states.push({ ...(states.at(-1) ?? START), ...step });
  return states;
}

const digits = (text: string) => text.replace(/\D/g, '').slice(-10);

function numbersIn({ route, contacts, detail, portal, note }: ViewState): string[] {
  if (route === 'help') return [];
  const phones = [...contacts, ...(detail ? [detail] : []), ...(portal ? [portal] : [])].map(({ phone }) => phone);
  return [...phones, note]
    .map(digits)
    .filter((number) => number !== '')
    .sort();
}

/** Has a framework change its page in twelve ways with Dialside at work, and compares the page with one without. */
export function describeFramework(framework: Framework): void {
  describe(framework.name, () => {
    it.each(SCENARIOS)('goes on undisturbed through: $name', async ({ steps }) => {
      const states = statesOf(steps);
      const without = await portraitsWithoutDialside(framework, states);
      const failures = noteFailures();
      const view = await mountOnEmptyPage(framework);
      await view.show(START);
      await using page = await startStage(openingRoots(framework));
      await expectNumbers(page, START);
      await hover(page.button(ANN.phone.slice(-4)));
      for (const [at, state] of states.entries()) {
        if (at > 0) await view.show(state);
        // A field's value may be set without a trace in the document: it is read when a person comes to the field.
        const field = fieldIn(document.body, framework.shadowRootOf);
        if (field && field.value !== '') await hover(field);
        await expectNumbers(page, state);
        await expect.poll(() => portraitOf(framework), { interval: 16 }).toBe(without[at]);
      }
      view.unmount();
      await rest();
      expect(page.labels()).toEqual([]);
      expect(failures).toEqual([]);
    });

    it('never has a click dial a number that the page has just replaced', async () => {
      const view = await mountOnEmptyPage(framework);
      await view.show(START);
      await using page = await startStage(openingRoots(framework));
      await expectNumbers(page, START);
      const [x, y] = middleOf(page.button(ANN.phone.slice(-4)));
      await moveTo(x, y);
      await untilClickable();
      await view.show({ ...START, contacts: [{ ...ANN, phone: DAN.phone }, BEN, CLEO] });
      while (portraitOf(framework).includes(ANN.phone)) await frames(1);
      await press(x, y);
      expect(page.dialled.map(({ e164 }) => digits(e164))).not.toContain(digits(ANN.phone));
      await rest();
      const next = page.button(DAN.phone.slice(-4));
      await hover(next);
      // The browser tells a busy page late that its button is to be seen.
      await untilClickable();
      await click(next);
      expect(page.dialled.map(({ e164 }) => digits(e164))).toContain(digits(DAN.phone));
      view.unmount();
    });

    itCannotTell(framework, ENDS);
  });
}

/** Exactly these numbers have a button once the page is at rest. */
async function expectNumbers(page: Stage, state: ViewState): Promise<void> {
  const shown = () => page.labels().map(digits).sort();
  await expect.poll(shown, { interval: 16 }).toEqual(numbersIn(state));
  await rest();
  expect(shown()).toEqual(numbersIn(state));
}

async function portraitsWithoutDialside(framework: Framework, states: readonly ViewState[]): Promise<string[]> {
  const view = await mountOnEmptyPage(framework);
  const portraits: string[] = [];
  for (const state of states) {
    await view.show(state);
    portraits.push(await finishedPortrait(framework));
  }
  view.unmount();
  return portraits;
}

/** Longer than the grids wait before they measure themselves again. */
const LATE_FRAMES = 8;

async function finishedPortrait(framework: Framework): Promise<string> {
  for (let last = ''; ; ) {
    const portrait = portraitOf(framework);
    if (!framework.drawsLater || portrait === last) return portrait;
    last = portrait;
    await frames(LATE_FRAMES);
  }
}

async function mountOnEmptyPage(framework: Framework): Promise<View> {
  document.body.innerHTML = '<div id="app"></div>';
  return framework.mount(document.querySelector('#app')!);
}

function openingRoots({ shadowRootOf }: Framework) {
  return shadowRootOf ? { shadowRootOf } : {};
}

/** What goes wrong in the page's own scripts from now on. Some frameworks catch their errors and only print them. */
function noteFailures(): unknown[] {
  const failures: unknown[] = [];
  const ended = new AbortController();
  const { signal } = ended;
  window.addEventListener('error', ({ error }) => failures.push(error), { signal });
  window.addEventListener('unhandledrejection', ({ reason }) => failures.push(reason), { signal });
  const printed = vi.spyOn(console, 'error').mockImplementation((...words) => failures.push(words));
  onTestFinished(() => {
    ended.abort();
    printed.mockRestore();
  });
  return failures;
}
