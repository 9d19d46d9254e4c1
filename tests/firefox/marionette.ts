import { connect, type Socket } from 'node:net';

/**
 * Firefox's own remote protocol: a local socket that carries `LENGTH:JSON`; a command is `[0, id, name, parameters]`, its
 * answer `[1, id, error, value]`. Spoken here directly, because the usual clients need a driver program that no package
 * registry carries.
 */
export interface Marionette {
  /** Rejects with a {@link MarionetteError} when Firefox refuses, the answer is late or the connection is gone. */
  send<T = unknown>(name: string, parameters?: object): Promise<T>;
  /** Runs several commands without those of another caller in between: window and context are one for all. */
  inTurn<T>(task: () => Promise<T>): Promise<T>;
  close(): void;
}

class MarionetteError extends Error {
  constructor(
    command: string,
    /** The protocol's name of it, for example `no such element`. */
    readonly kind: string,
    message: string,
  ) {
    super(`${command}: ${kind}: ${message}`);
    this.name = 'MarionetteError';
  }
}

interface Waiting {
  readonly command: string;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: MarionetteError) => void;
}

type Failure = { readonly error: string; readonly message: string } | null;

// Longer than any single command takes on a busy machine; a navigation is the longest.
const ANSWER_MS = 60_000;

/** Connects to a Firefox that listens on `port` of this machine. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect({ port, host: '127.0.0.1' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let last: Promise<unknown> = Promise.resolve();

  const settle = (id: number, failure: Failure, value: unknown) => {
    const one = waiting.get(id);
    if (!one) return;
    waiting.delete(id);
    clearTimeout(one.timer);
    if (failure) one.reject(new MarionetteError(one.command, failure.error, failure.message));
    else one.resolve(value);
  };
  const failAll = (message: string) => {
    for (const id of waiting.keys()) settle(id, { error: 'disconnected', message }, null);
  };
  const greeted = new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    readMessages(socket, (message) => {
      // The first message is Firefox's greeting.
      if (!Array.isArray(message)) return resolve();
      const [, id, failure, value] = message as [1, number, Failure, unknown];
      settle(id, failure, value);
    });
  });
  socket.on('close', () => failAll('Firefox has closed the connection.'));
  await greeted;
  socket.on('error', ({ message }) => failAll(message));

  return {
    send: <T>(command: string, parameters: object = {}) =>
      new Promise<T>((resolve, reject) => {
        lastId += 1;
        const id = lastId;
        const late = () => settle(id, { error: 'timeout', message: `no answer within ${ANSWER_MS / 1000} s` }, null);
        const timer = setTimeout(late, ANSWER_MS);
        waiting.set(id, { command, timer, resolve: (value) => resolve(value as T), reject });
        const text = Buffer.from(JSON.stringify([0, id, command, parameters]));
        socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
      }),
    inTurn(task) {
      const run = last.then(task);
      last = run.catch(() => undefined);
      return run;
    },
    close() {
      socket.destroy();
    },
  };
}

/** Cuts the stream into messages: bytes are counted, because lengths are in bytes and a chunk may end in any of them. */
function readMessages(socket: Socket, onMessage: (message: unknown) => void): void {
  let received = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const colon = received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(received.toString('latin1', 0, colon));
      if (received.length < end) return;
      onMessage(JSON.parse(received.toString('utf8', colon + 1, end)));
      received = received.subarray(end);
    }
  });
}
