import { tanstackVirtual } from '../../pages/frameworks/tanstack-virtual.ts';
import { describeGrid } from './grid-scenarios.ts';

describeGrid(tanstackVirtual);
