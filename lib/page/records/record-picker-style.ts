/** The style of the picker, beside that of everything Dialside shows in a page. */
export const PICKER_CSS = `
.pick-pane { position: fixed; inset: 0; pointer-events: auto; cursor: crosshair; }
.pick-frame {
  position: absolute;
  top: 0;
  left: 0;
  box-sizing: border-box;
  outline: 3px solid #1a6fe0;
  outline-offset: 1px;
  border-radius: 2px;
  background: rgb(26 111 224 / .15);
}
.pick-pane[hidden], .pick-frame[hidden], .pick-button[hidden] { display: none; }
.pick-panel {
  position: fixed;
  inset-block-end: 16px;
  inset-inline: 0;
  margin-inline: auto;
  box-sizing: border-box;
  width: fit-content;
  max-width: min(560px, calc(100vw - 32px));
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 12px;
  padding: 10px 14px;
  border-radius: 8px;
  color: light-dark(#1b1b1b, #f2f2f2);
  background: light-dark(#fff, #242424);
  border: 1px solid light-dark(#767676, #8c8c8c);
  box-shadow: 0 2px 12px rgb(0 0 0 / .35);
  font: 14px/1.45 system-ui, sans-serif;
  pointer-events: auto;
}
.pick-words { margin: 0; flex: 1 1 240px; overflow-wrap: anywhere; }
.pick-button {
  all: unset;
  box-sizing: border-box;
  min-height: 32px;
  padding: 5px 12px;
  border: 1px solid currentColor;
  border-radius: 6px;
  cursor: pointer;
}
.pick-button:focus-visible { outline: 3px solid #1a6fe0; outline-offset: 2px; }
@media (forced-colors: active) {
  .pick-frame { outline-color: Highlight; background: none; }
  .pick-panel { border-color: CanvasText; background: Canvas; color: CanvasText; }
}
`;
