import type { DialPolicy, DialRecord } from '../../../lib/agent/dial/dial.ts';
import { createDialling } from '../../../lib/background/dialling/dialling.ts';
import { createSessionStore, type SessionArea } from '../../../lib/session/session-store.ts';
import { agentIn, NOW, NUMBER, POLICY } from '../agent/dials.ts';
import { settle, signedInArea } from './rig.ts';

const NOTHING = async () => undefined;

export type Parameters = Readonly<Record<string, string>>;

export interface DeskAnswers {
  /** Answers a question to the Non-Agent API; null for never. */
  readonly service: (asked: Parameters) => string | null | Promise<string>;
  readonly dial?: ((asked: Parameters) => string) | undefined;
}

export interface DeskOptions {
  readonly hasService?: boolean;
  readonly policy?: DialPolicy;
  /** What a worker before has left. */
  readonly before?: SessionArea | undefined;
}

/** A worker with a paused agent, whose sign-in has a second login, and the dialer behind it. */
export async function createServiceDesk({ service, dial = dialled }: DeskAnswers, options: DeskOptions = {}) {
  const { hasService = true, policy = POLICY, before } = options;
  const area = before ?? (await signedInArea());
  const store = createSessionStore(area);
  await store.load();
  const { connection } = store.current();
  const statusCredential = hasService ? { user: 'api8', password: 'level8pass' } : null;
  if (!before) {
    const agent = agentIn('paused', { readAt: NOW });
    await store.update({ agent, connection: connection && { ...connection, statusCredential } });
  }
  const asked: Parameters[] = [];
  let [inFlight, mostAtOnce] = [0, 0];
  const timers: { readonly ms: number; readonly task: () => void }[] = [];
  const fetch = (async (_url: string, init?: RequestInit) => {
    const parameters = Object.fromEntries(new URLSearchParams(String(init?.body)));
    asked.push(parameters);
    mostAtOnce = Math.max(mostAtOnce, ++inFlight);
    const answer = await (parameters.function === 'external_dial' ? dial(parameters) : service(parameters));
    inFlight--;
    return answer === null ? new Promise<Response>(() => {}) : new Response(answer);
  }) as typeof globalThis.fetch;
  let ids = 0;
  const dialling = createDialling({
    ...{ store, fetch, now: () => NOW, random: () => 0.5, policy: async () => policy },
    session: () => ({ takeReading: NOTHING, takeFailure: NOTHING, end: NOTHING }),
    after: (ms, task) => {
      const timer = { ms, task };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    callTime: async () => null,
    newLeadList: async () => null,
    openConfirmation: NOTHING,
    keepConfirmation: NOTHING,
    closeConfirmation: NOTHING,
    newId: () => `dial-${++ids}`,
    isScreenTab: async () => true,
    keepTab: NOTHING,
  });
  const names = () => asked.map((one) => one.function);
  /** Lets everything go on that waits for nobody. */
  const turn = async () => {
    for (let turns = 0; turns < 20; turns++) await settle();
  };
  return {
    ...{
      area,
      store,
      asked,
      timers,
      names,
      turn,
      dials: dialling.dials,
      lookups: dialling.lookups,
      details: dialling.details,
      readServer: dialling.watch.readServer,
    },
    async click(record: DialRecord | null = null) {
      await dialling.dials.start({ number: NUMBER, source: 'page', confirm: [], record });
      await turn();
    },
    sent: () => asked.filter((one) => one.function === 'external_dial'),
    mostAtOnce: () => mostAtOnce,
    /** Another dial may begin. */
    async free() {
      await store.update({ dial: null, agent: agentIn('paused', { readAt: NOW }), lastSentAt: 0 });
    },
  };
}

/** What VICIdial answers to a dial request that it takes. */
export function dialled({ value, phone_code: code, vendor_id: vendor = '', alt_dial: alt = '' }: Parameters): string {
  return `SUCCESS: external_dial function set - ${value}|1000|${code}|YES|NO|NO|${vendor}|1795211352||||${alt}\n`;
}
