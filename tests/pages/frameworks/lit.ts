import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Contact, type Framework, LINE_STYLE, type ViewState } from './contact-list.ts';

const lines = (contacts: readonly Contact[]) =>
  html`<ul>${repeat(
    contacts,
    ({ id }) => id,
    ({ name, phone }) => html`<li style=${LINE_STYLE}>${name}: ${phone}</li>`,
  )}</ul>`;

const paragraph = (contact: Contact | null) =>
  contact ? html`<p style=${LINE_STYLE}>${contact.name}: ${contact.phone}</p>` : nothing;

function viewOf({ route, wrapper, contacts, detail, note }: ViewState) {
  if (route === 'help') return html`<main><h1>Help</h1></main>`;
  const wrapped =
    wrapper === 'section' ? html`<section>${lines(contacts)}</section>` : html`<article>${lines(contacts)}</article>`;
  return html`<main>${wrapped}${paragraph(detail)}<input readonly .value=${note}></main>`;
}

class ContactPage extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  show(state: ViewState | null): void {
    render(state ? viewOf(state) : nothing, this.#root);
  }
}
customElements.define('lit-contact-page', ContactPage);

/** Templates in an open shadow root, the portal in the document's own body. */
export const lit: Framework = {
  name: 'Lit 3',
  async mount(container) {
    const page = new ContactPage();
    const outlet = document.createElement('div');
    container.append(page);
    document.body.append(outlet);
    return {
      async show(state) {
        page.show(state);
        render(paragraph(state.route === 'list' ? state.portal : null), outlet);
      },
      unmount() {
        page.remove();
        outlet.remove();
      },
    };
  },
};
