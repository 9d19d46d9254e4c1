import { describe, expect, it } from 'vitest';
import { isApiPath, parseServerUrl } from '../../../lib/vicidial/wire/server-url.ts';

const parse = (text: unknown, allowInsecure = false) => parseServerUrl(text, { allowInsecure });

describe('the address of a dialer', () => {
  it.each([
    ['dialer.example.com', 'https://dialer.example.com'],
    ['  https://dialer.example.com  ', 'https://dialer.example.com'],
    ['HTTPS://Dialer.Example.COM/', 'https://dialer.example.com'],
    ['https://dialer.example.com:443', 'https://dialer.example.com'],
    ['dialer.example.com:8443', 'https://dialer.example.com:8443'],
    ['dialer', 'https://dialer'],
    ['localhost:8180', 'https://localhost:8180'],
    ['192.0.2.7', 'https://192.0.2.7'],
    ['https://[2001:db8::1]:8443/', 'https://[2001:db8::1]:8443'],
    ['https://dialér.example.com', 'https://xn--dialr-esa.example.com'],
    ['https://dialer.example.com/#', 'https://dialer.example.com'],
    ['https://dialer.example.com/#x', 'https://dialer.example.com'],
    ['dialer.example.com?VD_login=6666&VD_pass=x', 'https://dialer.example.com'],
    ['http://localhost:8180', 'http://localhost:8180'],
    ['http://app.localhost', 'http://app.localhost'],
    ['http://127.0.0.1:8180', 'http://127.0.0.1:8180'],
    ['http://127.9.9.9', 'http://127.9.9.9'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://[::1]:8180', 'http://[::1]:8180'],
    ['http://[::ffff:127.0.0.1]', 'http://[::ffff:7f00:1]'],
  ])('%j is %s', (text, server) => {
    expect(parse(text)).toEqual({ ok: true, value: { server, agentPath: null, nonAgentPath: null } });
  });

  it.each([
    [undefined, 'empty'],
    [null, 'empty'],
    ['', 'empty'],
    ['   ', 'empty'],
    [42, 'notUrl'],
    [{}, 'notUrl'],
    ['https://', 'notUrl'],
    ['my dialer.example.com', 'notUrl'],
    ['https://dialer.exa\nmple.com', 'notUrl'],
    ['https:\\\\dialer.example.com', 'notUrl'],
    ['https://dialer.example.com:99999', 'notUrl'],
    ['javascript:alert(1)', 'notUrl'],
    ['mailto:a@b.example', 'credentials'],
    [`https://${'a'.repeat(3000)}.example`, 'notUrl'],
    ['ftp://dialer.example.com', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['chrome-extension://abc/x', 'scheme'],
    ['https://user:pw@dialer.example.com', 'credentials'],
    ['user@dialer.example.com', 'credentials'],
  ])('%j is refused: %s', (text, code) => {
    expect(parse(text, true)).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('plain http', () => {
  it.each([
    ['http://10.1.2.3', '10.1.2.3'],
    ['http://172.16.0.1', '172.16.0.1'],
    ['http://172.31.255.255', '172.31.255.255'],
    ['http://192.168.0.9', '192.168.0.9'],
    ['http://169.254.1.1', '169.254.1.1'],
    ['http://dialer', 'dialer'],
    ['http://dialer.', 'dialer.'],
    ['http://dialer.local', 'dialer.local'],
    ['http://[fd12::1]', '[fd12::1]'],
    ['http://[fc00::1]', '[fc00::1]'],
    ['http://[fe80::1]', '[fe80::1]'],
    ['http://[febf::1]', '[febf::1]'],
    ['http://[::ffff:10.0.0.1]', '[::ffff:a00:1]'],
    ['http://0xa.1.2.3', '10.1.2.3'],
  ])('to %s in a private network needs the word for it', (text, host) => {
    expect(parse(text)).toEqual({ ok: false, failure: { code: 'insecurePrivate', host } });
    expect(parse(text, true).ok).toBe(true);
  });

  it.each([
    ['http://dialer.example.com', 'dialer.example.com'],
    ['http://11.1.2.3', '11.1.2.3'],
    ['http://172.15.0.1', '172.15.0.1'],
    ['http://172.32.0.1', '172.32.0.1'],
    ['http://192.169.0.1', '192.169.0.1'],
    ['http://169.253.1.1', '169.253.1.1'],
    ['http://0.0.0.0', '0.0.0.0'],
    ['http://10.example.com', '10.example.com'],
    ['http://local.example', 'local.example'],
    ['http://localhost.example.com', 'localhost.example.com'],
    ['http://[2001:db8::1]', '[2001:db8::1]'],
    ['http://[fec0::1]', '[fec0::1]'],
    ['http://[fe00::1]', '[fe00::1]'],
    ['http://[::]', '[::]'],
    ['http://[::ffff:8.8.8.8]', '[::ffff:808:808]'],
    ['http://[::2]', '[::2]'],
  ])('to %s, which is public, is never allowed', (text, host) => {
    expect(parse(text, true)).toEqual({ ok: false, failure: { code: 'insecurePublic', host } });
  });
});

describe('the paths of a pasted address', () => {
  const usual = { agentPath: '/agc/api.php', nonAgentPath: '/vicidial/non_agent_api.php' };
  const below = { agentPath: '/site/agc/api.php', nonAgentPath: '/site/vicidial/non_agent_api.php' };

  it.each([
    ['/agc/vicidial.php', usual],
    ['/agc/', usual],
    ['/agc', usual],
    ['/agc/api.php', usual],
    ['/vicidial/admin.php', usual],
    ['/vicidial/', usual],
    ['/vicidial/non_agent_api.php', usual],
    ['/site/agc/vicidial.php', below],
    ['/site/vicidial/admin.php', below],
    ['/agents/vicidial.php', { agentPath: '/agents/api.php', nonAgentPath: null }],
    ['/agents/api.php', { agentPath: '/agents/api.php', nonAgentPath: null }],
    ['/api.php', { agentPath: '/api.php', nonAgentPath: null }],
    ['/admin/admin.php', { agentPath: null, nonAgentPath: '/admin/non_agent_api.php' }],
    ['/admin/non_agent_api.php', { agentPath: null, nonAgentPath: '/admin/non_agent_api.php' }],
    ['/', { agentPath: null, nonAgentPath: null }],
    ['/crm/contacts/12', { agentPath: null, nonAgentPath: null }],
    ['/crm/index.php', { agentPath: null, nonAgentPath: null }],
    ['/%41/agc/', { agentPath: null, nonAgentPath: null }],
  ])('%s', (path, paths) => {
    const value = { server: 'https://dialer.example.com', ...paths };
    expect(parse(`https://dialer.example.com${path}`)).toEqual({ ok: true, value });
  });

  it.each(['/agc/api.php', '/relay', '/a-b_c.d/~e/api.php'])('%s is a path', (path) => {
    expect(isApiPath(path)).toBe(true);
  });

  it.each([
    '',
    '/',
    'agc/api.php',
    '//evil.example/x',
    '/x?y',
    '/x#y',
    '/x y',
    '/x\n',
    '/x\\y',
    '@evil.example',
    `/${'x'.repeat(300)}`,
  ])('%j is no path', (path) => {
    expect(isApiPath(path)).toBe(false);
  });
});
