import * as v from 'valibot';
import { type Reply, readEnvelope } from './envelope.ts';
import type { PayloadOf } from './requests.ts';

type Awaitable<T> = T | Promise<T>;
type AnswerOf<F> = F extends (...args: never[]) => infer A ? A : never;

/** One handler for every request of a protocol; a missing one is a type error. `S` is who may ask. */
export type Handlers<R, S> = {
  readonly [K in keyof R]: (payload: PayloadOf<R, K>, sender: S) => Awaitable<AnswerOf<R[K]>>;
};

export interface Channel<R, S> {
  readonly schemas: { readonly [K in keyof R]: v.GenericSchema<unknown, PayloadOf<R, K>> };
  readonly handlers: Handlers<R, S>;
}

/** Answers `message` when it is a request of `channel`; null when it is none. The sender has been checked before. */
export function answerRequest<R, S>(channel: Channel<R, S>, message: unknown, sender: S): Promise<Reply> | null {
  const envelope = readEnvelope(message);
  if (!envelope || !isRequestOf(channel, envelope.dialside)) return null;
  return answer(channel, envelope.dialside, envelope.payload, sender);
}

/** True when `message` names a request of `channel`, whoever sent it. */
export function isAddressedTo<R, S>(channel: Channel<R, S>, message: unknown): boolean {
  const envelope = readEnvelope(message);
  return envelope !== null && isRequestOf(channel, envelope.dialside);
}

async function answer<R, S, K extends keyof R>(
  channel: Channel<R, S>,
  name: K,
  payload: unknown,
  sender: S,
): Promise<Reply> {
  const parsed = v.safeParse(channel.schemas[name], payload);
  if (!parsed.success) return { error: 'unreadable' };
  try {
    return { value: (await channel.handlers[name](parsed.output, sender)) ?? null };
  } catch (bug) {
    // The text of an error may quote what it choked on, so only its kind is said.
    // biome-ignore lint/suspicious/noConsole: a bug must be seen by who develops, and there is no other place for it.
    console.error('Dialside: a request failed', String(name), bug instanceof Error ? bug.name : typeof bug);
    return { error: 'failed' };
  }
}

function isRequestOf<R, S>(channel: Channel<R, S>, name: PropertyKey): name is keyof R {
  return Object.hasOwn(channel.schemas, name);
}
