import { ok, type Result } from '../../result.ts';
import type { AgentStatusRow, StatusClient } from '../client.ts';
import type { VicidialFailure } from '../failure.ts';
import type { Answered } from '../wire/answer.ts';
import { type ConnectionOptions, createCaller } from '../wire/caller.ts';
import { input } from '../wire/inputs.ts';
import { isLiveStatus } from '../wire/live-status.ts';
import { askVersion } from '../wire/version.ts';

/**
 * The Non-Agent API. Its credentials are a user of level 7 or more: a level 1 agent's own are refused as a wrong
 * password each time, and ten of those lock the agent out of the agent screen.
 */
export function createStatusClient(options: ConnectionOptions): StatusClient {
  const { signed, anonymous } = createCaller({ path: '/vicidial/non_agent_api.php', ...options });
  return {
    version: () => askVersion(anonymous),
    agentStatus: (agentUser) =>
      // Names may hold bars and commas, but no tabs.
      signed('agent_status', { agent_user: input('agent_user', agentUser), stage: 'tab' }, readRow),
  };
}

/** By position: 8 columns in the oldest builds, 14 with an address. A server that knows no `tab` answers with bars. */
function readRow(answered: Answered): Result<AgentStatusRow, VicidialFailure> | null {
  if (answered.word !== null) return null;
  const row = answered.lines.at(-1) ?? '';
  const columns = row.split(row.includes('\t') ? '\t' : '|');
  const [status, callId = '', leadId = '', campaign = '', callsToday = '', fullName = '', , , ...newer] = columns;
  const [pauseCode = '', subStatus = '', phoneNumber = '', vendorLeadCode = ''] = newer;
  if (columns.length < 8 || columns.length > 14 || !isLiveStatus(status)) return null;
  return ok({
    status,
    callId,
    leadId: leadId === '0' ? '' : leadId,
    campaign,
    callsToday: /^\d{1,9}$/.test(callsToday) ? Number(callsToday) : 0,
    fullName,
    pauseCode,
    subStatus,
    phoneNumber,
    vendorLeadCode,
  });
}
