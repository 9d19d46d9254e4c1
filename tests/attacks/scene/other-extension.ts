import { fileURLToPath } from 'node:url';

/** The folder of an extension that is installed beside Dialside and means it ill. */
export const OTHER_EXTENSION = fileURLToPath(new URL('other-extension', import.meta.url));
