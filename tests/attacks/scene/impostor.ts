import { connect, createServer, type Socket } from 'node:net';
import { CERTIFICATES } from '../../steps/certificates.ts';
import { serveSecurely } from '../../steps/secure-dialer.ts';
import type { Scene } from './scene.ts';

/** Somebody in the network who answers where the dialer answered. */
export interface Impostor {
  /** How often a browser went away when it saw his certificate. */
  refusals(): number;
  close(): Promise<void>;
}

/** The first byte of a connection that is to be encrypted (RFC 8446, 5.1: a handshake). */
const HANDSHAKE = 0x16;

/** Answers at that port with a certificate of his own, and as the hostile web where nobody asks for encryption. */
export async function standInForDialer({ dialer, web }: Scene, port: number): Promise<Impostor> {
  const secure = await serveSecurely(CERTIFICATES.second, dialer.url, 0);
  const open = Number(new URL(web.address('secure.example', '/')).port);
  const sockets = new Set<Socket>();
  const lead = (from: Socket, to: Socket) => {
    for (const socket of [from, to]) {
      sockets.add(socket);
      socket.on('error', () => [from, to].map((end) => end.destroy()));
    }
    from.pipe(to).pipe(from);
  };
  const front = createServer((incoming) =>
    incoming.once('data', (first: Buffer) => {
      const behind = connect(first[0] === HANDSHAKE ? secure.port : open, '127.0.0.1');
      behind.write(first);
      lead(incoming, behind);
    }),
  );
  await new Promise<void>((resolve) => front.listen(port, '127.0.0.1', resolve));
  return {
    refusals: secure.refusals,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([secure.close(), new Promise((resolve) => front.close(resolve))]);
    },
  };
}
