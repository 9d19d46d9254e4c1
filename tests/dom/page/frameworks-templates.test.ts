import { angular } from '../../pages/frameworks/angular.ts';
import { lightning } from '../../pages/frameworks/lightning.ts';
import { lit } from '../../pages/frameworks/lit.ts';
import { svelte } from '../../pages/frameworks/svelte.ts';
import { describeFramework } from './framework-scenarios.ts';

for (const framework of [angular, svelte, lit, lightning]) describeFramework(framework);
