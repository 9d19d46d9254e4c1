import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { Contact } from './contact-list.ts';
import { GRID_HEIGHT_PX, type Grid, gridPage, ROW_HEIGHT_PX } from './grid-page.ts';

/** A list that uses its rows again: scrolled, the same elements show other contacts. */
function createList(box: HTMLElement): Grid {
  box.style.overflow = 'auto';
  const space = box.appendChild(document.createElement('div'));
  space.style.position = 'relative';
  let contacts: readonly Contact[] = [];
  const virtualizer = new Virtualizer<HTMLElement, Element>({
    count: 0,
    getScrollElement: () => box,
    estimateSize: () => ROW_HEIGHT_PX,
    initialRect: { width: 460, height: GRID_HEIGHT_PX },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: draw,
  });

  function draw(): void {
    const items = virtualizer.getVirtualItems();
    space.style.height = `${virtualizer.getTotalSize()}px`;
    while (space.childElementCount < items.length) space.append(document.createElement('div'));
    while (space.childElementCount > items.length) space.lastElementChild?.remove();
    for (const [at, row] of [...space.children].entries()) {
      const item = items[at];
      const contact = item && contacts[item.index];
      if (!(row instanceof HTMLElement) || !item || !contact) continue;
      row.style.cssText = `position:absolute;top:${item.start}px;height:${ROW_HEIGHT_PX}px`;
      row.textContent = `${contact.name}: ${contact.phone}`;
    }
  }

  const unmount = virtualizer._didMount();
  return {
    setContacts(next) {
      contacts = next;
      virtualizer.setOptions({ ...virtualizer.options, count: contacts.length });
      virtualizer._willUpdate();
      draw();
    },
    destroy: unmount,
  };
}

export const tanstackVirtual = gridPage('TanStack Virtual', createList);
