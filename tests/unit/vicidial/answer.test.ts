import { describe, expect, it } from 'vitest';
import { agentOf, fakeServer, statusOf } from './fake-server.ts';

const SUCCESS = 'SUCCESS: external_pause function set - PAUSE|1795211353|1000\n';
const AT = { ok: true, value: { epochSeconds: 1795211353 } };

async function failureOf(body: string | Uint8Array<ArrayBuffer>) {
  const answer = await agentOf(fakeServer(() => new Response(body))).pause('PAUSE');
  return answer.ok ? 'ok' : answer.failure;
}

describe('a body that holds the outcome in an unusual way', () => {
  it.each([
    ['without a line break', SUCCESS.trim()],
    ['with carriage returns', SUCCESS.replace('\n', '\r\n')],
    ['after blank lines', `\n\r\n  \n${SUCCESS}`],
    ['after spaces', `   ${SUCCESS}`],
    ['after a byte order mark', `\u{feff}${SUCCESS}`],
    ['after a warning line', `ERROR: no user found - CRMX\n${SUCCESS}`],
    ['after a notice', `NOTICE: defined dial_ingroup not found - X\n${SUCCESS}`],
    [
      'after a PHP warning',
      `<br />\n<b>Warning</b>: Undefined variable in /srv/agc/api.php on line 3<br />\n${SUCCESS}`,
    ],
    ['before an anchor', `${SUCCESS}\n<a href="javascript:window.close();">Close This Window</a>\n`],
    ['with bytes that are no UTF-8 around it', new Uint8Array([0xff, 0xfe, 10, ...new TextEncoder().encode(SUCCESS)])],
  ])('%s', async (_, body) => {
    expect(await agentOf(fakeServer(() => new Response(body))).pause('PAUSE')).toEqual(AT);
  });
});

describe('a body that is none of VICIdial', () => {
  it.each([
    ['an HTML page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['an HTML page around a known line', `<html>\n<script>\n${SUCCESS}</script></html>`],
    ['a script', '<script>alert(1)</script>'],
    ['JSON', '{"status":"ok"}'],
    ['plain text', 'It works!'],
    ['a word without its colon', 'SUCCESS external_pause function set - PAUSE|1795211353|1000'],
    ['the word inside a line', `debug ${SUCCESS}`],
    ['UTF-16', new Uint8Array(new Uint16Array([...SUCCESS].map((sign) => sign.charCodeAt(0))).buffer)],
    ['NUL bytes', '\0\0\0'],
    ['the success of another function', 'SUCCESS: external_hangup function set - 1|1000\n'],
    ['a success cut off', 'SUCCESS: external_pause function set - PAUSE|17952'],
    ['a success without fields', 'SUCCESS: external_pause function set\n'],
  ])('%s', async (_, body) => {
    expect(await failureOf(body)).toEqual({ code: 'notVicidial' });
  });
});

describe('a translated body', () => {
  it.each([
    'EXITO: pausa puesta - PAUSE|1795211363|1000\n',
    'УСПЕХ: пауза - PAUSE|1795211363|1000',
    '成功: 暂停 - PAUSE|1795211363|1000',
    'ERROR_ES: agente no conectado - 1001\n',
  ])('%j is no success', async (body) => {
    expect(await failureOf(body)).toEqual({ code: 'translated' });
  });

  it('still says that the login was refused, so that nothing is tried again', async () => {
    const body = 'ERROR_ES: Usuario no valido: |apiuser|apipass123|0|1|BAD|0|api|SELECT 1;|\n';
    expect(await failureOf(body)).toEqual({ code: 'badCredentials' });
  });
});

describe('a refused login', () => {
  const line = (fields: string) => `ERROR: Invalid Username/Password: |${fields}|\n`;

  it.each([
    ['apiuser|wrong|0|1|BAD|0|api|SELECT 1;', 'badCredentials'],
    ['apiuser|wrong|0|0|BAD', 'badCredentials'],
    ['||0|0|BAD', 'badCredentials'],
    ['apiuser|right|1|0|GOOD', 'noApiAccess'],
    ['apiuser|right|0|1|LOCK', 'lockedOut'],
    ['apiuser|right|0|1|IPBLOCK', 'addressBlocked'],
    ['apiuser|right|0|1|ERRSERVERS', 'noActiveServer'],
    ['apiuser|right|0|1|2FA', 'twoFactorRequired'],
    ['apiuser|LOCK|0|1|BAD', 'badCredentials'],
    ['apiuser|right|0|1|SOMETHING', 'badCredentials'],
    ['', 'badCredentials'],
  ])('with the fields %j is %s', async (fields, code) => {
    expect(await failureOf(line(fields))).toEqual({ code });
  });

  it.each([
    ['ERROR: Login incorrect, please try again: |apiuser|wrong|BAD|', 'badCredentials'],
    ['ERROR: Login incorrect, please try again: |apiuser|2FA|BAD|', 'badCredentials'],
    ['ERROR: Login incorrect, please try again: |apiuser|right|2FA|', 'twoFactorRequired'],
    ['ERROR: Too many login attempts, try again in 15 minutes: |apiuser|LOCK|', 'lockedOut'],
    ['ERROR: Your IP Address is not allowed: 192.0.2.1: ||IPBLOCK|', 'addressBlocked'],
  ])('of the Non-Agent API, %s, is %s', async (body, code) => {
    expect(await statusOf(fakeServer(body)).agentStatus('1000')).toEqual({ ok: false, failure: { code } });
  });

  it('counts wherever it stands', async () => {
    expect(await failureOf(`${line('apiuser|wrong|0|1|BAD')}${SUCCESS}`)).toEqual({ code: 'badCredentials' });
  });
});

describe('an unknown ERROR line', () => {
  it.each([
    ['ERROR: the moon is full - 1000|secret\n', 'the moon is full'],
    ['ERROR: external_pause error - the moon is full - 1000\n', 'external_pause error - the moon is full'],
    ['ERROR: external_pause THE MOON IS FULL: |apiuser|0|\n', 'external_pause THE MOON IS FULL'],
    ['ERROR: see https://dialer.example.com/x?phone_pass=1\n', 'see https'],
    ['ERROR: moon <b>full</b>\n', 'moon'],
    [`ERROR: ${'moon '.repeat(100)}\n`, 'moon '.repeat(20).trim()],
    ['ERROR: \n', ''],
    ['NOTICE: the moon is full - 1000\n', 'the moon is full'],
  ])('%j is told as %j', async (body, reason) => {
    expect(await failureOf(body)).toEqual({ code: 'otherError', function: 'external_pause', reason });
  });
});
