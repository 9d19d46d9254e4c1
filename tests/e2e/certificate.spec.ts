import { createHash, X509Certificate } from 'node:crypto';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { CERTIFICATES } from './fixtures/certificates.ts';
import { AGENT } from './fixtures/demo-agent.ts';
import { openPopupPage } from './fixtures/popup-page.ts';
import { expect, test } from './fixtures/test.ts';

/** Has the browser trust the first certificate, as if it were one of a known authority, and no other. */
const TRUST = `--ignore-certificate-errors-spki-list=${pinOf(CERTIFICATES.first.cert)}`;

test.use({ browserFlags: [TRUST] });

test('a dialer whose certificate has changed to one that nobody vouches for gets no password, and the agent is told', async ({
  desk,
}) => {
  const dialer = await serve(CERTIFICATES.first, desk.dialer.url, 0);
  const { port } = dialer.server.address() as AddressInfo;
  const popup = await openPopupPage(desk.extension);
  await popup.signIn({ server: `https://secure.example:${port}`, user: AGENT.user, password: AGENT.password });
  await popup.expectSignedIn();
  expect(dialer.bodies.join()).toContain(AGENT.password);
  await dialer.close();

  const other = await serve(CERTIFICATES.second, desk.dialer.url, port);
  try {
    await popup.page.reload();
    await popup.expectText('No connection to the dialer');
    await popup.dial('+1 415 555 2671');
    await popup.page.waitForTimeout(2_000);
    expect(other.bodies).toEqual([]);
    // It was asked, and the browser went away when it saw who answered.
    expect(other.refusals()).toBeGreaterThan(0);
  } finally {
    await other.close();
  }
});

interface SecureDialer {
  readonly server: Server;
  /** What it was told, each request's whole body. */
  readonly bodies: string[];
  /** How often a browser did not take its certificate. */
  refusals(): number;
  close(): Promise<void>;
}

/** The dialer behind https, on that port. */
async function serve(
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
    server,
    bodies,
    refusals: () => refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The hash of its key by which the browser's flag names a certificate. */
function pinOf(pem: string): string {
  const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
