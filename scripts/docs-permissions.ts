import { writeFileSync } from 'node:fs';
import english from '../public/_locales/en/messages.json' with { type: 'json' };
import { drawPermissions } from './permissions-page.ts';

/** `npm run docs:permissions`: writes the page of VICIdial's permissions anew. */
writeFileSync(new URL('../docs/vicidial/permissions.md', import.meta.url), drawPermissions(english));
