import { type Contact, type Framework, LINE_STYLE, type ViewState } from './contact-list.ts';

/** Rows that the person sees at once. The grids draw those, and a few around them. */
export const GRID_HEIGHT_PX = 260;
export const ROW_HEIGHT_PX = 36;

/** A grid in a box of its own. */
export interface Grid {
  setContacts(contacts: readonly Contact[]): void;
  destroy(): void;
}

/** A page without framework around a grid, for grids that need none. */
export function gridPage(
  name: string,
  createGrid: (box: HTMLElement) => Grid,
  steady?: Framework['steady'],
): Framework {
  return {
    name,
    drawsLater: true,
    ...(steady && { steady }),
    async mount(container) {
      const page = container.appendChild(document.createElement('main'));
      const field = document.createElement('input');
      field.readOnly = true;
      const detail = createLine();
      const portal = createLine();
      let grid: Grid | null = null;
      let around: HTMLElement | null = null;

      function removeGrid(): void {
        grid?.destroy();
        around?.remove();
        grid = around = null;
      }

      function showList({ wrapper, contacts, note, ...state }: ViewState): void {
        if (around?.localName !== wrapper) {
          removeGrid();
          around = document.createElement(wrapper);
          const box = around.appendChild(document.createElement('div'));
          box.style.cssText = `width:460px;height:${GRID_HEIGHT_PX}px`;
          page.replaceChildren(around, field);
          grid = createGrid(box);
        }
        grid?.setContacts(contacts);
        detail.show(state.detail, page);
        portal.show(state.portal, document.body);
        field.value = note;
      }

      return {
        async show(state) {
          if (state.route === 'list') return showList(state);
          removeGrid();
          page.replaceChildren('Help');
        },
        unmount() {
          removeGrid();
          portal.show(null, document.body);
          page.remove();
        },
      };
    },
  };
}

function createLine() {
  const line = document.createElement('p');
  line.style.cssText = LINE_STYLE;
  return {
    show(contact: Contact | null, parent: Element): void {
      line.textContent = contact && `${contact.name}: ${contact.phone}`;
      if (contact === null) line.remove();
      else if (line.parentNode !== parent) parent.append(line);
    },
  };
}
