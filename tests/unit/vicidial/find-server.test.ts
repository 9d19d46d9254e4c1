import { describe, expect, it } from 'vitest';
import { findServer, serversMeant } from '../../../lib/vicidial/set-up/find-server.ts';
import type { Fetch } from '../../../lib/vicidial/wire/transport.ts';

const VERSION = 'VERSION: 2.14-82|BUILD: 250122-1010|DATE: 2026-11-20 16:49:12|EPOCH: 1795211352';
const GONE = () => new Response('Not Found', { status: 404 });

/** Answers as VICIdial at some addresses, otherwise as it is told; an origin that is left out does not answer at all. */
function network(at: readonly string[], otherwise: Readonly<Record<string, () => Response>> = {}) {
  const asked: { readonly url: string; readonly body: string }[] = [];
  const fetch: Fetch = async (url, init) => {
    asked.push({ url, body: String(init.body) });
    if (at.includes(url)) return new Response(VERSION);
    const answer = otherwise[new URL(url).origin];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  };
  return { fetch, asked, hasPermission: async () => true };
}

const find = (typed: string, at: ReturnType<typeof network>, allowInsecure = false) =>
  findServer(typed, { allowInsecure }, at);

describe('the servers meant by what was typed', () => {
  it.each<[string, boolean, readonly string[]]>([
    ['dialer.example.com', false, ['https://dialer.example.com']],
    ['http://dialer.example.com/agc/vicidial.php', true, ['https://dialer.example.com']],
    ['https://10.0.0.5', true, ['https://10.0.0.5']],
    ['10.0.0.5:8080', false, ['https://10.0.0.5:8080']],
    ['10.0.0.5:8080', true, ['https://10.0.0.5:8080', 'http://10.0.0.5:8080']],
    ['http://dialer.local', true, ['https://dialer.local', 'http://dialer.local']],
    ['localhost:8180', false, ['https://localhost:8180', 'http://localhost:8180']],
    ['http://127.0.0.1:8180/agc/vicidial.php?VD_pass=x', false, ['http://127.0.0.1:8180']],
  ])('%j, plain http allowed: %s', (typed, allowInsecure, servers) => {
    const meant = serversMeant(typed, { allowInsecure });
    expect(meant.ok && meant.value.map(({ server }) => server)).toEqual(servers);
  });

  it.each([
    ['', 'empty'],
    ['call me', 'notUrl'],
    ['ftp://dialer.example.com', 'scheme'],
    ['https://me:secret@dialer.example.com', 'credentials'],
  ])('%j are none: %s', (typed, code) => {
    expect(serversMeant(typed, { allowInsecure: true })).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('the search for a VICIdial', () => {
  it.each([
    ['dialer.example.com', ''],
    ['https://dialer.example.com/agc/vicidial.php?relogin=YES&VD_login=1000&VD_pass=agentpass', ''],
    ['http://dialer.example.com/vicidial/admin.php?ADD=1', ''],
    ['dialer.example.com', '/dialer'],
    ['https://dialer.example.com/floor2/agc/vicidial.php', '/floor2'],
  ])('finds by %j the one below "%s"', async (typed, site) => {
    const folder = `https://dialer.example.com${site}`;
    const at = network([`${folder}/agc/api.php`, `${folder}/vicidial/non_agent_api.php`], {
      'https://dialer.example.com': GONE,
    });
    expect(await find(typed, at)).toEqual({
      ok: true,
      value: {
        server: 'https://dialer.example.com',
        agentPath: `${site}/agc/api.php`,
        nonAgentPath: `${site}/vicidial/non_agent_api.php`,
        version: '2.14-82',
      },
    });
  });

  it('asks for the version alone, and no other host', async () => {
    const at = network([], { 'https://dialer.example.com': GONE });
    await find('https://dialer.example.com/agc/vicidial.php?VD_login=1000&VD_pass=agentpass', at);
    expect(new Set(at.asked.map(({ body }) => body))).toEqual(new Set(['function=version']));
    expect(new Set(at.asked.map(({ url }) => new URL(url).origin))).toEqual(new Set(['https://dialer.example.com']));
    expect(JSON.stringify(at.asked)).not.toContain('agentpass');
  });

  it('says of a server without VICIdial that it is none, also where it has a page for everything', async () => {
    const page = () => new Response('<!doctype html><title>Our shop</title>');
    for (const answer of [GONE, page])
      expect(await find('shop.example.com', network([], { 'https://shop.example.com': answer }))).toEqual({
        ok: false,
        failure: { code: 'vicidial', failure: { code: 'notVicidial' }, origin: 'https://shop.example.com' },
      });
  });

  it('asks a server that does not answer once', async () => {
    const at = network([]);
    expect(await find('nowhere.example.com', at)).toMatchObject({ failure: { failure: { code: 'unreachable' } } });
    expect(at.asked).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    const elsewhere = () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } });
    const at = network([], { 'https://dialer.example.com': elsewhere });
    expect(await find('dialer.example.com', at)).toMatchObject({ failure: { failure: { code: 'redirected' } } });
    expect(at.asked.every(({ url }) => url.startsWith('https://dialer.example.com/'))).toBe(true);
  });

  it('asks before plain http in a private network, and takes the word for it', async () => {
    const at = network(['http://10.0.0.5/agc/api.php']);
    expect(await find('10.0.0.5', at)).toEqual({
      ok: false,
      failure: { code: 'server', problem: { code: 'insecurePrivate', host: '10.0.0.5' } },
    });
    expect(at.asked.map(({ url }) => url)).toEqual(['https://10.0.0.5/agc/api.php']);
    expect(await find('10.0.0.5', at, true)).toMatchObject({ ok: true, value: { server: 'http://10.0.0.5' } });
  });

  it('never asks a public server without encryption', async () => {
    const at = network(['http://dialer.example.com/agc/api.php']);
    expect(await find('http://dialer.example.com', at, true)).toEqual({
      ok: false,
      failure: { code: 'server', problem: { code: 'insecurePublic', host: 'dialer.example.com' } },
    });
    expect(at.asked.map(({ url }) => new URL(url).protocol)).toEqual(['https:']);
  });

  it('speaks of missing encryption only to whom typed it, and only where the encrypted server is silent', async () => {
    expect(await find('dialer.example.com', network([]))).toMatchObject({ failure: { code: 'vicidial' } });
    const none = network([], { 'https://dialer.example.com': GONE });
    expect(await find('http://dialer.example.com', none)).toMatchObject({
      failure: { failure: { code: 'notVicidial' } },
    });
    const unasked = { ...network([]), hasPermission: async () => false };
    expect(await find('http://dialer.example.com', unasked)).toMatchObject({ failure: { code: 'permissionMissing' } });
  });

  it('asks nobody where the browser has not been asked', async () => {
    const at = { ...network(['https://dialer.example.com/agc/api.php']), hasPermission: async () => false };
    expect(await find('dialer.example.com', at)).toEqual({
      ok: false,
      failure: { code: 'permissionMissing', origin: 'https://dialer.example.com' },
    });
    expect(at.asked).toEqual([]);
  });

  it('leaves out the path of a Non-Agent API that does not answer', async () => {
    const at = network(['https://dialer.example.com/agc/api.php'], { 'https://dialer.example.com': GONE });
    expect(await find('dialer.example.com', at)).toMatchObject({ value: { nonAgentPath: '' } });
  });
});
