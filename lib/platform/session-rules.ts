import { browser } from './extension-api.ts';

/** The rules for requests that Dialside sets, each in the place of the one before. An agent and a supervisor may be signed in at two dialers. */
const RULE_IDS = { agentConnections: 1, supervisorConnections: 2, phoneFrame: 3 } as const;

export type RuleName = keyof typeof RULE_IDS;

/** What of declarativeNetRequest is used; the polyfill's types do not know it. */
interface SessionRules {
  updateSessionRules(change: {
    readonly removeRuleIds: number[];
    readonly addRules?: readonly object[];
  }): Promise<void>;
}

interface HeaderRule {
  readonly condition: object;
  readonly requestHeaders: readonly { readonly header: string; readonly value: string }[];
  readonly responseHeaders?: HeaderRule['requestHeaders'];
}

/** Has the browser set headers of the requests that a condition describes. Lasts until the browser closes. */
export async function setHeaderRule(name: RuleName, { condition, ...headers }: HeaderRule): Promise<void> {
  const id = RULE_IDS[name];
  const set = (all: HeaderRule['requestHeaders']) => all.map((each) => ({ ...each, operation: 'set' }));
  const changed = Object.entries(headers).map(([side, all]) => [side, set(all)]);
  const rule = { id, condition, action: { type: 'modifyHeaders', ...Object.fromEntries(changed) } };
  const { declarativeNetRequest } = browser as unknown as { readonly declarativeNetRequest: SessionRules };
  await declarativeNetRequest.updateSessionRules({ removeRuleIds: [id], addRules: [rule] });
}
