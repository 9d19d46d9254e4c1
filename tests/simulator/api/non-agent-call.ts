import type { Clock } from '../clock.ts';
import type { User, World } from '../world.ts';
import type { Parameters } from './parameters.ts';

export interface NonAgentCall {
  readonly world: World;
  readonly clock: Clock;
  readonly p: Parameters;
  /** The signed-in API user. */
  readonly apiUser: User;
}

/** A response that is unlike the others: of another type, or of a program that died. */
export interface UnusualAnswer {
  readonly status?: number;
  readonly contentType?: string;
  readonly body: string;
}

/** A function of the Non-Agent API: returns the whole body. */
export type NonAgentFunction = (call: NonAgentCall) => string | UnusualAnswer;

/** What a function asks of the signed-in user beyond being on his list: his level, and flags of his row. */
export interface Needs {
  readonly level: 7 | 8 | 9;
  /** Columns that have to be `1`; all but the do-not-call functions and the reports of level 9 ask for API access. */
  readonly flags: readonly (keyof User)[];
  /** The highest `modify_leads` that will do; absent where leads are not touched. */
  readonly modifyLeadsUpTo?: number;
}

export function fulfils(user: User, { level, flags, modifyLeadsUpTo }: Needs): boolean {
  const modifyLeads = Number(user.modify_leads);
  return (
    Number(user.user_level) >= level &&
    flags.every((flag) => user[flag] === '1') &&
    (modifyLeadsUpTo === undefined || (modifyLeads >= 1 && modifyLeads <= modifyLeadsUpTo))
  );
}

/** A function behind its flags. `purpose` ends the sentence of the refusal: `USER DOES NOT HAVE PERMISSION TO ...`. */
export function restricted(needs: Needs, purpose: string, run: NonAgentFunction): NonAgentFunction {
  return (call) =>
    fulfils(call.apiUser, needs)
      ? run(call)
      : error(call, `USER DOES NOT HAVE PERMISSION TO ${purpose}: |${call.apiUser.user}|0|`);
}

/** An ERROR line of the function that was called. */
export function error({ p }: NonAgentCall, text: string): string {
  return `ERROR: ${p('function')} ${text}\n`;
}

/** Rows as `stage` and `header` ask for them. */
export function printRows(
  { p }: NonAgentCall,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const delimiter = delimiterOf(p('stage'));
  const lines = [...(p('header') === 'YES' ? [columns] : []), ...rows];
  return lines.map((row) => `${row.join(delimiter)}\n`).join('');
}

/** Whether the group of the API user may work with that campaign. */
export function mayUseCampaign({ world, apiUser }: NonAgentCall, campaignId: string): boolean {
  const allowed = world.user_groups.find((row) => row.user_group === apiUser.user_group)?.allowed_campaigns ?? '';
  return [' -ALL-CAMPAIGNS- ', ` ${campaignId} `].some((name) => allowed.includes(name));
}

/** Whether that list is open to the API user: any list, unless his row restricts him to those of his campaigns. */
export function mayUseList(call: NonAgentCall, listId: string): boolean {
  if (call.apiUser.api_list_restrict !== '1') return true;
  const list = call.world.lists.find((row) => row.list_id === listId);
  return list !== undefined && mayUseCampaign(call, list.campaign_id);
}

/** The column separator that `stage` asks for; an unknown one falls back to bars. CSV is not quoted. */
export function delimiterOf(stage: string): string {
  switch (stage) {
    case 'csv':
      return ',';
    case 'tab':
      return '\t';
    default:
      return '|';
  }
}

/** True when the group of the API user may see rows of that user group. */
export function mayView({ world, apiUser }: NonAgentCall, userGroup: string): boolean {
  const viewable = world.user_groups.find((row) => row.user_group === apiUser.user_group)?.admin_viewable_groups ?? '';
  return [' ---ALL--- ', ` ${userGroup} `].some((name) => viewable.includes(name));
}
