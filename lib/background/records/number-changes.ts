import { dialerClockOf, judgeCallbackTime } from '../../agent/call/callback-time.ts';
import type { AgentCallback } from '../../messages/call-control.ts';
import type {
  AddedNumberLead,
  LeadChange,
  NewNumberLead,
  NumberAnswer,
  NumberRights,
  UpdatedNumberLead,
} from '../../messages/number-details.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import { fail, ok } from '../../result.ts';
import type { SessionState } from '../../session/session-store.ts';
import type { Answer } from '../../vicidial/client.ts';
import { createDncClient } from '../../vicidial/non-agent-api/dnc-client.ts';
import { createLeadReader } from '../../vicidial/non-agent-api/lead-reader.ts';
import { createLeadWriter, type Written } from '../../vicidial/non-agent-api/lead-writer.ts';
import { createServiceProbe, type ServiceFunction } from '../../vicidial/set-up/service-probe.ts';
import { TIMEOUT_MS } from '../../vicidial/wire/transport.ts';
import { placeIn } from './number-place.ts';
import { askForWindow, type NumberQuestionDeps } from './number-question.ts';
import { columnsOf } from './person-columns.ts';
import type { ServiceLogin } from './service-login.ts';

export interface NumberChangesDeps extends Pick<NumberQuestionDeps, 'spaced'> {
  readonly service: ServiceLogin;
  readonly state: () => Pick<SessionState, 'connection' | 'agent'>;
  readonly now: () => number;
  /** VICIdial's number of the company's list for new leads; null where the agent names one. */
  readonly newLeadList: () => Promise<string | null>;
  /** Something was changed, or may have been: what was known of numbers is old. */
  readonly onChanged: () => void;
}

/** What an agent changes about a number and its lead, by his own press. Each is one request, and never repeated. */
export interface NumberChanges {
  /** What of it the login may do, asked once in a session by requests that do nothing. Fails with `noRight` where there is no login. */
  rights(): Promise<NumberAnswer<NumberRights>>;
  /** On the list of that campaign, which must be the agent's own now; null for the list of the whole dialer. */
  listDoNotCall(
    number: Pick<DialableNumber, 'nationalNumber'>,
    campaign: string | null,
  ): Promise<NumberAnswer<'added' | 'alreadyListed'>>;
  /** In the agent's own campaign, and for him alone or for anyone. */
  planCallback(leadId: string, callback: AgentCallback): Promise<NumberAnswer<null>>;
  /** Not where it is a lead in any list already, nor where it is on the system's do-not-call list or his campaign's. */
  addLead(
    number: Pick<DialableNumber, 'callingCode' | 'nationalNumber'>,
    lead: NewNumberLead,
  ): Promise<NumberAnswer<AddedNumberLead>>;
  /** Writes what is given, and leaves everything else of the lead as it is. */
  updateLead(leadId: string, change: LeadChange): Promise<NumberAnswer<UpdatedNumberLead>>;
  /** As its second number, where it has none by now, and is of that country. */
  giveNumber(
    number: Pick<DialableNumber, 'callingCode' | 'nationalNumber'>,
    leadId: string,
  ): Promise<NumberAnswer<'given' | 'taken'>>;
  /** How many went. */
  removeCallbacks(leadId: string): Promise<NumberAnswer<number>>;
}

type LoginRights = Omit<NumberRights, 'newLeadList'>;

export function createNumberChanges(deps: NumberChangesDeps): NumberChanges {
  const { service, state, now, newLeadList, onChanged } = deps;
  const asking = { session: () => state().connection?.id ?? null, spaced: deps.spaced };
  // Of another worker's answers nothing is known: they are asked for once more.
  const known = new Map<string, Promise<NumberAnswer<LoginRights>>>();

  const askRights = async (): Promise<NumberAnswer<LoginRights>> => {
    const probe = service.client(createServiceProbe);
    const may = async (name: ServiceFunction): Promise<NumberAnswer<boolean>> => {
      const answer = await askForWindow(asking, probe, (client) => client.right(name));
      return answer.ok ? ok(answer.value === 'allowed') : answer;
    };
    const leads = await may('update_lead');
    if (!leads.ok) return leads;
    const add = await may('add_lead');
    if (!add.ok) return add;
    const doNotCall = await may('add_dnc_phone');
    return doNotCall.ok ? ok({ leads: leads.value, add: add.value, doNotCall: doNotCall.value }) : doNotCall;
  };

  async function change<C extends object, T>(
    client: C | null,
    ask: (client: C) => Answer<T>,
  ): Promise<NumberAnswer<T>> {
    const answer = await askForWindow(asking, client, ask);
    onChanged();
    return answer;
  }

  const writer = () => service.client(createLeadWriter, TIMEOUT_MS);

  const loginRights = () => {
    const session = state().connection?.id ?? '';
    const before = known.get(session);
    if (before) return before;
    const answer = askRights();
    known.clear();
    known.set(session, answer);
    void answer.then(({ ok: isOk }) => isOk || known.delete(session));
    return answer;
  };

  return {
    async rights() {
      const rights = await loginRights();
      return rights.ok ? ok({ ...rights.value, newLeadList: await newLeadList() }) : rights;
    },
    async listDoNotCall({ nationalNumber }, campaign) {
      const own = state().agent.campaign;
      if (campaign !== null && own === null) return fail({ code: 'noCampaign' });
      if (campaign !== null && own !== campaign) return fail({ code: 'otherCampaign' });
      const where = campaign === null ? 'system' : { campaign };
      return change(service.client(createDncClient, TIMEOUT_MS), (client) => client.add(nationalNumber, where));
    },
    async planCallback(leadId, callback) {
      const { connection, agent } = state();
      if (!connection) return fail({ code: 'notSignedIn' });
      const { campaign } = agent;
      if (campaign === null) return fail({ code: 'noCampaign' });
      // VICIdial takes any date, and then calls back at once or never.
      if (judgeCallbackTime(callback.at, dialerClockOf(connection.clockAheadMs, now()), now()) === 'past')
        return fail({ code: 'callbackPast' });
      const mine = callback.type === 'USERONLY' ? { user: connection.agentUser } : {};
      const planned = await change(writer(), (client) =>
        client.planCallback(leadId, { ...callback, campaign, ...mine }),
      );
      if (!planned.ok) return planned;
      switch (planned.value) {
        case 'added':
          return ok(null);
        case 'userUnknown':
          return fail({ code: 'callbackUserUnknown' });
        case 'campaignUnknown':
          return fail({ code: 'vicidial', failure: { code: 'campaignNotFound' } });
      }
    },
    async addLead({ callingCode, nationalNumber }, { listId, ...person }) {
      const { campaign } = state().agent;
      const lead = {
        ...{ callingCode, nationalNumber, duplicates: { in: 'SYS' } as const },
        fields: columnsOf(person),
        doNotCall: campaign === null ? {} : { campaign },
      };
      const added = await change(writer(), async (client) =>
        client.add({ ...lead, listId: (await newLeadList()) ?? listId }),
      );
      if (!added.ok) return added;
      switch (added.value.outcome) {
        case 'added':
          return ok({ outcome: 'added', isAltered: isAltered(added.value) });
        case 'duplicate':
          return ok(added.value);
        case 'doNotCall':
          return ok({ outcome: 'doNotCall' });
      }
    },
    async updateLead(leadId, values) {
      const updated = await change(writer(), (client) => client.update(leadId, columnsOf(values)));
      return updated.ok ? ok({ isAltered: isAltered(updated.value) }) : updated;
    },
    async giveNumber(number, leadId) {
      // Another agent, or another window, may have been quicker: nothing that stands there is overwritten.
      const lead = await askForWindow(asking, service.client(createLeadReader), (client) => client.lead(leadId));
      if (!lead.ok) return lead;
      const isFree = lead.value?.phone_code === number.callingCode && placeIn(lead.value, number) === 'free';
      if (!isFree) return ok('taken');
      const given = await change(writer(), (client) => client.update(leadId, { alt_phone: number.nationalNumber }));
      return given.ok ? ok('given') : given;
    },
    removeCallbacks: (leadId) => change(writer(), (client) => client.removeCallbacks(leadId)),
  };
}

function isAltered({ altered }: Written): boolean {
  return (altered ?? []).length > 0;
}
