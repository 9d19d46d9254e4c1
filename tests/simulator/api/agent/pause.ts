import { epochSeconds } from '../../clock.ts';
import {
  type AgentFunction,
  namesAgent,
  notValid,
  refusal,
  refuseUnlessValueHas,
  setColumns,
  success,
} from '../agent-call.ts';

const statusesThatCannotResume: readonly string[] = ['READY', 'QUEUE', 'INCALL', 'CLOSER'];
const longestPauseCode = 6;

const externalPause: AgentFunction = {
  target: 'agent',
  // Any value that holds the word is stored, PAUSENOW too; the screen then ignores what it does not know.
  refuse: refuseUnlessValueHas(['PAUSE', 'RESUME']),
  run(call, agent) {
    const value = call.p('value');
    if (value.includes('RESUME') && statusesThatCannotResume.includes(agent.status)) {
      return refusal('external_pause agent is not paused', `${value}|${agent.user}`);
    }
    const epoch = epochSeconds(call.clock);
    setColumns(call, agent, { external_pause: `${value}!${epoch}` });
    return success('external_pause function set', `${value}|${epoch}|${agent.user}`);
  },
};

const pauseCode: AgentFunction = {
  target: 'agent',
  refuse(p) {
    const { length } = p('value');
    return namesAgent(p) && length >= 1 && length <= longestPauseCode ? null : notValid(p);
  },
  // Not compared with the campaign's codes.
  run(call, agent) {
    if (agent.status !== 'PAUSED') return refusal('pause_code error - agent is not paused', agent.user);
    setColumns(call, agent, { external_pause_code: call.p('value') });
    return success('pause_code function sent', agent.user);
  },
};

const logout: AgentFunction = {
  target: 'agent',
  refuse: refuseUnlessValueHas(['LOGOUT']),
  // The same column as external_pause: a pause sent just before is lost.
  run(call, agent) {
    setColumns(call, agent, { external_pause: 'LOGOUT' });
    return success('logout function set', `${call.p('value')}|${epochSeconds(call.clock)}|${agent.user}`);
  },
};

export const pauseFunctions = { external_pause: externalPause, pause_code: pauseCode, logout };
