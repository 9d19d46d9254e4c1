import { describe, expect, it } from 'vitest';
import type { Contact, ViewState } from '../../pages/frameworks/contact-list.ts';
import { FRAMEWORKS } from '../../pages/frameworks/frameworks.ts';
import { hover } from './hand.ts';
import { settle, stage, startStage } from './page-stage.ts';

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

function digits(text: string): string {
  return text.replace(/\D/g, '').slice(-10);
}

function numbersIn({ route, contacts, detail, portal, note }: ViewState): string[] {
  if (route === 'help') return [];
  const phones = [...contacts, ...(detail ? [detail] : []), ...(portal ? [portal] : [])].map(({ phone }) => phone);
  return [...phones, note]
    .map(digits)
    .filter((number) => number !== '')
    .sort();
}

describe.each(FRAMEWORKS.map((framework) => [framework.name, framework] as const))('%s', (_name, framework) => {
  it.each(SCENARIOS)('goes on undisturbed through: $name', async ({ steps }) => {
    document.body.innerHTML = '<div id="app"></div><div id="clean" hidden></div>';
    const failures: unknown[] = [];
    const note = (event: ErrorEvent) => failures.push(event.error);
    window.addEventListener('error', note);
    const app = framework.mount(document.querySelector('#app')!);
    await app.show(START);
    await using page = await startStage();
    expect(page.labels().map(digits).sort()).toEqual(numbersIn(START));
    await hover(page.button(START.contacts[0]!.phone.slice(-4)));
    let state = START;
    for (const step of steps) {
      state = { ...state, ...step };
      await app.show(state);
      // Preact sets a field's value without a trace in the document: it is read when a person comes to the field.
      const field = document.querySelector('#app input');
      if (field && 'note' in step) await hover(field);
      await settle();
      const clean = framework.mount(document.querySelector('#clean')!);
      await clean.show({ ...state, portal: null });
      expect(document.querySelector('#app')!.textContent).toBe(document.querySelector('#clean')!.textContent);
      clean.unmount();
      expect(page.labels().map(digits).sort()).toEqual(numbersIn(state));
    }
    app.unmount();
    await settle();
    expect(page.labels()).toEqual([]);
    window.removeEventListener('error', note);
    expect(failures).toEqual([]);
  });
});

it('a frame made of srcdoc has its own page and is left alone by the one around it', async () => {
  await using page = await stage(
    '<iframe srcdoc="<p>415-237-1137</p>" style="width:400px;height:100px"></iframe><p>206-895-5016</p>',
  );
  await settle();
  expect(page.labels()).toEqual(['Call +1 206 895 5016']);
  expect(document.querySelector('iframe')!.contentDocument!.documentElement.children).toHaveLength(2);
});
