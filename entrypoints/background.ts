import { defineBackground } from 'wxt/utils/define-background';
import { startWorker } from '../lib/background/worker.ts';

// One file, not a module: the browser starts it a good deal sooner than one that imports chunks.
export default defineBackground(startWorker);
