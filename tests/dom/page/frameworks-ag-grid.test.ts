import { agGrid } from '../../pages/frameworks/ag-grid.ts';
import { describeGrid } from './grid-scenarios.ts';

describeGrid(agGrid);
