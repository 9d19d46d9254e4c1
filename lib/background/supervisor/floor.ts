import type {
  CampaignChangeRequest,
  CampaignRow,
  Hopper,
  LiveCounts,
  LoggedInAgent,
  QueueRow,
  QueuesRequest,
  SupervisorAnswer,
  SupervisorProblem,
} from '../../messages/supervisor.ts';
import { ok, type Result } from '../../result.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import { createCampaignClient } from '../../vicidial/non-agent-api/campaign-client.ts';
import { createSupervisorClient, type SupervisorClient } from '../../vicidial/non-agent-api/supervisor-client.ts';
import { isLoginRefused } from '../session/refused-login.ts';
import type { Ask } from './ask.ts';
import type { SharedAnswers } from './shared-answers.ts';

/** Of thousands nobody reads more; the page says so. */
const MOST_IN_HOPPER = 50;

/** After so many in a row that failed the rest is not asked for: each may cost eight seconds, and what else is asked for waits. */
const MOST_LOST = 2;

/** Who does what now, and what waits. */
export interface Floor {
  agents(): Promise<SupervisorAnswer<readonly LoggedInAgent[]>>;
  campaigns(): Promise<SupervisorAnswer<readonly CampaignRow[]>>;
  /** The leads that wait in the campaign's hopper. */
  hopper(request: { readonly campaign: string }): Promise<SupervisorAnswer<Hopper>>;
  /** One request for each, one after the other: VICIdial adds up what it is asked for at once. */
  queues(request: QueuesRequest): Promise<SupervisorAnswer<readonly QueueRow[]>>;
  changeCampaign(request: CampaignChangeRequest): Promise<SupervisorAnswer<null>>;
}

/** What is asked for once for everybody who looks. */
export interface SharedFloor {
  readonly agents: SharedAnswers<readonly LoggedInAgent[]>;
  readonly queues: SharedAnswers<readonly QueueRow[]>;
  /** The name with which the next round begins, where the last one stopped before it. */
  readonly nextQueue: Map<QueuesRequest['kind'], string>;
}

export function createFloor(ask: Ask, shared: SharedFloor): Floor {
  const readQueues = async ({ kind, names }: QueuesRequest): Promise<SupervisorAnswer<readonly QueueRow[]>> => {
    const told = new Map<string, SupervisorAnswer<LiveCounts>>();
    // So that those that fail each time keep nobody from those behind them.
    const first = Math.max(0, names.indexOf(shared.nextQueue.get(kind) ?? ''));
    let lost = 0;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      if (lost === MOST_LOST) {
        shared.nextQueue.set(kind, name);
        break;
      }
      const counts = await ask((options) => countsOf(createSupervisorClient(options), kind, name));
      if (!counts.ok && isOfAll(counts.failure)) return counts;
      lost = counts.ok ? 0 : lost + 1;
      told.set(name, counts);
    }
    const answers = [...told.values()];
    const last = answers.at(-1);
    // Where nothing was told, what was told before is still the best that is known.
    if (last?.ok === false && answers.every((counts) => !counts.ok)) return last;
    return ok(names.map((name) => ({ name, counts: told.get(name) ?? null })));
  };

  return {
    agents: () => shared.agents('', () => ask((options) => createSupervisorClient(options).agents())),
    campaigns: () => ask((options) => createSupervisorClient(options).campaigns()),
    async hopper({ campaign }) {
      const leads = await ask((options) => createSupervisorClient(options).hopper(campaign));
      return leads.ok ? ok({ count: leads.value.length, first: leads.value.slice(0, MOST_IN_HOPPER) }) : leads;
    },
    queues: (request) => shared.queues([request.kind, ...request.names].join('|'), () => readQueues(request)),
    changeCampaign: (request) =>
      ask((options) =>
        createCampaignClient(options).update(
          request.campaign,
          request.kind === 'active' ? { active: request.active } : { dialLevel: request.dialLevel },
        ),
      ),
  };
}

async function countsOf(
  client: SupervisorClient,
  kind: QueuesRequest['kind'],
  name: string,
): Promise<Result<LiveCounts, VicidialFailure>> {
  const answer = await (kind === 'ingroup' ? client.ingroups([name]) : client.userGroups([name]));
  if (!answer.ok) return answer;
  const { callsWaiting, agents, inCalls, waiting, paused, inWrapUp, dialling } = answer.value;
  return ok({ callsWaiting, agents, inCalls, waiting, paused, inWrapUp, dialling });
}

/** Says nothing of one in-group alone: the next would be answered the same. */
function isOfAll(problem: SupervisorProblem): boolean {
  return problem.code !== 'vicidial' || problem.failure.code === 'notPermitted' || isLoginRefused(problem.failure);
}
