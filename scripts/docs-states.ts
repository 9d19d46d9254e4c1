import { writeFileSync } from 'node:fs';
import { drawStates } from './state-diagrams.ts';

/** `npm run docs:states`: draws the state machines of lib/agent anew. */
writeFileSync(new URL('../docs/architecture/states.md', import.meta.url), drawStates());
