import { readFileSync } from 'node:fs';

type Fields = Readonly<Record<string, string>>;

/** One recorded request with the answer of the real program; see the file for the rest of its fields. */
export interface RecordedCase {
  readonly id: string;
  readonly api: 'agent' | 'non-agent';
  readonly state: readonly string[];
  readonly method: string;
  /** Sent in the body of a POST, else in the query string. */
  readonly request: Fields;
  /** Sent in the query string of a POST. */
  readonly query_string_params?: Fields;
  readonly request_headers?: Fields;
  readonly setup_sql?: string;
  readonly preceded_by?: readonly RecordedStep[];
  readonly response: string;
  readonly http_status: number;
  readonly content_type: string;
  readonly cors_headers?: Fields;
  /** What the database held afterwards: a description, and rows with their columns joined by bars. */
  readonly effect?: Readonly<Record<string, readonly string[]>>;
}

export interface RecordedRequest {
  readonly request: Fields;
  readonly method: string;
  readonly response: string;
  readonly http_status: number;
}

/** Something that happened before: another request, or what the agent's screen asked its server for. */
export type RecordedStep =
  | RecordedRequest
  | { readonly agent_screen_step: readonly string[]; readonly agent_side_answer: string };

export function readRecordedCases(): RecordedCase[] {
  return readJson('../../corpus/vicidial-conformance.json') as RecordedCase[];
}

/** Case id to the reason why the simulator does not answer it as recorded. */
export function readLeftOut(): Readonly<Record<string, string>> {
  return readJson('../conformance-left-out.json') as Record<string, string>;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

const someMoment = 1_795_211_363;
const lockSeconds = 900;

/**
 * The second a case was recorded in, read from what it left behind, so that the parts marked volatile are compared too.
 * Cases that show no time give any.
 */
export function momentOf(texts: readonly string[]): number {
  const text = texts.join('\n');
  const lockedSince = text.match(/UNIX_TIMESTAMP\(last_login_date\) < (\d{10})\b/)?.[1];
  if (lockedSince) return Number(lockedSince) + lockSeconds;
  return Number(text.match(/\b(1795\d{6})\b/)?.[1] ?? someMoment);
}

/** The recorded cases whose web server had CORS switched on, and for whom. */
export const recordedCorsOrigins = [
  'https://crm.example.com',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
] as const;

export function needsCors(recorded: RecordedCase): boolean {
  return recorded.state.includes('cors-configured');
}
