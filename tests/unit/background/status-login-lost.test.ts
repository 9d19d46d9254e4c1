import { expect, it } from 'vitest';
import type { StatusReading } from '../../../lib/agent/state/agent-state.ts';
import { createDialling, type DiallingPorts } from '../../../lib/background/dialling/dialling.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import { dialIn, NOW, POLICY } from '../agent/dials.ts';
import { signedInArea } from './rig.ts';

const NOTHING = async () => undefined;
const REFUSED = 'ERROR: Login incorrect, please try again: |api8|api8|BAD|';
const IN_CALL = 'NOTICE: not recording - 1000|||||10.0.0.1|8600051|INCALL';

it('the agent’s own login tells of a call at once when the one for the live detail is refused', async () => {
  const store = createSessionStore(await signedInArea());
  await store.load();
  const { connection } = store.current();
  const statusCredential = { user: 'api8', password: 'level8pass' };
  await store.update({ connection: connection && { ...connection, statusCredential }, dial: dialIn('resolving') });
  const asked: string[] = [];
  const readings: StatusReading[] = [];
  const failures: VicidialFailure[] = [];
  const ports: Partial<DiallingPorts> = {
    store,
    fetch: async (_url, init) => {
      const user = new URLSearchParams(String(init?.body)).get('user') ?? '';
      asked.push(user);
      return new Response(user === 'api8' ? REFUSED : IN_CALL);
    },
    ...{ now: () => NOW, after: () => () => {}, random: () => 0.5, policy: async () => POLICY },
    session: () => ({
      takeReading: async (reading) => void readings.push(reading),
      takeFailure: async (failure) => {
        failures.push(failure);
        await store.update({ connection: connection && { ...connection, statusCredential: null } });
      },
      end: NOTHING,
    }),
  };
  await createDialling(ports as DiallingPorts).watch.readNow();
  expect(asked).toEqual(['api8', '1000']);
  expect(failures).toEqual([{ code: 'badCredentials' }]);
  expect(readings).toEqual([{ source: 'recording', liveStatus: 'INCALL', isRecording: false }]);
  expect(store.current().dial?.step).toBe('resolving');
});
