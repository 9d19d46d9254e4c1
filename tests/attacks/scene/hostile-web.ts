import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface WebRequest {
  /** Without the port. */
  readonly host: string;
  readonly url: string;
  readonly body: string;
}

/** Every web page of the attacks, under any name below `.example`, and what was sent to those names. */
export interface HostileWeb {
  /** Puts a page there; resolves to its address under that name. */
  publish(html: string, host?: string): string;
  address(host: string, path: string): string;
  requests(host: string): WebRequest[];
  close(): Promise<void>;
}

export async function createHostileWeb(): Promise<HostileWeb> {
  const pages = new Map<string, string>();
  const seen: WebRequest[] = [];
  const answer = async (incoming: IncomingMessage, out: ServerResponse) => {
    const url = incoming.url ?? '/';
    const body = await textOf(incoming);
    seen.push({ host: (incoming.headers.host ?? '').replace(/:\d+$/, ''), url, body });
    const page = pages.get(url);
    out.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    out.end(page ?? '');
  };
  const server = createServer((incoming, out) => void answer(incoming, out));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' ? bound?.port : bound;
  const address = (host: string, path: string) => `http://${host}:${port}${path}`;

  return {
    address,
    publish(html, host = 'crm.example') {
      const path = `/page-${pages.size}.html`;
      pages.set(path, html);
      return address(host, path);
    },
    requests: (host) => seen.filter((request) => request.host === host),
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

export async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
