import { readUrl } from '../read-url.ts';
import type { ServerUrl } from './wire/server-url.ts';

/** The address that a recording may be loaded from, or the host that is not the dialer's; empty where there is no address. */
export type RecordingPlace = { readonly url: string } | { readonly elsewhere: string };

/**
 * Where a recording is loaded from: the dialer's own host alone, whatever VICIdial says. It writes plain http of the internal web
 * server where nobody has set another (docs/vicidial, section 9.5): of a dialer that is spoken to by https the same file is asked for
 * there, at the address that the agent has allowed.
 */
export function placeOfRecording(location: string, server: ServerUrl): RecordingPlace {
  const [there, dialer] = [readUrl(location), readUrl(server)];
  const isWeb = there?.protocol === 'https:' || there?.protocol === 'http:';
  if (!there || !dialer || !isWeb) return { elsewhere: '' };
  if (there.hostname !== dialer.hostname || there.username !== '' || there.password !== '')
    return { elsewhere: there.host };
  const isLess = there.protocol === 'http:' && dialer.protocol === 'https:';
  return { url: isLess ? new URL(`${there.pathname}${there.search}`, dialer.origin).href : there.href };
}
