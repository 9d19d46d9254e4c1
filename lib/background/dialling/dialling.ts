import { type DialPolicy, isBeforeSending } from '../../agent/dial/dial.ts';
import type { AgentState, StatusReading } from '../../agent/state/agent-state.ts';
import { isRefuted } from '../../agent/state/refuted-phase.ts';
import { ok } from '../../result.ts';
import { type Connection, hasDetail } from '../../session/connection.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { AgentClient } from '../../vicidial/client.ts';
import type { VicidialFailure } from '../../vicidial/failure.ts';
import { createLeadReader } from '../../vicidial/non-agent-api/lead-reader.ts';
import { createNumberClient } from '../../vicidial/non-agent-api/number-client.ts';
import { createPageFieldsRight } from '../page-fields.ts';
import { whyNoPreview } from '../previews.ts';
import { createDoNotCall } from '../records/do-not-call.ts';
import { createLeads, LEAD_WAIT_MS } from '../records/leads.ts';
import { createNumberChanges } from '../records/number-changes.ts';
import { createNumberDetails } from '../records/number-details.ts';
import { createNumberLookups, SPACING_MS } from '../records/number-lookups.ts';
import { createServiceLogin } from '../records/service-login.ts';
import { createRequestLine } from '../request-line.ts';
import { isLoginRefused } from '../session/refused-login.ts';
import { agentClientOf, readStatus } from '../session/sign-in.ts';
import { tellFailures } from '../session/told-failures.ts';
import { createScreenWatch, type ScreenWatchDeps } from '../status/screen-watch.ts';
import { createStatusWatch } from '../status/status-watch.ts';
import { createAgentCommands } from './agent-commands.ts';
import { type CallControl, createCallControl } from './call-control.ts';
import { createDialCoordinator, type DialCoordinatorDeps } from './dial-coordinator.ts';
import { createControlSpacing } from './spaced-controls.ts';
import { createPauseSpacing } from './spaced-pauses.ts';
import { createSpacing } from './spaced-requests.ts';

type QuestionPorts = Pick<DialCoordinatorDeps, 'openConfirmation' | 'keepConfirmation' | 'closeConfirmation' | 'newId'>;

/** What lies outside of dialling; a simulation gives its own clock, network and storage. */
export interface DiallingPorts extends QuestionPorts, Pick<ScreenWatchDeps, 'isScreenTab' | 'keepTab'> {
  readonly store: SessionStore;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Runs `task` after `ms`; the returned function takes it back. */
  readonly after: (ms: number, task: () => void) => () => void;
  readonly random: () => number;
  readonly policy: () => Promise<DialPolicy>;
  /** VICIdial's id of the hours in which the company calls; null where it has named none. */
  readonly callTime: () => Promise<string | null>;
  /** VICIdial's number of the list that new leads go into, by the company's word; null for none. */
  readonly newLeadList: () => Promise<string | null>;
  /** Where readings and failures are taken in; asked for when there are some, because it tells the dials of both. */
  readonly session: () => {
    takeReading(reading: StatusReading): Promise<void>;
    takeFailure(failure: VicidialFailure): Promise<void>;
    end(problem: VicidialFailure): Promise<void>;
  };
}

/** Everything that reads the agent's state, dials, and works on his calls, joined. */
export function createDialling(ports: DiallingPorts) {
  const { store, fetch, now, after, session } = ports;
  const sleep = (ms: number) => new Promise<void>((resolve) => void after(ms, resolve));

  const spacePauses = createPauseSpacing({ now, sleep });
  const spaceControls = createControlSpacing({ now, sleep, screen: () => store.current().screen });
  const line = createRequestLine();
  // What has waited until its session was over is not sent: a refused password is tried once, and nobody acts for who has left.
  const fetchIn =
    ({ id }: Connection): typeof fetch =>
    async (...args) => {
      if (store.current().connection?.id !== id) throw new Error('The session of this request is over');
      return fetch(...args);
    };
  const client = (): AgentClient | null => {
    const { connection } = store.current();
    if (!connection) return null;
    return tellFailures(
      spaceControls(spacePauses(line.keep(agentClientOf(connection, fetchIn(connection))))),
      async (failure) => {
        if (store.current().connection?.id !== connection.id) return;
        if (isRefuted(store.current().agent.phase, failure)) void watch.readServer();
        if (!isLoginRefused(failure)) return;
        await session().end(failure);
        await dials.readingFailed(failure);
      },
    );
  };

  const ask = (connection: Connection) => readStatus(connection, fetchIn(connection));
  /** A refused login for the live detail is no end of what is being read for: the agent's own tells of a call, too. */
  const readServer = async (connection: Connection) => {
    const read = await ask(connection);
    if (read.ok || !hasDetail(connection) || !isLoginRefused(read.failure)) return read;
    if (store.current().connection?.id !== connection.id) return read;
    await session().takeFailure(read.failure);
    const { connection: left } = store.current();
    return left ? ask(left) : read;
  };

  const watch = createStatusWatch({
    store,
    read: (fromServer) => {
      const { connection } = store.current();
      const seen = fromServer ? null : screens.reading();
      if (connection && seen) return Promise.resolve(ok(seen));
      return connection && line.inTurn(() => readServer(connection));
    },
    onReading: (reading) => session().takeReading(reading),
    onFailure: async (failure) => {
      await session().takeFailure(failure);
      await dials.readingFailed(failure);
      await commands.readingFailed();
      await calls.readingFailed();
    },
    ...{ after, now, random: ports.random },
  });
  const service = createServiceLogin({ store, fetchIn, timeoutMs: LEAD_WAIT_MS });
  const leadReader = () => service.client(createLeadReader);
  const leads = createLeads({ reader: leadReader, after, inTurn: line.inTurn });
  const doNotCall = createDoNotCall({
    numbers: () => service.client(createNumberClient),
    campaign: () => store.current().agent.campaign,
    ...{ after, inTurn: line.inTurn },
  });
  const spacedQuestions = createSpacing({ now, sleep }, () => SPACING_MS);
  const lookups = createNumberLookups({
    numbers: () => service.client(createNumberClient),
    campaign: () => store.current().agent.campaign,
    callTime: ports.callTime,
    session: () => store.current().connection?.id ?? null,
    isDialling: () => {
      const { dial } = store.current();
      return dial !== null && isBeforeSending(dial);
    },
    ...{ spaced: spacedQuestions, inTurn: line.inTurn, now },
  });
  const details = createNumberDetails({
    ...{ service, spaced: spacedQuestions, now },
    connection: () => store.current().connection,
  });
  const changes = createNumberChanges({
    ...{ service, spaced: spacedQuestions, now, newLeadList: ports.newLeadList },
    state: store.current,
    onChanged: () => {
      details.forget();
      lookups.forget();
    },
  });
  const policy = async (): Promise<DialPolicy> => {
    const { whenListed, ...others } = await ports.policy();
    return whenListed !== undefined && doNotCall.canAsk() ? { ...others, whenListed } : others;
  };
  const dials = createDialCoordinator({
    ...ports,
    policy,
    listOf: doNotCall.listOf,
    whyNoPreview: (leadId, number) => whyNoPreview(details.leadNow, leadId, number),
    client,
    leads,
    requestReading: watch.request,
    readNow: watch.readNow,
    askServer: (afterMs) => watch.askServer(afterMs),
    resume: () => void commands.resumeAgain(),
  });
  const commands = createAgentCommands({ store, client, readNow: watch.readNow, after, now });
  // A parked customer and a third line are told by agent_status alone.
  const isDetailKnown = () => {
    const { connection } = store.current();
    return connection !== null && hasDetail(connection);
  };
  const calls: CallControl = createCallControl({
    ...{ store, client, now, sleep },
    requestReading: watch.request,
    readNow: watch.readNow,
    beforeLogOut: async () => {
      await Promise.all([calls.overtake(), dials.overtake()]);
      await store.keep({ pending: null });
    },
    readDetail: () => (isDetailKnown() ? watch.readServer() : watch.readNow()),
    requestDetail: (afterMs) => (isDetailKnown() ? watch.askServer(afterMs) : watch.request(afterMs)),
  });
  const pageFieldsRight = createPageFieldsRight({ store, client });
  const screens = createScreenWatch({
    store,
    takeReading: (reading) => session().takeReading(reading),
    onChange: () => dials.screenChanged(),
    isScreenTab: ports.isScreenTab,
    keepTab: ports.keepTab,
    after,
    now,
  });

  return {
    ...{
      client,
      watch,
      dials,
      commands,
      calls,
      screens,
      lookups,
      details,
      changes,
      fetchIn,
      leadReader,
      inTurn: line.inTurn,
    },
    listOf: doNotCall.listOf,
    whenListed: async () => (await policy()).whenListed,
    /** Tells everybody of a reading who acts on one. */
    onAgent: async (agent: AgentState) => {
      if (agent.source !== 'screen') await screens.judge(agent);
      await dials.agentRead(agent);
      await commands.agentRead(agent);
      await calls.agentRead(agent);
      void pageFieldsRight.look();
    },
  };
}
