import type { Telephone } from '../telephone/telephone.ts';
import { type Clock, findCampaign, findLiveAgent, type LiveAgent, type World } from '../world.ts';
import type { PhoneSettings } from './phone-settings.ts';

/** What the server side of the agent screens works on. */
export interface ScreenContext {
  readonly world: World;
  readonly clock: Clock;
  readonly telephone: Telephone;
  readonly phones: PhoneSettings;
  /** Where this dialer is reached, for the addresses it hands out. */
  readonly origin: () => string;
  readonly options: ScreenOptions;
}

/** Settings of the site that no table holds. Read at login. */
export interface ScreenOptions {
  agentDisable: boolean;
}

/** The fields of a request, as the page sent them. */
export type StepForm = ReadonlyMap<string, string>;

export function fieldOf(form: StepForm, name: string): string {
  return form.get(name) ?? '';
}

/** The live row that the screen asking may act on: its own user's, while no newer screen of his has taken over. */
export function agentOf(context: ScreenContext, form: StepForm): LiveAgent | undefined {
  const user = fieldOf(form, 'user');
  return isCurrentSession(context.world, user, fieldOf(form, 'session_name'))
    ? findLiveAgent(context.world, user)
    : undefined;
}

export function hasWebSession(world: World, sessionName: string): boolean {
  return world.web_client_sessions.some((row) => row.session_name === sessionName);
}

/** A second login leaves the first screen's session row behind; the newest row is the one that counts. */
function isCurrentSession(world: World, user: string, sessionName: string): boolean {
  const rows = world.web_client_sessions.filter((row) => row.user.toLowerCase() === user.toLowerCase());
  return rows.at(-1)?.session_name === sessionName;
}

export function campaignOf(context: ScreenContext, agent: LiveAgent) {
  const campaign = findCampaign(context.world, agent.campaign_id);
  if (!campaign) throw new Error(`agent ${agent.user} is in campaign ${agent.campaign_id}, which does not exist`);
  return campaign;
}

/** Changes an agent's live row and tells those who listen. */
export function updateAgent(context: ScreenContext, agent: LiveAgent, columns: Partial<LiveAgent>): void {
  Object.assign(agent, columns);
  context.world.changed('live_agents', agent.user);
}
