/** The one shape of every request that crosses contexts. The payload is unknown until its parser has read it. */
export interface Envelope {
  readonly dialside: string;
  readonly payload: unknown;
}

/** Only plain data crosses contexts: a thrown bug or a refused message becomes an `error` text without details. */
export type Reply = { readonly value: unknown } | { readonly error: 'refused' | 'unreadable' | 'failed' };

export function readEnvelope(message: unknown): Envelope | null {
  if (typeof message !== 'object' || message === null || !('dialside' in message)) return null;
  const { dialside } = message;
  if (typeof dialside !== 'string') return null;
  return { dialside, payload: 'payload' in message ? message.payload : null };
}

/** The value of a reply. Throws when there is none: no listener, a refused sender, or a bug on the other side. */
export function unwrapReply<T>(reply: unknown): T {
  if (typeof reply === 'object' && reply !== null && 'value' in reply) return reply.value as T;
  const reason = typeof reply === 'object' && reply !== null && 'error' in reply ? String(reply.error) : 'no answer';
  throw new Error(`Dialside's background did not answer: ${reason}`);
}
