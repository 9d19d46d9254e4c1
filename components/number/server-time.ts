/** A server-local `YYYY-MM-DD HH:MM:SS` of VICIdial as people of a language write it; what is none comes back as it is. */
export function formatServerTime(at: string, locale: string): string {
  // As if it were UTC: the dialer's own clock is meant, wherever this computer is.
  const moment = Date.parse(`${at.replace(' ', 'T')}Z`);
  if (Number.isNaN(moment)) return at;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(moment);
}
