import { setHeaderRule } from './session-rules.ts';

/**
 * Has every request of the background to this origin go over a connection of its own. Browsers send a request again by
 * themselves, a POST too, when a connection that was used before breaks without an answer; on a first-used connection they
 * do not. So a dial that was lost stays lost, and is not sent twice. Lasts until the browser closes.
 */
export async function keepConnectionsFresh(origin: string, whose: 'agent' | 'supervisor' = 'agent'): Promise<void> {
  await setHeaderRule(`${whose}Connections`, {
    // No tab: the background's own requests. What people do in their tabs is left alone.
    condition: { urlFilter: `|${origin}/`, resourceTypes: ['xmlhttprequest', 'other'], tabIds: [-1] },
    requestHeaders: [{ header: 'connection', value: 'close' }],
  });
}
