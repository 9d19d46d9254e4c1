import { type Contact, type Framework, LINE_STYLE, type ViewState } from './contact-list.ts';

/**
 * A page in the manner of Lightning: a tree of custom elements, each drawing itself into a shadow root of its own, some of
 * them closed, rows kept by key and moved.
 */

const closedRoots = new WeakMap<Element, ShadowRoot>();

function closedRootOf(host: HTMLElement): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  closedRoots.set(host, root);
  return root;
}

class FormattedPhone extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #text = document.createElement('span');
  connectedCallback(): void {
    this.#root.append(this.#text);
  }
  set value(phone: string) {
    this.#text.textContent = phone;
  }
}
customElements.define('force-formatted-phone', FormattedPhone);

class RecordLine extends HTMLElement {
  readonly #name = document.createElement('b');
  readonly #phone = new FormattedPhone();
  constructor() {
    super();
    const line = document.createElement('div');
    line.style.cssText = LINE_STYLE;
    line.append(this.#name, ': ', this.#phone);
    closedRootOf(this).append(line);
  }
  set contact({ name, phone }: Contact) {
    this.#name.textContent = name;
    this.#phone.value = phone;
  }
}
customElements.define('force-record-line', RecordLine);

class RecordList extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  #lines = new Map<number, RecordLine>();
  set contacts(contacts: readonly Contact[]) {
    this.#lines = new Map(
      contacts.map((contact) => {
        const line = this.#lines.get(contact.id) ?? new RecordLine();
        line.contact = contact;
        return [contact.id, line];
      }),
    );
    this.#root.replaceChildren(...this.#lines.values());
  }
}
customElements.define('force-record-list', RecordList);

class RecordPage extends HTMLElement {
  readonly #root = closedRootOf(this);
  readonly #field = document.createElement('input');
  #list: RecordList | null = null;
  #detail: RecordLine | null = null;
  show(state: ViewState): void {
    if (state.route === 'help') this.#showHelp();
    else this.#showRecord(state);
  }
  #showHelp(): void {
    this.#list = this.#detail = null;
    const heading = document.createElement('h1');
    heading.textContent = 'Help';
    this.#root.replaceChildren(heading);
  }
  #showRecord({ wrapper, contacts, detail, note }: ViewState): void {
    if (this.#list?.parentElement?.localName !== wrapper) {
      this.#list = new RecordList();
      const around = document.createElement(wrapper);
      around.append(this.#list);
      this.#root.replaceChildren(around, this.#field);
      this.#detail = null;
    }
    this.#list.contacts = contacts;
    this.#detail = updated(this.#detail, detail);
    if (this.#detail) this.#field.before(this.#detail);
    this.#field.readOnly = true;
    this.#field.value = note;
  }
}
customElements.define('force-record-page', RecordPage);

/** Brings a line up to date or takes it away; gives what stands there afterwards. */
function updated(line: RecordLine | null, contact: Contact | null): RecordLine | null {
  if (contact === null) {
    line?.remove();
    return null;
  }
  const shown = line ?? new RecordLine();
  shown.contact = contact;
  return shown;
}

export const lightning: Framework = {
  name: 'Lightning-like',
  shadowRootOf: (element) => element.shadowRoot ?? closedRoots.get(element) ?? null,
  async mount(container) {
    const page = new RecordPage();
    let modal: RecordLine | null = null;
    container.append(page);
    return {
      async show(state) {
        page.show(state);
        modal = updated(modal, state.route === 'list' ? state.portal : null);
        if (modal) document.body.append(modal);
      },
      unmount() {
        page.remove();
        modal?.remove();
      },
    };
  },
};
