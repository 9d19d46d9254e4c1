import { createSessionControl } from '../../../lib/background/session/session-control.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { createArea } from './rig.ts';

export const REQUEST = {
  server: 'https://dialer.example.com',
  agentPath: '',
  nonAgentPath: '',
  allowInsecure: false,
  user: '1000',
  password: 'mistyped',
  agentUser: '',
  region: 'US',
  dialMethod: 'unknown',
  statusCredential: null,
  pin: null,
} as const;

const ANSWERS: Record<string, string> = {
  version: 'VERSION: 2.14-82|BUILD: 250122-1010|DATE: 2026-11-20 16:49:12|EPOCH: 1795211352\n',
  recording: 'NOTICE: not recording - 1000|||||10.10.10.15|8600051|PAUSED\n',
};

/** A session at a server that takes every login, with all that it has told and sent. */
export async function setUp() {
  const local = createArea();
  const memory = createArea();
  const store = createSessionStore(memory);
  await store.load();
  const passwords: (string | null)[] = [];
  const ended: unknown[] = [];
  const refused: unknown[] = [];
  const closed: number[] = [];
  const taken: string[] = [];
  let grant = () => {};
  const granted = new Promise<void>((resolve) => {
    grant = resolve;
  });
  const session = createSessionControl({
    store,
    settings: createSettingsStore(local),
    fetch: async (_input, init) => {
      const body = new URLSearchParams(String(init?.body));
      if (body.has('pass')) passwords.push(body.get('pass'));
      return new Response(ANSWERS[body.get('function') ?? ''] ?? '');
    },
    hasPermission: () => granted.then(() => true),
    keepConnectionsFresh: async () => {},
    onAgent: async ({ phase }) => void taken.push(phase),
    onEnded: async ({ connection }) => {
      ended.push([connection?.credentials?.user, store.current().connection]);
    },
    onRefused: async (reason) => void refused.push(reason),
    onSecondRefused: async () => {},
    onTypedRefused: async () => {},
    closeWindow: async (id) => void closed.push(id),
    now: () => 0,
  });
  return { session, store, local, memory, passwords, grant, ended, refused, closed, taken };
}
