import type { CommandProblem } from '../../messages/panel-state.ts';
import { browser } from '../../platform/extension-api.ts';
import { originPattern } from '../../platform/origin-pattern.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Connection } from '../../session/connection.ts';

/** Address of the agent screen, which stands beside the Agent API. */
function agentScreenUrl(connection: Connection): string {
  return new URL('vicidial.php', connection.server + connection.agentPath).href;
}

/** True for the address of the agent screen, with any query. */
export function isAgentScreen(url: string | undefined, connection: Connection): boolean {
  return url?.split(/[?#]/)[0] === agentScreenUrl(connection);
}

/** Match pattern of the agent screen itself. */
export function agentScreenPagePattern(connection: Connection): string {
  return originPattern(connection.server).replace('/*', `${new URL(agentScreenUrl(connection)).pathname}*`);
}

/** Match pattern of the folder that holds the agent screen and what it loads. */
export function agentScreenPattern(connection: Connection): string {
  const { pathname } = new URL('.', agentScreenUrl(connection));
  return originPattern(connection.server).replace('/*', `${pathname}*`);
}

/** Brings the agent screen's tab to the front, or opens it; an opened one has to be signed in to by the agent. */
export async function showAgentScreen(connection: Connection | null): Promise<Result<null, CommandProblem>> {
  if (!connection) return fail({ code: 'notSignedIn' });
  const url = agentScreenUrl(connection);
  const tabs = await browser.tabs.query({ url: originPattern(connection.server) });
  const tab = tabs.find((candidate) => isAgentScreen(candidate.url, connection));
  if (tab?.id === undefined) {
    await browser.tabs.create({ url });
    return ok(null);
  }
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  return ok(null);
}
