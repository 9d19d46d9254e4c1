import { functionOf } from './request-log.ts';
import type { SimRequest } from './route.ts';

/** Which requests a fault is for. Every field that is given has to agree. */
export interface FaultMatch {
  readonly path?: string;
  readonly function?: string;
  readonly agentUser?: string;
  /** The how-manieth request that agrees with the rest, from 1, counted from when the fault was added. All when left out. */
  readonly nth?: number;
}

/** `takesEffect` says whether the function ran although its answer never came out right. */
export type Fault =
  /** The request waits, then runs. */
  | { readonly kind: 'delayBefore'; readonly ms: number }
  /** It runs at once, its answer waits. */
  | { readonly kind: 'delayAfter'; readonly ms: number }
  | { readonly kind: 'dropConnection'; readonly takesEffect: boolean }
  | { readonly kind: 'httpStatus'; readonly status: number; readonly takesEffect?: boolean }
  /** An HTML page with status 200, as a captive portal or a maintenance page gives. */
  | { readonly kind: 'html'; readonly takesEffect?: boolean }
  /** The right answer, one byte at a time. */
  | { readonly kind: 'slowBytes'; readonly gapMs: number }
  /** The right answer with another first word, as in a language the client does not know. */
  | { readonly kind: 'translated'; readonly word: string }
  /** The right answer followed by filling up to `bytes`; 50 MB when left out. */
  | { readonly kind: 'oversized'; readonly bytes?: number }
  | { readonly kind: 'redirect'; readonly to: string; readonly takesEffect?: boolean }
  | { readonly kind: 'neverAnswer'; readonly takesEffect: boolean };

export interface FaultRule {
  readonly match: FaultMatch;
  readonly fault: Fault;
}

export interface FaultList {
  /** Returns a function that takes the rule back. The first rule that agrees with a request is applied, alone. */
  add(rule: FaultRule): () => void;
  clear(): void;
  list(): FaultRule[];
  /** The fault for this request, counting it for every rule it agrees with. */
  take(request: SimRequest): Fault | null;
}

export function createFaultList(): FaultList {
  let entries: { readonly rule: FaultRule; seen: number }[] = [];
  return {
    add(rule) {
      const entry = { rule, seen: 0 };
      entries.push(entry);
      return () => {
        entries = entries.filter((other) => other !== entry);
      };
    },
    clear() {
      entries = [];
    },
    list: () => entries.map((entry) => entry.rule),
    take(request) {
      const agreeing = entries.filter((entry) => agrees(entry.rule.match, request));
      for (const entry of agreeing) entry.seen += 1;
      const chosen = agreeing.find(({ rule, seen }) => rule.match.nth === undefined || rule.match.nth === seen);
      return chosen?.rule.fault ?? null;
    },
  };
}

function agrees(match: FaultMatch, request: SimRequest): boolean {
  return (
    (match.path ?? request.path) === request.path &&
    (match.function ?? functionOf(request)) === functionOf(request) &&
    (match.agentUser === undefined || match.agentUser === request.parameters.get('agent_user'))
  );
}

/** True when the request must not reach its handler. */
export function preventsEffect(fault: Fault | null): boolean {
  switch (fault?.kind) {
    case 'dropConnection':
    case 'httpStatus':
    case 'html':
    case 'redirect':
    case 'neverAnswer':
      return fault.takesEffect !== true;
    default:
      return false;
  }
}

const faultKinds: Record<Fault['kind'], readonly string[]> = {
  delayBefore: ['ms'],
  delayAfter: ['ms'],
  dropConnection: ['takesEffect'],
  httpStatus: ['status'],
  html: [],
  slowBytes: ['gapMs'],
  translated: ['word'],
  oversized: [],
  redirect: ['to'],
  neverAnswer: ['takesEffect'],
};

/** Reads a rule that came over HTTP; throws a sentence about what is wrong with it. */
export function parseFaultRule(value: unknown): FaultRule {
  const rule = asRecord(value, 'a fault rule');
  const fault = asRecord(rule.fault, 'fault');
  const kind = String(fault.kind);
  const needed = Object.hasOwn(faultKinds, kind) ? faultKinds[kind as Fault['kind']] : null;
  if (!needed) throw new Error(`there is no fault "${kind}", only ${Object.keys(faultKinds).join(', ')}`);
  const missing = needed.filter((field) => fault[field] === undefined);
  if (missing.length > 0) throw new Error(`fault "${kind}" needs ${missing.join(', ')}`);
  return { match: asRecord(rule.match ?? {}, 'match') as FaultMatch, fault: fault as unknown as Fault };
}

function asRecord(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${name} is an object`);
  return value as Record<string, unknown>;
}
