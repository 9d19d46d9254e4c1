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

/** A function of the Non-Agent API: returns the whole body. */
export type NonAgentFunction = (call: NonAgentCall) => string;

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
