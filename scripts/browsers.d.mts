/** Path of a Chromium that loads unpacked extensions, or undefined. */
export function findChromium(): string | undefined;
/** Path of a Firefox, or undefined. */
export function findFirefox(): string | undefined;
