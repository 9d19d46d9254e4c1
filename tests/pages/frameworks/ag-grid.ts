import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';
import type { Contact } from './contact-list.ts';
import { gridPage, ROW_HEIGHT_PX } from './grid-page.ts';

ModuleRegistry.registerModules([AllCommunityModule]);

/** Counted anew for each grid, or set by where the pointer happens to be. */
const UNSTEADY = / (comp-id|id|aria-\w+|grid-id|data-ref)="[^"]*"| ag-((row|column)-hover|header-active)/g;

/** What the grid says to screen readers comes after a while. */
const SPOKEN = /(?<=ag-aria-description-container">)[^<]*/g;

/** Without animation: rows that fade away for 400 ms would make every step wait. */
export const agGrid = gridPage(
  'AG Grid',
  (box) => {
    const grid = createGrid<Contact>(box, {
      columnDefs: [
        { field: 'name', width: 120 },
        { field: 'phone', width: 240 },
      ],
      getRowId: ({ data }) => String(data.id),
      rowHeight: ROW_HEIGHT_PX,
      rowData: [],
      animateRows: false,
    });
    return {
      setContacts: (contacts) => grid.setGridOption('rowData', [...contacts]),
      destroy: () => grid.destroy(),
    };
  },
  (html) => html.replace(UNSTEADY, '').replace(SPOKEN, ''),
);
