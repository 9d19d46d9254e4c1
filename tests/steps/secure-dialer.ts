import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** The dialer behind https. */
export interface SecureDialer {
  readonly port: number;
  /** What it was told, each request's whole body. */
  readonly bodies: string[];
  /** How often a browser did not take its certificate. */
  refusals(): number;
  close(): Promise<void>;
}

/** Puts the dialer behind https, on that port; 0 for a free one. */
export async function serveSecurely(
  certificate: { readonly key: string; readonly cert: string },
  dialerUrl: string,
  port: number,
): Promise<SecureDialer> {
  const bodies: string[] = [];
  let refused = 0;
  const server = createServer({ ...certificate }, (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      bodies.push(body);
      const headers = { 'content-type': incoming.headers['content-type'] ?? '' };
      const asked = request(dialerUrl + incoming.url, { method: 'POST', headers }, (answer) => answer.pipe(outgoing));
      asked.on('error', () => outgoing.destroy());
      asked.end(body);
    });
  });
  server.on('tlsClientError', () => {
    refused += 1;
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    bodies,
    refusals: () => refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
