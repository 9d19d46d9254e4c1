import { createHash, createPublicKey } from 'node:crypto';
import type { FirefoxIdentity } from './firefox-identity.ts';

/** What browsers ask a company's own server for, to learn of a newer version. */
export interface Release {
  /** As in package.json. */
  readonly version: string;
  /** Address of the folder that holds the packages, without a slash at its end. */
  readonly base: string;
}

/**
 * An address under which browsers take packages.
 *
 * @throws unless it is https, without query and fragment
 */
export function parseBase(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' || url.search || url.hash || url.username)
    throw new Error(
      `The address of the packages has to be one of https://, such as https://apps.example.com/dialside, not ${text || 'none'}`,
    );
  return url.href.replace(/\/+$/, '');
}

/** Chrome's ID of whatever is signed with a key: the beginning of the hash of its public half, in letters. */
export function chromeIdOf(pem: string): string {
  const key = createPublicKey(pem).export({ type: 'spki', format: 'der' });
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');
}

/**
 * The update manifest for Chrome and Edge (https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux).
 *
 * @throws on an ID that is none
 */
export function chromeUpdates({ version, base }: Release, id: string): string {
  if (!/^[a-p]{32}$/.test(id)) throw new Error(`An ID of Chrome has 32 letters from a to p, not ${id}`);
  const package_ = escapeXml(`${base}/${packageName(version, 'crx')}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${package_}" version="${escapeXml(version)}" />
  </app>
</gupdate>
`;
}

/**
 * The update manifest for Firefox (https://extensionworkshop.com/documentation/manage/updating-your-extension/).
 *
 * @param signed the package as Mozilla has signed it; its hash then goes along
 */
export function firefoxUpdates(
  { version, base }: Release,
  { id, strict_min_version }: FirefoxIdentity,
  signed: Uint8Array | null,
): string {
  const update = {
    version,
    update_link: `${base}/${packageName(version, 'xpi')}`,
    ...(signed && { update_hash: `sha256:${createHash('sha256').update(signed).digest('hex')}` }),
    applications: { gecko: { strict_min_version } },
  };
  return `${JSON.stringify({ addons: { [id]: { updates: [update] } } }, null, 2)}\n`;
}

/** For which browsers update manifests are to be written. */
export interface UpdatesWanted {
  readonly release: Release;
  /** Of the company's package for Chrome and Edge. */
  readonly chromeId?: string | undefined;
  readonly firefox: FirefoxIdentity;
  /** The ID is the company's own, not the one of this repository. */
  readonly isOwnFirefoxId: boolean;
  /** The package that Mozilla has signed. */
  readonly signed: Uint8Array | null;
}

export interface UpdateManifest {
  readonly name: string;
  readonly content: string;
  readonly what: string;
}

/**
 * The manifests that were asked for, and no other: one that nobody has a package for would lie on the server all the same.
 *
 * @throws where none was asked for
 */
export function updateManifests(wanted: UpdatesWanted): readonly UpdateManifest[] {
  const { release, chromeId, firefox, isOwnFirefoxId, signed } = wanted;
  const manifests = [
    ...(chromeId
      ? [{ name: 'updates.xml', content: chromeUpdates(release, chromeId), what: `Chrome and Edge, ID ${chromeId}` }]
      : []),
    ...(signed || isOwnFirefoxId
      ? [{ name: 'updates.json', content: firefoxUpdates(release, firefox, signed), what: `Firefox, ID ${firefox.id}` }]
      : []),
  ];
  if (manifests.length === 0)
    throw new Error('For which browser? Name the key or the ID for Chrome, or the signed package for Firefox.');
  return manifests;
}

/** Each version under a name of its own: one that is being replaced is never half of two. */
function packageName(version: string, ending: 'crx' | 'xpi'): string {
  return `dialside-${version}.${ending}`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
