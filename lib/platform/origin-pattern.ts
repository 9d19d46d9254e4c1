/**
 * The match pattern of an origin's host permission. Without the port: Firefox refuses ports in match patterns, and a
 * pattern without one covers them all.
 */
export function originPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
