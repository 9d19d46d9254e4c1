/** Drawn on a 20 by 20 grid with a 1.6 stroke, in the colour of the text around. */
const SHAPES = {
  phone:
    'M6.2 3.5 8 7.2 6.3 8.9a10 10 0 0 0 4.8 4.8l1.7-1.7 3.7 1.8c0 1.7-1.1 2.9-2.8 2.9C8.4 16.7 3.3 11.6 3.3 6.3c0-1.7 1.2-2.8 2.9-2.8z',
  hangUp:
    'M2.8 11.2c4-4.6 10.4-4.6 14.4 0 .6.7.6 1.5 0 2.1l-.8.8c-.5.5-1.2.6-1.8.2l-1.7-1c-.5-.3-.8-.8-.7-1.4l.1-1a8 8 0 0 0-4.6 0l.1 1c.1.6-.2 1.1-.7 1.4l-1.7 1c-.6.4-1.3.3-1.8-.2l-.8-.8c-.6-.6-.6-1.4 0-2.1z',
  pause: 'M7 4.5v11M13 4.5v11',
  play: 'M6.5 4.2v11.6l9-5.8z',
  keypad: 'M5 5h.01M10 5h.01M15 5h.01M5 10h.01M10 10h.01M15 10h.01M5 15h.01M10 15h.01M15 15h.01',
  backspace: 'M7.5 4.5h9v11h-9L2.5 10zM9.5 8l4 4M13.5 8l-4 4',
  close: 'M5 5l10 10M15 5 5 15',
  chevron: 'M5.5 8l4.5 4.5L14.5 8',
  screen: 'M3 4h14v9.5H3zM7 16.5h6M10 13.5v3',
  headset: 'M4 12v-2a6 6 0 0 1 12 0v2M4 11h2.5v4.5H4zM13.5 11H16v4.5h-2.5zM15 15.5c0 1-1 1.5-3 1.5',
  microphone:
    'M10 3a2.3 2.3 0 0 0-2.3 2.3v4.4a2.3 2.3 0 0 0 4.6 0V5.3A2.3 2.3 0 0 0 10 3zM5 9.5a5 5 0 0 0 10 0M10 14.5V17',
  ring: 'M5 13.5V9a5 5 0 0 1 10 0v4.5l1.2 1.5H3.8zM8.5 17.2h3',
  gear: 'M10 7.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4zM10 2.8v2M10 15.2v2M2.8 10h2M15.2 10h2M4.9 4.9l1.4 1.4M13.7 13.7l1.4 1.4M15.1 4.9l-1.4 1.4M6.3 13.7l-1.4 1.4',
  signOut: 'M8 3.5H4v13h4M8.5 10H17M13.5 6.5 17 10l-3.5 3.5',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  eyeOff: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM4 16 16 4',
  again: 'M15.5 8A6 6 0 1 0 16 11.5M16 4v4h-4',
  search: 'M9 3.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 9 3.8zM13 13l3.8 3.8',
  alert: 'M10 3 2.5 16.5h15zM10 8v4M10 14.2h.01',
  transfer: 'M3 7h11M10.5 3.5 14 7l-3.5 3.5M17 13H6M9.5 9.5 6 13l3.5 3.5',
  record: 'M10 4.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  sidePanel: 'M3 4h14v12H3zM12 4v12',
  check: 'M4 10.5 8.2 14.7 16 6',
  list: 'M7 5h10M7 10h10M7 15h10M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  open: 'M11.5 3.5h5v5M16.5 3.5 9 11M14 11.5v5H3.5V6H9',
  about: 'M10 3.2a6.8 6.8 0 1 0 0 13.6 6.8 6.8 0 0 0 0-13.6zM10 9.2v4.3M10 6.6h.01',
  copy: 'M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7',
  up: 'M10 15.5v-11M5.5 9 10 4.5 14.5 9',
} as const;

export type IconName = keyof typeof SHAPES;

/** Those that point along the line of reading, or show where something stands in it. */
const MIRRORED: ReadonlySet<IconName> = new Set(['signOut', 'sidePanel', 'list', 'open']);

/** Decoration only: the control around it has the words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class={MIRRORED.has(name) ? 'icon mirrored' : 'icon'}
      viewBox="0 0 20 20"
      width="18"
      height="18"
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
