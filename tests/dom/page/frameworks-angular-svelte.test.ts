import { angular } from '../../pages/frameworks/angular.ts';
import { svelte } from '../../pages/frameworks/svelte.ts';
import { describeFramework } from './framework-scenarios.ts';

for (const framework of [angular, svelte]) describeFramework(framework);
