/** Side of a button in CSS pixels: the smallest target of WCAG 2.2 (success criterion 2.5.8). */
export const BUTTON_SIZE = 24;

/**
 * The style of everything Dialside shows in a page. Important rules for `:host` win over whatever the page says about the
 * host, inline and important included: among important rules the inner tree comes first.
 */
export const OVERLAY_CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 !important;
  display: block !important;
  /* What changes in it must not have the page laid out: of 100 000 cells that takes 35 ms. */
  contain: strict !important;
  width: auto !important;
  height: auto !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  background: none !important;
  overflow: visible !important;
  opacity: 1 !important;
  visibility: visible !important;
  pointer-events: none !important;
  user-select: none !important;
  z-index: 2147483647 !important;
  color-scheme: light dark !important;
  font: 13px/1.4 system-ui, sans-serif !important;
}
:host::backdrop { display: none !important; }
@media print { :host { display: none !important; } }
.layer { position: absolute; top: 0; left: 0; width: 100px; height: 0; direction: ltr; }
.dial, .cancel {
  all: unset;
  box-sizing: border-box;
  pointer-events: auto;
  cursor: pointer;
  display: grid;
  place-items: center;
}
.dial {
  position: absolute;
  top: 0;
  left: 0;
  width: ${BUTTON_SIZE}px;
  height: ${BUTTON_SIZE}px;
  --face: #12804a;
}
.dial::before {
  content: "";
  position: absolute;
  inset: 2px;
  border-radius: 50%;
  background: var(--face);
  box-shadow: 0 0 0 1px rgb(255 255 255 / .75), 0 1px 2px rgb(0 0 0 / .4);
}
.dial[hidden] { display: none; }
.dial svg { position: relative; width: 12px; height: 12px; fill: #fff; }
.dial:hover { --face: #0b6b3b; }
.dial:focus-visible::before { outline: 3px solid #1a6fe0; outline-offset: 1px; }
.dial[data-tone="waiting"] { --face: #b25b00; }
.dial[data-tone="live"] { --face: #1a63c9; }
.dial[data-tone="failed"] { --face: #b3261e; }
.dial[data-tone="waiting"]::before { animation: pulse 1.2s ease-in-out infinite alternate; }
@keyframes pulse { to { box-shadow: 0 0 0 4px rgb(178 91 0 / .35); } }
.bubble {
  position: absolute;
  top: 0;
  left: 0;
  /* Over the buttons of other numbers: words that something lies over let no press count. */
  z-index: 1;
  display: flex;
  align-items: center;
  gap: 8px;
  width: max-content;
  max-width: 320px;
  padding: 3px 8px;
  border-radius: 6px;
  color: light-dark(#fff, #1b1b1b);
  background: light-dark(#242424, #f2f2f2);
  box-shadow: 0 1px 4px rgb(0 0 0 / .35);
  font: 13px/1.4 system-ui, sans-serif;
  pointer-events: none;
}
.bubble[hidden] { display: none; }
/* On the way to what they offer the pointer is at the words, and not at a number behind them. */
.bubble:has(.cancel:not([hidden])) { pointer-events: auto; }
/* As wide as the menu was out of which an entry was pressed, and not seen: there the pointer stands. */
.bubble::after { content: ""; position: absolute; z-index: -1; inset-block: 0; inset-inline-start: 0; width: var(--held, 0); }
/* A menu of two entries, each in one line in most languages. */
.bubble:has(.cancel:not([hidden]) + .cancel:not([hidden])) { max-width: 420px; }
/* Long words beside it wrap; they must not squeeze it until its own stick out. */
.cancel { min-width: min-content; min-height: 24px; padding: 0 8px; border-radius: 4px; border: 1px solid currentColor; }
.cancel[hidden] { display: none; }
.cancel:focus-visible { outline: 3px solid #1a6fe0; outline-offset: 1px; }
/* Below the words, however short those are. */
.bubble:not([hidden]):has(.facts:not(:empty)) { display: block; }
.facts { margin: 0; padding: 0 0 2px; list-style: none; }
.bubble:has(.facts:not(:empty)) .cancel:not([hidden]) { display: inline-grid; margin-block: 2px; margin-inline-start: 8px; }
.facts:empty { display: none; }
.warning { font-weight: 600; }
.warning::before { content: "⚠︎ " / ""; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: reduce) {
  .dial[data-tone="waiting"]::before { animation: none; }
}
@media (forced-colors: active) {
  .dial::before { background: ButtonFace; border: 2px solid ButtonText; box-shadow: none; }
  .dial svg { fill: ButtonText; }
  .dial:hover::before { border-color: Highlight; }
  .dial:focus-visible::before { outline-color: Highlight; }
  .bubble { border: 1px solid CanvasText; background: Canvas; color: CanvasText; }
}
`;
