import { applyFault } from '../simulator/deliver.ts';
import { createFaultList, type FaultRule, preventsEffect } from '../simulator/faults.ts';
import { findRoute, readParameters, type SimRequest } from '../simulator/route.ts';
import type { CallCentre } from './call-centre.ts';

/** One request as it left the browser. */
export interface SentRequest {
  readonly name: string;
  readonly value: string;
  readonly login: string;
  readonly sentAt: number;
  /** Null while it has not reached the dialer; a dropped one never does. */
  arrivedAt: number | null;
  /** Empty while none has left. */
  answer: string;
}

export interface Network {
  readonly fetch: typeof fetch;
  readonly sent: readonly SentRequest[];
  fail(rule: FaultRule): void;
}

const SHORTEST_WAY_MS = 5;
const LONGEST_WAY_MS = 60;

/** The way to the dialer's own handlers and back, with what happens on it. */
export function createNetwork({ dialer, routes }: CallCentre, random: () => number): Network {
  const { clock } = dialer;
  const faults = createFaultList();
  const sent: SentRequest[] = [];
  const way = () => SHORTEST_WAY_MS + (LONGEST_WAY_MS - SHORTEST_WAY_MS) * random();

  const exchange = (url: string, init: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const request = requestOf(url, init);
      const fault = faults.take(request);
      const note = noteOf(request, clock.now());
      sent.push(note);
      init.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      const answer = async () => {
        const route = preventsEffect(fault) ? undefined : findRoute(routes, request.method, request.path);
        if (route) note.arrivedAt = clock.now();
        const response = applyFault((await route?.handle(request)) ?? { body: '' }, fault);
        note.answer = Buffer.from(response.body).toString();
        if (fault?.kind === 'neverAnswer') return;
        clock.after(way() + (fault?.kind === 'delayAfter' ? fault.ms : 0), () => {
          if (fault?.kind === 'dropConnection') reject(new TypeError('Failed to fetch'));
          else resolve(new Response(note.answer, { status: response.status ?? 200 }));
        });
      };
      clock.after(way() + (fault?.kind === 'delayBefore' ? fault.ms : 0), () => void answer());
    });

  return {
    fetch: (input, init = {}) => exchange(String(input), init),
    sent,
    fail: (rule) => void faults.add(rule),
  };
}

function requestOf(url: string, init: RequestInit): SimRequest {
  const body = String(init.body);
  const contentType = 'application/x-www-form-urlencoded';
  return {
    method: init.method ?? 'GET',
    path: new URL(url).pathname,
    queryString: '',
    body,
    headers: { 'content-type': contentType },
    remoteAddress: '127.0.0.1',
    parameters: readParameters('', contentType, body),
  };
}

function noteOf({ parameters }: SimRequest, sentAt: number): SentRequest {
  const of = (name: string) => parameters.get(name) ?? '';
  return { name: of('function'), value: of('value'), login: of('user'), sentAt, arrivedAt: null, answer: '' };
}
