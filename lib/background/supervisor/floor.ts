import type {
  CampaignChangeRequest,
  CampaignRow,
  Hopper,
  LoggedInAgent,
  QueueRow,
  QueuesRequest,
  SupervisorAnswer,
} from '../../messages/supervisor.ts';
import { ok } from '../../result.ts';
import { createCampaignClient } from '../../vicidial/non-agent-api/campaign-client.ts';
import { createSupervisorClient } from '../../vicidial/non-agent-api/supervisor-client.ts';
import type { Ask } from './ask.ts';
import type { SharedAnswers } from './shared-answers.ts';

/** Of thousands nobody reads more; the page says so. */
const MOST_IN_HOPPER = 50;

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
}

export function createFloor(ask: Ask, shared: SharedFloor): Floor {
  const readQueues = async ({ kind, names }: QueuesRequest): Promise<SupervisorAnswer<readonly QueueRow[]>> => {
    const rows: QueueRow[] = [];
    for (const name of names) {
      const answer = await ask((options) => {
        const client = createSupervisorClient(options);
        return kind === 'ingroup' ? client.ingroups([name]) : client.userGroups([name]);
      });
      if (!answer.ok) return answer;
      const { callsWaiting, agents, inCalls, waiting, paused, inWrapUp, dialling } = answer.value;
      rows.push({ name, callsWaiting, agents, inCalls, waiting, paused, inWrapUp, dialling });
    }
    return ok(rows);
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
