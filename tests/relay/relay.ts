import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A running nginx with the configuration of docs/relay. */
export interface Relay {
  readonly url: string;
  /** Everything it has written, access and errors. */
  logs(): string;
  close(): Promise<void>;
}

export interface RelayOptions {
  readonly nginx: string;
  readonly dialerUrl: string;
  readonly signOnUrl: string;
  /** Person and agent. */
  readonly agents: Readonly<Record<string, string>>;
  readonly login: string;
  readonly statusLogin: string;
}

const CONFIGURATION = fileURLToPath(new URL('../../docs/relay/dialside-relay.conf', import.meta.url));
const PATIENCE_MS = 10_000;

/** Starts it on loopback, in a folder of its own. Only addresses and places are other than in the file. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const folder = mkdtempSync(join(tmpdir(), 'dialside-relay-'));
  const port = await freePort();
  const file = (name: string, text: string) => writeFileSync(join(folder, name), text, { mode: 0o600 });
  const agents = Object.entries(options.agents).map(([person, agent]) => `"${person}" ${agent};`);
  file('agents.map', agents.join('\n'));
  file(
    'logins.conf',
    `map "" $dialside_login { default "${options.login}"; }
map "" $dialside_status_login { default "${options.statusLogin}"; }`,
  );
  file('relay.conf', changed(readFileSync(CONFIGURATION, 'utf8'), folder, port, options));
  file('nginx.conf', mainConfiguration(folder));
  // One process, which is whoever runs the test: nobody else may read its folder.
  const program = spawn(options.nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  program.stderr.on('data', (text: Buffer) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  const logs = () => ['access.log', 'error.log'].map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const close = async () => {
    program.kill('SIGQUIT');
    await ended;
    rmSync(folder, { recursive: true });
  };
  try {
    await listening(port, ended);
  } catch (error) {
    await close();
    throw new Error(`nginx does not start: ${said}`, { cause: error });
  }
  return { url: `http://127.0.0.1:${port}`, logs, close };
}

/** The file with what an administrator changes in it; each place has to be there. */
function changed(text: string, folder: string, port: number, { dialerUrl, signOnUrl }: RelayOptions): string {
  const places: readonly (readonly [was: string, is: string])[] = [
    ['server dialer.example.com:443;', `server ${new URL(dialerUrl).host};`],
    ['https://dialside_dialer/', 'http://dialside_dialer/'],
    ['/etc/nginx/dialside/agents.map', join(folder, 'agents.map')],
    ['/etc/nginx/dialside/logins.conf', join(folder, 'logins.conf')],
    ['listen 443 ssl;', `listen 127.0.0.1:${port};`],
    ['ssl_certificate /etc/nginx/dialside/relay.crt;', ''],
    ['ssl_certificate_key /etc/nginx/dialside/relay.key;', ''],
    ['/var/log/nginx/dialside.log', join(folder, 'access.log')],
    ['http://127.0.0.1:4180', signOnUrl],
  ];
  return places.reduce((now, [was, is]) => {
    if (!now.includes(was)) throw new Error(`The configuration does not say ${was}`);
    return now.replaceAll(was, is);
  }, text);
}

function mainConfiguration(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log info;
events {}
http {
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  include ${folder}/relay.conf;
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(port: number, ended: Promise<void>): Promise<void> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const until = Date.now() + PATIENCE_MS;
  while (!isOver && Date.now() < until) {
    if (await accepts(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It does not listen');
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
