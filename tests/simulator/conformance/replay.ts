import type { ManualClock } from '../clock.ts';
import type { Dialer } from '../dialer.ts';
import { runAgentSideStep } from './agent-side.ts';
import { readEffects } from './effects.ts';
import { momentOf, type RecordedCase, type RecordedRequest, type RecordedStep } from './recorded-case.ts';
import { runRecordedSql } from './recorded-sql.ts';
import { type Reply, send } from './send.ts';

const paths = { agent: '/agc/api.php', 'non-agent': '/vicidial/non_agent_api.php' };
const corsHeaders = ['access-control-allow-origin', 'access-control-allow-methods', 'access-control-allow-headers'];

/** What is compared of a case: everything that was recorded of its answer and of what it left behind. */
export interface Outcome {
  readonly response: string;
  readonly status: number;
  readonly contentType: string;
  readonly cors: Readonly<Record<string, string>>;
  readonly effect: Readonly<Record<string, readonly string[]>>;
  readonly before: readonly string[];
}

export function recordedOutcome(recorded: RecordedCase): Outcome {
  return {
    response: recorded.response,
    status: recorded.http_status,
    contentType: recorded.content_type,
    cors: recorded.cors_headers ?? {},
    effect: recorded.effect ?? {},
    before: (recorded.preceded_by ?? []).flatMap((step) => ('request' in step ? [step.response] : [])),
  };
}

/** Puts the dialer into the state of a case, sends what was sent, and reads what came of it. */
export async function replay(dialer: Dialer, clock: ManualClock, recorded: RecordedCase): Promise<Outcome> {
  dialer.reset();
  clock.set(momentOf(textsOf(recorded)) * 1000);
  for (const sql of [recorded.setup_sql, unrecordedSql[recorded.id]]) {
    if (sql) runRecordedSql(dialer.world, clock, sql);
  }
  const before: string[] = [];
  for (const step of stepsBefore(recorded)) {
    if ('request' in step) before.push(await replayRequest(dialer, clock, recorded, step));
    else runAgentSideStep(dialer, step.agent_screen_step);
  }
  clock.set(momentOf(textsOf(recorded)) * 1000);
  const reply = await sendRecorded(dialer.url, recorded);
  return {
    response: reply.body,
    status: reply.status,
    contentType: reply.headers['content-type'] ?? '',
    cors: pickCors(reply),
    effect: readEffects(dialer.world, recorded, dialer.url),
    before,
  };
}

// The database of this case had counted on from the recording before it.
const unrecordedSql: Readonly<Record<string, string>> = {
  'notify.guess_type': "insert into vicidial_agent_notifications set notification_id='15'",
};

// The recording of this case names the step in its state only.
const unrecordedSteps: Readonly<Record<string, RecordedStep>> = {
  'dial.after_consumed': { agent_screen_step: ['dial', '7275551212', '1'], agent_side_answer: '' },
};

function stepsBefore({ id, preceded_by = [] }: RecordedCase): readonly RecordedStep[] {
  const unrecorded = unrecordedSteps[id];
  return unrecorded ? [...preceded_by, unrecorded] : preceded_by;
}

async function replayRequest(dialer: Dialer, clock: ManualClock, recorded: RecordedCase, step: RecordedRequest) {
  clock.set(momentOf([step.response]) * 1000);
  const api = step.request.function?.startsWith('external_') ? 'agent' : recorded.api;
  const reply = await sendRecorded(dialer.url, { api, method: step.method, request: step.request });
  return reply.body;
}

function sendRecorded(
  origin: string,
  recorded: Pick<RecordedCase, 'api' | 'method' | 'request' | 'query_string_params' | 'request_headers'>,
): Promise<Reply> {
  const isPost = recorded.method === 'POST';
  const query = new URLSearchParams(isPost ? recorded.query_string_params : recorded.request).toString();
  const headers = { ...(isPost ? formHeader : {}), ...recorded.request_headers };
  return send({
    method: recorded.method,
    url: `${origin}${paths[recorded.api]}${query === '' ? '' : `?${query}`}`,
    headers,
    ...(isPost ? { body: new URLSearchParams(recorded.request).toString() } : {}),
  });
}

const formHeader = { 'Content-Type': 'application/x-www-form-urlencoded' };

function textsOf({ response, effect = {} }: RecordedCase): string[] {
  return [response, ...Object.values(effect).flat()];
}

function pickCors({ headers }: Reply): Record<string, string> {
  return Object.fromEntries(corsHeaders.flatMap((name) => (name in headers ? [[name, String(headers[name])]] : [])));
}
