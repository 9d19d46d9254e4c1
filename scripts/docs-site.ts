import { watch } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './setup/run.mjs';
import { renderSite, type Site } from './site/render-site.ts';
import { serveSite } from './site/serve-site.ts';

/**
 * `npm run docs:build`: writes the documentation as a site of plain files into .output/docs, for any web server or folder.
 * `npm run docs:dev`: shows it at this machine, made anew after each change.
 */
const FOLDER = join(ROOT, '.output', 'docs');
const WATCHED = ['docs', 'README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'scripts/site'];
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
  const { url } = await serveSite(() => site, port);
  console.log(url);
}
