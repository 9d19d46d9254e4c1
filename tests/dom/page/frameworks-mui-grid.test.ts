import { muiGrid } from '../../pages/frameworks/mui-grid.ts';
import { describeGrid } from './grid-scenarios.ts';

describeGrid(muiGrid);
