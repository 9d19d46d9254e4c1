import { lightning } from '../../pages/frameworks/lightning.ts';
import { lit } from '../../pages/frameworks/lit.ts';
import { describeFramework } from './framework-scenarios.ts';

for (const framework of [lightning, lit]) describeFramework(framework);
