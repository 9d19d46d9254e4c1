/** A small CRM view, described once and rendered by each framework with its own means. */

export interface Contact {
  readonly id: number;
  readonly name: string;
  readonly phone: string;
}

export interface ViewState {
  readonly contacts: readonly Contact[];
  /** Element that the list is wrapped in: another one makes the framework build it anew. */
  readonly wrapper: 'section' | 'article';
  readonly detail: Contact | null;
  readonly portal: Contact | null;
  readonly note: string;
  readonly route: 'list' | 'help';
}

/** A view on the page. */
export interface View {
  show(state: ViewState): Promise<void>;
  unmount(): void;
}

/** What a framework needs to offer to be tested. */
export interface Framework {
  readonly name: string;
  mount(container: Element): Promise<View>;
  /** Opens the roots that the page closed, as an extension can. */
  readonly shadowRootOf?: (element: Element) => ShadowRoot | null;
  /** Whether it goes on drawing in later frames. */
  readonly drawsLater?: boolean;
  /** Takes out of the page's HTML what is another each time it is built, such as counted ids. */
  readonly steady?: (html: string) => string;
}

/** Look of a line: room for a button beside the number. */
export const LINE_STYLE = 'height:30px;width:420px';

type Create = (type: string, props: Record<string, unknown> | null, ...children: unknown[]) => unknown;

/** What virtual DOMs build the view with. */
export interface Building {
  readonly create: Create;
  /** Puts a part of the view elsewhere, under the body. */
  readonly portal: (tree: unknown) => unknown;
  /** Draws the contacts; a plain list without it. */
  readonly list?: (contacts: readonly Contact[]) => unknown;
}

/** The view as a tree of the framework's elements. Numbers are split over nodes, as templates do it. */
export function viewOf({ create, portal, list }: Building, state: ViewState): unknown {
  const line = (contact: Contact, type: string) =>
    create(type, { key: contact.id, style: LINE_STYLE }, contact.name, ': ', contact.phone);
  const lines = () =>
    create(
      'ul',
      { key: 'list' },
      state.contacts.map((contact) => line(contact, 'li')),
    );
  const parts = [
    create(state.wrapper, { key: state.wrapper }, [list ? list(state.contacts) : lines()]),
    state.detail && line({ ...state.detail, id: -1 }, 'p'),
    state.portal && portal(line({ ...state.portal, id: -2 }, 'p')),
    create('input', { key: 'note', value: state.note, readOnly: true, readonly: '' }),
  ];
  return create('main', null, state.route === 'help' ? [create('h1', { key: 'help' }, 'Help')] : parts.filter(Boolean));
}
