import { watch } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './setup/run.mjs';
import { renderSite, type Site } from './site/render-site.ts';

/**
 * `npm run docs:build`: writes the documentation as a site of plain files into .output/docs, for any web server or folder.
 * `npm run docs:dev`: shows it at this machine, made anew after each change.
 */
const FOLDER = join(ROOT, '.output', 'docs');
const WATCHED = ['docs', 'README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'scripts/site'];
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain',
};

const { values } = parseArgs({ options: { serve: { type: 'boolean', default: false }, port: { type: 'string' } } });
if (values.serve) await serve(Number(values.port ?? 8190));
else await build();

async function build(): Promise<void> {
  const { files, broken } = await renderSite();
  await rm(FOLDER, { recursive: true, force: true });
  for (const [name, content] of files) {
    await mkdir(dirname(join(FOLDER, name)), { recursive: true });
    await writeFile(join(FOLDER, name), content);
  }
  for (const link of broken) console.error(`leads nowhere: ${link}`);
  console.log(`${files.size} files in ${FOLDER}`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}

async function serve(port: number): Promise<void> {
  let site: Promise<Site> = renderSite();
  const renew = () => {
    site = renderSite();
    site.then(({ broken }) => console.log(broken.length === 0 ? 'made anew' : broken.join('\n')), console.error);
  };
  for (const path of WATCHED) watch(join(ROOT, path), { recursive: true }, renew);
  createServer(async ({ url = '/' }, response) => {
    const name = new URL(url, 'http://localhost').pathname.slice(1) || 'index.html';
    const content = await site.then(({ files }) => files.get(name)).catch(String);
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': `${TYPES[extname(name)] ?? 'text/plain'}; charset=utf-8`,
    });
    response.end(content ?? 'There is no such page.');
  }).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/`));
}
