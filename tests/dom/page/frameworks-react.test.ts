import { react19 } from '../../pages/frameworks/react.ts';
import { react18 } from '../../pages/frameworks/react-18.ts';
import { describeFramework } from './framework-scenarios.ts';

for (const framework of [react19, react18]) describeFramework(framework);
