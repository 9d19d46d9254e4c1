import { createServer, type Server } from 'node:http';
import { extname } from 'node:path';
import type { Site } from './render-site.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain',
};

/** Shows a site to this machine alone, as it is at each question. Port 0 takes any that is free. */
export async function serveSite(site: () => Promise<Site>, port: number): Promise<{ server: Server; url: string }> {
  const server = createServer(async ({ url = '/' }, response) => {
    const name = new URL(url, 'http://localhost').pathname.slice(1) || 'index.html';
    const content = await site().then(
      ({ files }) => files.get(name),
      (error) => String(error),
    );
    const type = TYPES[extname(name)] ?? 'text/plain';
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(content ?? 'There is no such page.');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/` };
}
