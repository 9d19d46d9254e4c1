import { preact } from '../../pages/frameworks/preact.ts';
import { react19 } from '../../pages/frameworks/react.ts';
import { react18 } from '../../pages/frameworks/react-18.ts';
import { vue } from '../../pages/frameworks/vue.ts';
import { describeFramework } from './framework-scenarios.ts';

for (const framework of [react18, react19, preact, vue]) describeFramework(framework);
