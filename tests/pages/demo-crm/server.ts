import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A small customer database as agents use them, with fictional people and numbers kept for fiction. */
export interface DemoCrm {
  /** For example `http://localhost:8181`: another site than a dialer at 127.0.0.1. */
  readonly url: string;
  close(): Promise<void>;
}

/** A contact as the pages show it, with the number a click on it must dial. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly e164: string;
  /** A number that looks like a phone number and is none. */
  readonly invoice: string;
}

const SITE = fileURLToPath(new URL('site', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** Serves the CRM on loopback. Port 0 takes a free one. */
export async function createDemoCrm({ port = 0 }: { readonly port?: number } = {}): Promise<DemoCrm> {
  const server = createServer((request, response) => void send(request.url ?? '/', response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export async function readContacts(): Promise<readonly Contact[]> {
  return JSON.parse(await readFile(`${SITE}/contacts.json`, 'utf8'));
}

async function send(url: string, response: ServerResponse): Promise<void> {
  const path = new URL(url, 'http://crm').pathname;
  // Names of the site's own folder only, so no path leads out of it.
  const name = path === '/' ? 'index.html' : (/^\/([a-z]+\.[a-z]+)$/.exec(path)?.[1] ?? '');
  try {
    const body = await readFile(`${SITE}/${name}`);
    response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'text/plain', 'cache-control': 'no-store' });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}
