import { findCampaign, type LiveAgent, type World } from '../../world.ts';
import { type AgentAnswer, type AgentFunction, namesAgent, refusal, setColumns, success } from '../agent-call.ts';
import { isPausedAndFree, mayDialByHand, refusalOfManualDial } from './manual-dial.ts';

const previewActions: readonly string[] = ['SKIP', 'DIALONLY', 'ALTDIAL', 'ADR3DIAL', 'FINISH'];

const previewDialAction: AgentFunction = {
  target: 'agent',
  refuse: (p) =>
    namesAgent(p) && previewActions.includes(p('value'))
      ? null
      : refusal('preview_dial_action not valid', `${p('value')}||${p('agent_user')}|${p('alt_user')}`),
  // It succeeds without a preview too, and overwrites a dial request that waits: the one way to take that back.
  run(call, agent) {
    const value = call.p('value');
    const refused = refusePreviewAction(call.world, agent, value);
    if (refused) return refused;
    setColumns(call, agent, { external_dial: value });
    return success('preview_dial_action function set', `${value}|${agent.user}|${value}`);
  },
};

function refusePreviewAction(world: World, agent: LiveAgent, value: string): AgentAnswer | null {
  const campaign = findCampaign(world, agent.campaign_id);
  const preview = campaign?.manual_preview_dial ?? 'DISABLED';
  const alternatives = campaign?.alt_number_dialing ?? 'N';
  const where = `${agent.user}|${agent.campaign_id}`;
  if (preview === 'DISABLED') return refusal('preview dialing not allowed on this campaign', `${where}|${preview}`);
  if (preview === 'PREVIEW_ONLY' && value === 'SKIP') {
    return refusal('preview dial skipping not allowed on this campaign', `${where}|${preview}`);
  }
  if (alternatives === 'N' && ['ALTDIAL', 'ADR3DIAL', 'FINISH'].includes(value)) {
    return refusal('alt number dialing not allowed on this campaign', `${where}|${alternatives}`);
  }
  if (!isPausedAndFree(agent)) return refusal('agent_user is not paused', agent.user);
  return mayDialByHand(world, agent) ? null : refusalOfManualDial(agent);
}

export const previewFunctions = { preview_dial_action: previewDialAction };
