import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { firefoxIdentity } from '../../../scripts/release/firefox-identity.ts';
import {
  chromeIdOf,
  chromeUpdates,
  firefoxUpdates,
  parseBase,
  type UpdatesWanted,
  updateManifests,
} from '../../../scripts/release/update-manifests.ts';

const RELEASE = { version: '1.2.3', base: 'https://apps.example.com/dialside' };
const ID = 'abcdefghijklmnopabcdefghijklmnop';
const PUBLIC_KEY = `-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDKwqmD1lCAWuzv5uBcNMdUn1mg
Y+wCsI/gwZ7cPmhZMxX1WpCSHvXrCIldcj2StRCvmHbU8dr2/pA0C5Ma1L69MvVA
m12kb4xWdFE20JRfF5kJuNeviYv6+rwuNkL9EQ6OeeZAJnXWig79CEf52kwS9BuO
FHMaGkEOlSLeQ5juPQIDAQAB
-----END PUBLIC KEY-----`;

describe('the update manifest for Chrome', () => {
  it('parses, and names ID, version and package', () => {
    const parsed = new DOMParser().parseFromString(chromeUpdates(RELEASE, ID), 'text/xml');
    const root = parsed.documentElement;
    expect(root?.tagName).toBe('gupdate');
    expect(root?.getAttribute('protocol')).toBe('2.0');
    expect(root?.querySelector('app')?.getAttribute('appid')).toBe(ID);
    const update = root?.querySelector('app > updatecheck');
    expect(update?.getAttribute('version')).toBe('1.2.3');
    expect(update?.getAttribute('codebase')).toBe('https://apps.example.com/dialside/dialside-1.2.3.crx');
  });

  it.each([[''], ['abc'], [ID.toUpperCase()], [`${ID}a`], ['zbcdefghijklmnopabcdefghijklmnop']])(
    'is not written for the ID %j',
    (id) => {
      expect(() => chromeUpdates(RELEASE, id)).toThrow('32 letters');
    },
  );

  it('keeps an address whole that XML would read otherwise', () => {
    const odd = { ...RELEASE, base: 'https://apps.example.com/a&b"<' };
    expect(chromeUpdates(odd, ID)).toContain(
      'codebase="https://apps.example.com/a&#38;b&#34;&#60;/dialside-1.2.3.crx"',
    );
  });

  // By openssl: rsa -pubout -outform DER | sha256sum | head -c 32 | tr 0-9a-f a-p
  it('has the ID of the key that the packages are signed with', () => {
    expect(chromeIdOf(PUBLIC_KEY)).toBe('jinbmgeajfbanidcgcamefmcdepclnhh');
  });
});

describe('the update manifest for Firefox', () => {
  const identity = firefoxIdentity({ DIALSIDE_FIREFOX_ID: 'dialside@example.com' });

  it('parses, and names ID, version, package and the oldest Firefox', () => {
    expect(JSON.parse(firefoxUpdates({ ...RELEASE, base: 'https://apps.example.com' }, identity, null))).toEqual({
      addons: {
        'dialside@example.com': {
          updates: [
            {
              version: '1.2.3',
              update_link: 'https://apps.example.com/dialside-1.2.3.xpi',
              applications: { gecko: { strict_min_version: '142.0' } },
            },
          ],
        },
      },
    });
  });

  it('has the hash of the signed package where it is given', () => {
    const signed = new TextEncoder().encode('abc');
    // SHA-256 of "abc", of FIPS 180-2.
    expect(firefoxUpdates(RELEASE, identity, signed)).toContain(
      '"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"',
    );
  });
});

describe('the address of the packages', () => {
  it.each([
    ['https://apps.example.com', 'https://apps.example.com'],
    ['https://apps.example.com/dialside//', 'https://apps.example.com/dialside'],
  ])('is taken from %j as %j', (text, base) => {
    expect(parseBase(text)).toBe(base);
  });

  it.each([
    [''],
    ['apps.example.com'],
    ['http://apps.example.com'],
    ['https://a.example/?x=1'],
    ['https://u:p@a.example'],
  ])('is not taken from %j', (text) => {
    expect(() => parseBase(text)).toThrow('https://');
  });
});

describe('the identity for Firefox', () => {
  it('is the project’s own without a word', () => {
    expect(firefoxIdentity({})).toEqual({ id: 'dialside@dialside.example', strict_min_version: '142.0' });
  });

  it('is a company’s where it says so', () => {
    const environment = {
      DIALSIDE_FIREFOX_ID: 'dialside@example.com',
      DIALSIDE_FIREFOX_UPDATE_URL: 'https://apps.example.com/updates.json',
    };
    expect(firefoxIdentity(environment)).toMatchObject({
      id: 'dialside@example.com',
      update_url: 'https://apps.example.com/updates.json',
    });
  });

  it.each([
    [{ DIALSIDE_FIREFOX_ID: 'dialside' }],
    [{ DIALSIDE_FIREFOX_UPDATE_URL: 'updates.json' }],
    [{ DIALSIDE_FIREFOX_UPDATE_URL: 'http://apps.example.com/updates.json' }],
  ])('is refused with %j', (environment) => {
    expect(() => firefoxIdentity(environment)).toThrow('DIALSIDE_FIREFOX_');
  });
});

describe('the manifests', () => {
  const wanted: UpdatesWanted = { release: RELEASE, firefox: firefoxIdentity({}), isOwnFirefoxId: false, signed: null };
  it.each<[Partial<UpdatesWanted>, readonly string[]]>([
    [{ chromeId: ID }, ['updates.xml']],
    [{ signed: new Uint8Array([1]) }, ['updates.json']],
    [{ isOwnFirefoxId: true }, ['updates.json']],
    [{ chromeId: ID, isOwnFirefoxId: true }, ['updates.xml', 'updates.json']],
  ])('are those that were asked for: %j', (change, names) => {
    expect(updateManifests({ ...wanted, ...change }).map(({ name }) => name)).toEqual(names);
  });

  it('are refused where none was', () => {
    expect(() => updateManifests(wanted)).toThrow('For which browser?');
  });
});
