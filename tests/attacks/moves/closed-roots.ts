/** What a page may read of Dialside through its host; the same in every browser. */
export interface ClosedRoot {
  readonly name: string;
  readonly defence: string;
  /** An expression that has the `host`, and `labels` of what a root holds. */
  readonly code: string;
}

const CLOSED = 'the root is closed';

export const closedRoots: readonly ClosedRoot[] = [
  {
    name: 'reading the buttons and the state of the call through the host’s root',
    defence: CLOSED,
    code: 'labels(host.shadowRoot)',
  },
  {
    name: 'reading them from a clone of the host',
    defence: CLOSED,
    code: 'labels(host.cloneNode(true).shadowRoot)',
  },
];
