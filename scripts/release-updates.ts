import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readArchive } from './release/archives.ts';
import { type FirefoxIdentity, firefoxIdentity } from './release/firefox-identity.ts';
import { signedIdentity } from './release/signed-package.ts';
import { chromeIdOf, parseBase, updateManifests } from './release/update-manifests.ts';
import { ownVersion } from './release/version.ts';
import { ROOT } from './setup/run.mjs';

/**
 * `npm run release:updates -- --base https://apps.example.com/dialside --chrome-key dialside.pem`: writes what a company puts beside
 * the packages on its server, `updates.xml` for Chrome and Edge where their ID is named and `updates.json` for Firefox where its package or ID
 * is, into .output/updates.
 */
const FOLDER = join(ROOT, '.output', 'updates');
const USE = `npm run release:updates -- --base https://apps.example.com/dialside [--chrome-key dialside.pem | --chrome-id ID] [--xpi signed.xpi]`;

try {
  await write();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${USE}`);
  process.exitCode = 1;
}

async function write(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { base: text, 'chrome-key': text, 'chrome-id': text, xpi: text } });
  const release = { version: await ownVersion(), base: parseBase(values.base ?? '') };
  const key = values['chrome-key'];
  const id = key ? chromeIdOf(await readFile(key, 'utf8')) : values['chrome-id'];
  const signed = values.xpi ? await readFile(values.xpi) : null;
  const firefox = signed ? await identityOf(signed, release.version) : firefoxIdentity(process.env);
  const isOwnFirefoxId = Boolean(process.env.DIALSIDE_FIREFOX_ID);
  const manifests = updateManifests({ release, chromeId: id, firefox, isOwnFirefoxId, signed });
  await mkdir(FOLDER, { recursive: true });
  for (const { name, content, what } of manifests) await put(name, content, what);
}

async function identityOf(signed: Uint8Array, version: string): Promise<FirefoxIdentity> {
  const manifest = (await readArchive(signed)).get('manifest.json');
  return signedIdentity(manifest && new TextDecoder().decode(manifest), version);
}

async function put(name: string, content: string, what: string): Promise<void> {
  await writeFile(join(FOLDER, name), content);
  console.log(`${join(FOLDER, name)}: ${what}`);
}
