import { preact } from '../../pages/frameworks/preact.ts';
import { vue } from '../../pages/frameworks/vue.ts';
import { describeFramework } from './framework-scenarios.ts';

for (const framework of [preact, vue]) describeFramework(framework);
