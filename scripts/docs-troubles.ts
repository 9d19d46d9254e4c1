import { writeFileSync } from 'node:fs';
import english from '../public/_locales/en/messages.json' with { type: 'json' };
import { drawTroubles } from './troubles-page.ts';

/** `npm run docs:troubles`: writes the page of troubles anew. */
writeFileSync(new URL('../docs/troubleshooting.md', import.meta.url), drawTroubles(english));
