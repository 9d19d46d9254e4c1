import { parseArgs } from 'node:util';
import { createDialer, type Dialer } from './dialer.ts';
import { createPhoneSettings } from './screen/phone-settings.ts';
import { findLiveAgent, readWorldFile, type User, type World } from './world.ts';

const usage = `Usage: npm run dialer -- [--port PORT] [--world FILE]

  --port PORT   the port on 127.0.0.1, 8180 when left out; 0 takes any free one
  --world FILE  start from the tables in this JSON file, in the form of tests/simulator/data/world.json
  --help        this text
`;

interface Arguments {
  readonly help: boolean;
  readonly port: number;
  readonly world: string | undefined;
}

function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8180' },
      world: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`"${values.port}" is no port`);
  return { port, world: values.world, help: values.help };
}

function describe({ url, world }: Dialer): string {
  return [
    `Simulated VICIdial at ${url}`,
    `  agent screen    ${url}/agc/vicidial.php`,
    `  already open    ${url}/control/screen?user=${agentOf(world)}`,
    `  agent API       ${url}/agc/api.php`,
    `  status API      ${url}/vicidial/non_agent_api.php`,
    `  remote control  ${url}/control/world`,
    '',
    ...table(world.users.map((user) => [user.user, user.pass, ...phoneOf(world, user), purposeOf(world, user)])),
    '',
    'Ctrl+C ends it.',
    '',
  ].join('\n');
}

function table(rows: readonly string[][]): string[] {
  const all = [['user', 'password', 'phone login', 'its password', 'what it is for'], ...rows];
  const widthOf = (column: number) => Math.max(...all.map((row) => row[column]?.length ?? 0));
  return all.map((row) => `  ${row.map((cell, column) => cell.padEnd(widthOf(column))).join('  ')}`.trimEnd());
}

/** The agent screen asks for the phone first. Who is no agent has none. */
function phoneOf(world: World, user: User): readonly [login: string, password: string] {
  if (agentPurpose(world, user) === '') return ['', ''];
  const { login, password } = createPhoneSettings(world).of(user.user);
  return [login, password];
}

/** One who has a session already, or may begin one. */
function agentOf(world: World): string {
  return (world.live_agents[0] ?? world.users[0])?.user ?? '';
}

/** Read from the world, so that it is right for a world of one's own too. */
function purposeOf(world: World, user: User): string {
  const api = user.vdc_agent_api_access === '1' ? apiPurpose(user) : 'no access to the APIs';
  const parts = [user.active === 'Y' ? '' : 'inactive', agentPurpose(world, user), api];
  return [user.full_name, ...parts.filter((part) => part !== '')].join(', ');
}

function apiPurpose(user: User): string {
  const apis = Number(user.user_level) >= 7 ? 'both APIs' : 'agent API';
  const all = user.api_allowed_functions.includes(' ALL_FUNCTIONS ');
  return `${apis}${all ? '' : `, allowed: ${user.api_allowed_functions.trim()}`}`;
}

function agentPurpose(world: World, user: User): string {
  const agent = findLiveAgent(world, user.user);
  if (agent) return `agent, ${agent.status} in ${agent.campaign_id}`;
  return Number(user.user_level) < 7 ? 'agent, logged out' : '';
}

async function main(args: readonly string[]): Promise<void> {
  let wanted: Arguments;
  try {
    wanted = readArguments(args);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const { port, world, help } = wanted;
  if (help) {
    process.stdout.write(usage);
    return;
  }
  const dialer = await createDialer({ port, ...(world === undefined ? {} : { world: readWorldFile(world) }) });
  // Before the greeting: who has read it may end the dialer at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void dialer.close());
  process.stdout.write(describe(dialer));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
});
