import { findCampaign, findUser, type LiveAgent, type World } from '../../world.ts';
import { type LinesAnswer, refusal } from '../agent-call.ts';

export function usesQueue(world: World, agent: LiveAgent): boolean {
  return findCampaign(world, agent.campaign_id)?.api_manual_dial.startsWith('QUEUE') ?? false;
}

export function isPausedAndFree(agent: LiveAgent): boolean {
  return agent.status === 'PAUSED' && Number(agent.lead_id) < 1;
}

// Exactly 1: the other values of the flag do not help here, recorded in dial.manual_2.
export function mayDialByHand(world: World, agent: LiveAgent): boolean {
  return findUser(world, agent.user)?.agentcall_manual === '1';
}

export function refusalOfManualDial(agent: LiveAgent): LinesAnswer {
  return refusal('agent_user is not allowed to place manual dial calls', agent.user);
}
