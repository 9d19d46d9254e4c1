import { withAsked } from '../agent/call/asked-phase.ts';
import { whyNotNow } from '../agent/call/call-actions.ts';
import { personOnCall } from '../agent/call/page-person.ts';
import type { PagePerson } from '../agent/dial/dial.ts';
import type { PageFieldsView } from '../messages/panel-state.ts';
import type { SessionState, SessionStore } from '../session/session-store.ts';
import { isPushable } from '../vicidial/agent-api/pushed-fields.ts';
import type { AgentClient } from '../vicidial/client.ts';
import { PERSON_COLUMNS } from './records/person-columns.ts';

const SAID = ['firstName', 'lastName', 'email'] as const satisfies readonly (keyof PagePerson)[];

/**
 * What the page that the call was clicked on says of its customer, and the agent may write to the lead on his screen; null where
 * there is no such call, or nobody may.
 */
export function pageFieldsOf(session: SessionState): PageFieldsView | null {
  return session.mayPushFields === true ? fieldsOnCall(session) : null;
}

function fieldsOnCall(session: SessionState): PageFieldsView | null {
  const { connection, dial } = session;
  const agent = withAsked(session.agent, session.askedPhase);
  // A relay passes on what its administrator has listed, and this is not among it.
  if (!connection || connection.relay || whyNotNow('pushFields', agent) !== null) return null;
  const person = personOnCall(dial, agent);
  if (!dial || !person) return null;
  const fits = (field: (typeof SAID)[number]) => isPushable(PERSON_COLUMNS[field], person[field] ?? '');
  const said = SAID.filter((field) => person[field] !== undefined);
  return {
    dialId: dial.id,
    person: Object.fromEntries(said.filter(fits).map((field) => [field, person[field]])),
    unfit: said.filter((field) => !fits(field)).map((field) => person[field] ?? ''),
  };
}

export interface PageFieldsRight {
  /** Finds out, once in a session and not before a page says something of a call, whether the login may write it. */
  look(): Promise<void>;
}

export function createPageFieldsRight(deps: {
  readonly store: SessionStore;
  readonly client: () => AgentClient | null;
}): PageFieldsRight {
  const { store } = deps;
  // What could not be found out is asked for again with the next call.
  let askedFor: string | null = null;
  return {
    async look() {
      const { connection, mayPushFields } = store.current();
      const view = mayPushFields === null ? fieldsOnCall(store.current()) : null;
      const client = deps.client();
      const question = `${connection?.id} ${view?.dialId}`;
      if (!connection || !view || !client || askedFor === question) return;
      askedFor = question;
      const answer = await client.mayUpdateFields();
      if (!answer.ok || store.current().connection?.id !== connection.id) return;
      await store.keep({ mayPushFields: answer.value });
    },
  };
}
