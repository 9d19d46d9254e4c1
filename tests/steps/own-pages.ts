import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages of a test's own, under any name that the browsers of the tests look for on this machine. */
export interface OwnPages {
  /** Puts a page there, whose address is `url` of the same path. */
  publish(path: string, body: string, headers?: Readonly<Record<string, string>>): void;
  /** The address of a page, on the site of the CRM unless another is named. */
  url(path: string, host?: string): string;
  /** What was sent to a path, for example by a browser that reports a breach of a page's policy. */
  sentTo(path: string): readonly string[];
  /** Waits until something that holds these words was sent to a path. */
  awaitSent(path: string, words: string): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;

export async function createOwnPages(): Promise<OwnPages> {
  const pages = new Map<string, { readonly html: string; readonly headers: Readonly<Record<string, string>> }>();
  const sent: { readonly path: string; readonly body: string }[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.method === 'POST') sent.push({ path, body: Buffer.concat(chunks).toString() });
    const page = pages.get(path);
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sentTo = (path: string) => sent.filter((one) => one.path === path).map(({ body }) => body);
  return {
    publish(path, body, headers = {}) {
      pages.set(path, { html: `<!doctype html><title>Own</title><body>${body}</body>`, headers });
    },
    url: (path, host = 'crm.example') => `http://${host}:${port}${path}`,
    sentTo,
    async awaitSent(path, words) {
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
        if (sentTo(path).some((body) => body.includes(words))) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`Nothing with ${words} was sent to ${path}, only: ${sentTo(path).join('; ') || 'nothing'}.`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
