import { browser } from './extension-api.ts';

/** Whose dialer it is: an agent and a supervisor may be signed in at two. */
const RULE_IDS = { agent: 1, supervisor: 2 } as const;

/** What of declarativeNetRequest is used; the polyfill's types do not know it. */
interface SessionRules {
  updateSessionRules(change: {
    readonly removeRuleIds: number[];
    readonly addRules?: readonly object[];
  }): Promise<void>;
}

/**
 * Has every request of the background to this origin go over a connection of its own. Browsers send a request again by
 * themselves, a POST too, when a connection that was used before breaks without an answer; on a first-used connection they
 * do not. So a dial that was lost stays lost, and is not sent twice. Lasts until the browser closes.
 */
export async function keepConnectionsFresh(origin: string, whose: keyof typeof RULE_IDS = 'agent'): Promise<void> {
  const id = RULE_IDS[whose];
  const rule = {
    id,
    // No tab: the background's own requests. What people do in their tabs is left alone.
    condition: { urlFilter: `|${origin}/`, resourceTypes: ['xmlhttprequest', 'other'], tabIds: [-1] },
    action: {
      type: 'modifyHeaders',
      requestHeaders: [{ header: 'connection', operation: 'set', value: 'close' }],
    },
  };
  await sessionRules().updateSessionRules({ removeRuleIds: [id], addRules: [rule] });
}

function sessionRules(): SessionRules {
  return (browser as unknown as { readonly declarativeNetRequest: SessionRules }).declarativeNetRequest;
}
