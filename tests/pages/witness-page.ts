import type { Contact, ViewState } from './frameworks/contact-list.ts';
import { react19 } from './frameworks/react.ts';
import { listen, portrait } from './page-witness.ts';

/**
 * The script of a page that is made with React and looks at itself. At each cue it sends what it sees of itself and has heard since the
 * last one, and goes on to its next state.
 */

const [ANN, BEN, CLEO]: readonly [Contact, Contact, Contact] = [
  { id: 1, name: 'Ann', phone: '(415) 555-0132' },
  { id: 2, name: 'Ben', phone: '(206) 555-0147' },
  { id: 3, name: 'Cleo', phone: '(303) 555-0118' },
];
const START: ViewState = {
  ...{ contacts: [ANN, BEN], wrapper: 'section', detail: null, portal: null, note: '', route: 'list' },
};
const STATES: readonly ViewState[] = [START, { ...START, contacts: [CLEO, ANN] }, { ...START, contacts: [BEN] }];

/** Dialside's one element, where it is there. */
function guest(): Element | null {
  const own: readonly Element[] = [document.head, document.body];
  return [...document.documentElement.children].find((child) => !own.includes(child)) ?? null;
}

async function live(): Promise<void> {
  document.currentScript?.remove();
  const ear = listen(undefined, { hearsAll: true });
  const view = await react19.mount(document.querySelector('#app') ?? document.body);
  getSelection()?.selectAllChildren(document.querySelector('h1') ?? document.body);
  const states = STATES.values();
  const goOn = async () => {
    const { value } = states.next();
    if (value) await view.show(value);
  };
  const tell = () => {
    const seen = JSON.stringify({ portrait: portrait(), heard: ear.heard(guest()) });
    return fetch('/seen', { method: 'POST', body: seen });
  };
  // Whoever has got what was told may give the next cue before the page has gone on.
  let turn = goOn();
  addEventListener('cue', () => {
    turn = turn.then(tell).then(goOn);
  });
}

void live();
