import { fail, ok } from '../../result.ts';
import type { Answer } from '../client.ts';
import type { ErrorReader } from '../wire/answer.ts';
import { type ConnectionOptions, createCaller, type Inputs } from '../wire/caller.ts';
import { input } from '../wire/inputs.ts';
import { NEVER_DONE } from './never-done.ts';

/** Whether the list of allowed functions holds one. */
export type Listed = 'allowed' | 'notListed';

/**
 * No lead has it, so that a dial for it is refused whoever it is for, and nothing is written (docs/vicidial, section 7.1). It comes
 * last of what is checked.
 */
const NO_LEAD = { lead_id: '00', search: 'NO', preview: 'YES', focus: 'NO' };

/**
 * Everything Dialside asks of the Agent API, each with parameters that it takes: VICIdial looks at them before it looks at the list
 * of allowed functions, and at the list before it looks for the agent (docs/vicidial, section 2.1).
 */
const REQUESTS = {
  external_dial: NO_LEAD,
  external_hangup: { value: '1' },
  external_status: { value: 'A' },
  external_pause: { value: 'PAUSE' },
  pause_code: { value: 'A' },
  recording: { value: 'STATUS' },
  webphone_url: { value: 'DISPLAY' },
  call_agent: { value: 'CALL' },
  preview_dial_action: { value: 'SKIP' },
  send_dtmf: { value: '1' },
  park_call: { value: 'PARK_CUSTOMER' },
  transfer_conference: { value: 'LEAVE_VM' },
  calls_in_queue_count: { value: 'DISPLAY' },
  // No column is named, and nobody has a lead to write to.
  update_fields: {},
  logout: { value: 'LOGOUT' },
} as const satisfies Readonly<Record<string, Inputs>>;

export type AgentFunction = keyof typeof REQUESTS;

/** In the order in which an administrator reads them. */
export const AGENT_FUNCTIONS = Object.keys(REQUESTS) as readonly AgentFunction[];

/** What a login may do in the Agent API, found out without doing it. */
export interface AgentProbe {
  /**
   * Asks for the function in the name of `nobody`, an agent who is not there: whoever may use the function is told so, and there is
   * nobody for whom it could be done.
   */
  listed(name: AgentFunction, nobody: string): Answer<Listed>;
  /**
   * Whether the agent's own flag lets him dial by hand; `notLoggedIn` and `notPaused` say that VICIdial did not get so far. Asks for a
   * call to a lead that does not exist.
   */
  mayDialByHand(agentUser: string): Answer<boolean>;
}

export function createAgentProbe(options: ConnectionOptions): AgentProbe {
  const { signed } = createCaller({ path: '/agc/api.php', ...options });
  return {
    listed: (name, nobody) =>
      signed(name, { agent_user: input('agent_user', nobody), ...REQUESTS[name] }, NEVER_DONE, readListed),
    mayDialByHand: async (agentUser) => {
      const inputs = { agent_user: input('agent_user', agentUser), ...NO_LEAD };
      const answer = await signed('external_dial', inputs, NEVER_DONE);
      if (answer.ok) return answer;
      if (answer.failure.code === 'manualDialNotAllowed') return ok(false);
      return answer.failure.code === 'leadNotFound' ? ok(true) : fail(answer.failure);
    },
  };
}

const readListed: ErrorReader<Listed> = (text) => {
  if (text.startsWith('auth USER DOES NOT HAVE PERMISSION')) return ok('notListed');
  return text.startsWith('agent_user is not logged in') ? ok('allowed') : null;
};
