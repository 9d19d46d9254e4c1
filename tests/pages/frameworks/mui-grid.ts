import { DataGrid } from '@mui/x-data-grid';
import { createElement } from 'react';
import type { Framework } from './contact-list.ts';
import { GRID_HEIGHT_PX, ROW_HEIGHT_PX } from './grid-page.ts';
import { REACT_19, reactFramework } from './react.ts';

const COLUMNS = [
  { field: 'name', width: 120 },
  { field: 'phone', headerName: 'Phone', width: 240 },
];

const inReact = reactFramework('MUI DataGrid', REACT_19, (contacts) =>
  createElement(
    'div',
    { key: 'list', style: { height: GRID_HEIGHT_PX, width: 460 } },
    createElement(DataGrid, { rows: contacts, columns: COLUMNS, rowHeight: ROW_HEIGHT_PX, hideFooter: true }),
  ),
);

/** Ids are counted anew for each grid. */
export const muiGrid: Framework = {
  ...inReact,
  drawsLater: true,
  steady: (html) => html.replace(/ (id|aria-\w+|for)="[^"]*"/g, ''),
};
