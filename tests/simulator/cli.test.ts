import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { send } from './conformance/send.ts';

const script = fileURLToPath(new URL('./cli.ts', import.meta.url));
let child: ChildProcess | undefined;

afterEach(() => child?.kill('SIGKILL'));

function start(...args: string[]) {
  const started = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child = started;
  return started;
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

// A process of its own, started several times on a machine that may be busy.
describe('npm run dialer', { timeout: 30_000 }, () => {
  it('says where it is and who may sign in, answers, and ends cleanly on SIGINT', async () => {
    const dialer = start('--port', '0');
    const [greeting] = await once(dialer.stdout, 'data');
    const url = String(greeting).match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
    expect(String(greeting)).toMatch(/apiuser +apipass123 +API User, both APIs/);
    // Whoever opens the agent screen by hand is asked for a phone; at the other address nobody is asked for anything.
    expect(String(greeting)).toMatch(/1000 +\S+ +cc100 +sip-secret-100 +/);
    const [open = ''] = /\S+\/control\/screen\?user=\w+/.exec(String(greeting)) ?? [];
    expect((await send({ method: 'GET', url: open })).body).toContain('<html');
    expect((await send({ method: 'GET', url: `${url}/agc/api.php?function=version` })).body).toMatch(/^VERSION: /);
    const rule = { fault: { kind: 'delayAfter', ms: 60_000 } };
    const headers = { 'Content-Type': 'application/json' };
    await send({ method: 'POST', url: `${url}/control/faults`, headers, body: JSON.stringify(rule) });
    const waiting = send({ method: 'GET', url: `${url}/agc/api.php?function=version` }).catch(() => 'broken');
    dialer.kill('SIGINT');
    expect(await waiting).toBe('broken');
    expect(await once(dialer, 'exit')).toEqual([0, null]);
  });

  it.each([
    [['--frob'], "Unknown option '--frob'"],
    [['--port', 'x'], '"x" is no port'],
    [['8180'], 'Unexpected argument'],
  ])('explains itself for %j', async (args, message) => {
    const dialer = start(...args);
    const [errors, [code]] = await Promise.all([textOf(dialer.stderr), once(dialer, 'exit')]);
    expect(errors).toContain(message);
    expect(errors).toContain('Usage: npm run dialer');
    expect(code).toBe(2);
  });

  it('tells what it takes, where that is asked for', async () => {
    const dialer = start('--help');
    const [told, [code]] = await Promise.all([textOf(dialer.stdout), once(dialer, 'exit')]);
    expect(told).toContain('Usage: npm run dialer');
    expect(code).toBe(0);
  });

  it('ends with a sentence when the world file is not there', async () => {
    const dialer = start('--port', '0', '--world', '/nowhere/world.json');
    const [errors, [code]] = await Promise.all([textOf(dialer.stderr), once(dialer, 'exit')]);
    expect(errors).toContain('/nowhere/world.json');
    expect(code).toBe(1);
  });
});
