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

/** What a framework needs to offer to be tested. */
export interface Framework {
  readonly name: string;
  mount(container: Element): { show(state: ViewState): Promise<void>; unmount(): void };
}

type Create = (type: string, props: Record<string, unknown> | null, ...children: unknown[]) => unknown;

/** The view as a tree of the framework's elements. Numbers are split over nodes, as templates do it. */
export function viewOf(create: Create, portal: (tree: unknown) => unknown, state: ViewState): unknown {
  const line = (contact: Contact, type: string) =>
    create(type, { key: contact.id, style: 'height:30px;width:420px' } as never, contact.name, ': ', contact.phone);
  const list = create(
    'ul',
    { key: 'list' },
    state.contacts.map((contact) => line(contact, 'li')),
  );
  const parts = [
    create(state.wrapper, { key: state.wrapper }, [list]),
    state.detail && line({ ...state.detail, id: -1 }, 'p'),
    state.portal && portal(line({ ...state.portal, id: -2 }, 'p')),
    create('input', { key: 'note', value: state.note, readOnly: true, readonly: '' }),
  ];
  return create('main', null, state.route === 'help' ? [create('h1', { key: 'help' }, 'Help')] : parts.filter(Boolean));
}
