import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { comesTrue } from './comes-true.ts';
import type { StepDesk, StepPage, StepPanel } from './step-desk.ts';

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
  /** Waits until so much was sent to a path. */
  awaitCount(path: string, count: number): Promise<void>;
  close(): Promise<void>;
}

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
      if (await comesTrue(() => sentTo(path).some((body) => body.includes(words)))) return;
      throw new Error(`Nothing with ${words} was sent to ${path}, only: ${sentTo(path).join('; ') || 'nothing'}.`);
    },
    async awaitCount(path, count) {
      if (await comesTrue(() => sentTo(path).length >= count)) return;
      throw new Error(`Only ${sentTo(path).length} of ${count} were sent to ${path}.`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Takes a test through pages of its own, and closes them. */
export async function withPages(take: (pages: OwnPages) => Promise<void>): Promise<void> {
  const pages = await createOwnPages();
  try {
    await take(pages);
  } finally {
    await pages.close();
  }
}

/** An agent's CRM, enabled, with a page of the test's own in it. */
export async function openOwn(
  desk: StepDesk,
  pages: OwnPages,
  html: string,
  headers?: Readonly<Record<string, string>>,
): Promise<{ readonly page: StepPage; readonly panel: StepPanel }> {
  pages.publish('/own.html', html, headers);
  const panel = await desk.signIn();
  const page = await desk.openCrm('edit.html');
  await desk.enableSite(page);
  await page.goto(pages.url('/own.html'));
  return { page, panel };
}

/** Has the page do what it does at a cue: driven from outside it would run in a world of the driver's. */
export function cue(page: StepPage): Promise<void> {
  return page.evaluate(() => void dispatchEvent(new Event('cue')));
}
