import type { SimRequest } from './route.ts';

/** One request as tests look at it. */
export interface LoggedRequest {
  readonly id: number;
  /** Milliseconds since 1970 on the dialer's clock, when the request had arrived completely. */
  readonly time: number;
  readonly method: string;
  readonly path: string;
  /** The API function, or the `ACTION` of an agent screen request; empty when there is none. */
  readonly function: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Null while no answer has left. */
  readonly status: number | null;
  /** The answer, at most 2 000 characters of it; null while none has left. */
  readonly answer: string | null;
  /** The kind of the fault that was applied. */
  readonly fault: string | null;
}

export interface LogFilter {
  readonly path?: string;
  readonly function?: string;
  readonly agentUser?: string;
}

const keptRequests = 20_000;
const keptAnswer = 2_000;
const masked = '***';

export interface RequestLog {
  /** In order of arrival. Passwords are masked, in answers too, unless asked for. */
  requests(filter?: LogFilter, options?: { readonly showPasswords?: boolean }): LoggedRequest[];
  /** Resolves with the first request that matches and is not yet in the log. */
  next(filter: LogFilter): Promise<LoggedRequest>;
  clear(): void;
}

/** The side of the log that the server writes. */
export interface RequestRecorder extends RequestLog {
  arrived(request: SimRequest, time: number, fault: string | null): number;
  answered(id: number, status: number, body: string | Uint8Array): void;
}

export function createRequestLog(): RequestRecorder {
  const entries = new Map<number, LoggedRequest>();
  let lastId = 0;
  const waiting = new Set<{ readonly filter: LogFilter; readonly resolve: (entry: LoggedRequest) => void }>();

  function tellWaiting(entry: LoggedRequest) {
    for (const waiter of waiting) {
      if (!matches(entry, waiter.filter)) continue;
      waiting.delete(waiter);
      waiter.resolve(withoutPasswords(entry));
    }
  }

  return {
    arrived(request, time, fault) {
      lastId += 1;
      const entry = {
        id: lastId,
        time,
        method: request.method,
        path: request.path,
        function: functionOf(request),
        parameters: Object.fromEntries(request.parameters),
        status: null,
        answer: null,
        fault,
      };
      entries.set(lastId, entry);
      if (entries.size > keptRequests) entries.delete(lastId - keptRequests);
      tellWaiting(entry);
      return lastId;
    },
    answered(id, status, body) {
      const entry = entries.get(id);
      if (!entry) return;
      // A copy: a slice would keep all of an oversized answer in memory.
      const start = typeof body === 'string' ? Buffer.from(body.slice(0, keptAnswer)) : body.slice(0, keptAnswer);
      entries.set(id, { ...entry, status, answer: new TextDecoder().decode(start) });
    },
    requests(filter = {}, options = {}) {
      const found = [...entries.values()].filter((entry) => matches(entry, filter));
      return options.showPasswords ? found : found.map(withoutPasswords);
    },
    next(filter) {
      return new Promise((resolve) => waiting.add({ filter, resolve }));
    },
    clear() {
      entries.clear();
    },
  };
}

export function functionOf(request: SimRequest): string {
  return request.parameters.get('function') ?? request.parameters.get('ACTION') ?? '';
}

function matches(entry: LoggedRequest, filter: LogFilter): boolean {
  return (
    (filter.path ?? entry.path) === entry.path &&
    (filter.function ?? entry.function) === entry.function &&
    (filter.agentUser === undefined || filter.agentUser === entry.parameters.agent_user)
  );
}

function withoutPasswords(entry: LoggedRequest): LoggedRequest {
  const secrets = Object.entries(entry.parameters).filter(([name, value]) => isSecret(name) && value !== '');
  const parameters = { ...entry.parameters };
  let answer = entry.answer;
  for (const [name, value] of secrets) {
    parameters[name] = masked;
    answer = answer?.replaceAll(value, masked) ?? null;
  }
  return { ...entry, parameters, answer };
}

// pass and phone_pass of the APIs and the screen, VD_pass of its login form.
function isSecret(parameter: string): boolean {
  return /pass$/i.test(parameter);
}
