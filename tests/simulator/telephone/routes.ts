import { guarded } from '../control.ts';
import { jsonResponse, type Route, type SimRequest } from '../route.ts';
import type { JoinRule } from './agent-phones.ts';
import { parseCallPlan } from './call-plan.ts';
import type { Telephone } from './telephone.ts';

type Body = Readonly<Record<string, unknown>>;

/**
 * `/control/telephone`, in JSON. `GET` shows calls and tones; `POST` of
 * `plan {number?, outcome?, ringMs?, talkMs?}` (without a number: for all others), `answer {which?}`, `hang-up {which?}`,
 * `join|leave|ring {user}`, `rule {user, rule}`, `alive {alive}` acts. `which` is a number or a call id.
 */
export function telephoneRoutes(telephone: Telephone): Route[] {
  const { phones } = telephone;
  const post = (name: string, act: (body: Body) => unknown): Route => ({
    method: 'POST',
    path: `/control/telephone/${name}`,
    handle: guarded((request) => jsonResponse({ done: true, count: act(readBody(request)) })),
  });
  return [
    { method: 'GET', path: '/control/telephone', handle: guarded(() => jsonResponse(stateOf(telephone))) },
    post('plan', (body) => setPlan(telephone, body)),
    post('answer', (body) => telephone.answer(optionalText(body, 'which'))),
    post('hang-up', (body) => telephone.hangUpCustomer(optionalText(body, 'which'))),
    post('join', (body) => phones.join(text(body, 'user'))),
    post('leave', (body) => phones.leave(text(body, 'user'))),
    post('ring', (body) => phones.ring(text(body, 'user'))),
    post('rule', (body) => phones.setRule(text(body, 'user'), parseRule(text(body, 'rule')))),
    post('alive', (body) => telephone.setAlive(body.alive === true)),
  ];
}

function stateOf(telephone: Telephone) {
  return { alive: telephone.isAlive(), calls: telephone.calls(), tones: telephone.tones };
}

function setPlan(telephone: Telephone, body: Body): void {
  const number = optionalText(body, 'number');
  const plan = parseCallPlan(body);
  if (number === undefined) telephone.setDefaultPlan(plan);
  else telephone.setPlan(number, plan);
}

export function parseRule(value: string): JoinRule {
  const rule = (['whenRung', 'webphone', 'always', 'never'] as const).find((known) => known === value);
  if (!rule) throw new Error(`"${value}" is no way of joining a session`);
  return rule;
}

/** The JSON object of a control request. */
export function readBody(request: SimRequest): Body {
  const body: unknown = JSON.parse(request.body);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Error('the body is one JSON object');
  return { ...body };
}

export function text(body: Body, name: string): string {
  const value = optionalText(body, name);
  if (value === undefined) throw new Error(`"${name}" is missing`);
  return value;
}

export function optionalText(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new Error(`"${name}" is a text`);
}
