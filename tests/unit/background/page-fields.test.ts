import { describe, expect, it } from 'vitest';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import { createPageFieldsRight, pageFieldsOf } from '../../../lib/background/page-fields.ts';
import { fail, ok, type Result } from '../../../lib/result.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import type { AgentClient } from '../../../lib/vicidial/client.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import { agentIn, dialIn, NUMBER } from '../agent/dials.ts';
import { setUpCalls } from './call-rig.ts';
import { signedInArea } from './rig.ts';

const RECORD = { vendorId: 'P-7', ownsNumber: true, person: { firstName: 'Ada', email: 'ada@example.com' } };
const DIAL = dialIn('talking', { record: RECORD });
const MEANT = { inWrapUp: false, phoneNumber: null };
const ON_LINE = { phoneNumber: NUMBER.nationalNumber };
const PUSH = { action: 'pushFields', dialId: 'dial-1', meant: MEANT } as const;

async function createScene(answer: Result<boolean, VicidialFailure> = ok(true)) {
  const store = createSessionStore(await signedInArea());
  await store.load();
  await store.update({ agent: agentIn('talking', ON_LINE), dial: DIAL });
  let asked = 0;
  const client = {
    mayUpdateFields: async () => {
      asked++;
      return answer;
    },
  } as unknown as AgentClient;
  const right = createPageFieldsRight({ store, client: () => client });
  return { store, right, asked: () => asked };
}

describe('what the page says of who is on the line', () => {
  const shown = async (change: object) => {
    const { store } = await createScene();
    await store.update({ mayPushFields: true, ...change });
    return pageFieldsOf(store.current());
  };

  it('is shown while VICIdial writes it', async () => {
    expect(await shown({})).toEqual({ dialId: 'dial-1', person: RECORD.person, unfit: [] });
  });

  it.each(['onCall', 'talking', 'parked', 'threeWay'] as const)('is shown while %s', async (phase) => {
    expect(await shown({ agent: agentIn(phase, ON_LINE) })).not.toBeNull();
  });

  it.each(['dialling', 'customerGone', 'wrapUp', 'paused', 'previewing', 'unknown'] as const satisfies AgentPhase[])(
    'is not shown while %s',
    async (phase) => {
      expect(await shown({ agent: agentIn(phase, ON_LINE) })).toBeNull();
    },
  );

  it('leaves out, and names, what VICIdial would take for a column', async () => {
    const person = { firstName: 'Frank', lastName: 'Miller', email: 'frank@example.com' };
    expect(await shown({ dial: dialIn('talking', { record: { ...RECORD, person } }) })).toMatchObject({
      ...{ person: { lastName: 'Miller' }, unfit: ['Frank', 'frank@example.com'] },
    });
  });

  it('is not shown where it is another’s, nobody may write it, or nobody has told who may', async () => {
    expect(await shown({ dial: dialIn('talking', { record: { ...RECORD, ownsNumber: false } }) })).toBeNull();
    expect(await shown({ mayPushFields: false })).toBeNull();
    expect(await shown({ mayPushFields: null })).toBeNull();
    expect(await shown({ connection: null })).toBeNull();
  });

  it('is not shown, nor asked about, through a relay', async () => {
    const { store, right, asked } = await createScene();
    const { connection } = store.current();
    await store.update({
      mayPushFields: true,
      connection: connection && { ...connection, relay: { path: '/dialside', hasStatus: true } },
    });
    expect(pageFieldsOf(store.current())).toBeNull();
    await store.update({ mayPushFields: null });
    await right.look();
    expect(asked()).toBe(0);
  });
});

describe('whether the login may write it', () => {
  it.each([true, false])('is asked once in a session: %j', async (may) => {
    const { store, right, asked } = await createScene(ok(may));
    await right.look();
    await right.look();
    await store.update({ dial: { ...DIAL, id: 'dial-2' } });
    await right.look();
    expect([asked(), store.current().mayPushFields]).toEqual([1, may]);
  });

  it('is asked again with the next call where nobody has answered', async () => {
    const { store, right, asked } = await createScene(fail({ code: 'timeout', timeoutMs: 8_000 }));
    await right.look();
    await right.look();
    expect([asked(), store.current().mayPushFields]).toEqual([1, null]);
    await store.update({ dial: { ...DIAL, id: 'dial-2' } });
    await right.look();
    expect(asked()).toBe(2);
  });

  it('is not asked while no page says anything of a call', async () => {
    const { store, right, asked } = await createScene();
    for (const change of [
      { dial: dialIn('talking') },
      { dial: null },
      { dial: DIAL, agent: agentIn('wrapUp', ON_LINE) },
    ]) {
      await store.update(change);
      await right.look();
    }
    expect(asked()).toBe(0);
  });

  it('is of nobody who has signed in while it was asked', async () => {
    const { store } = await createScene();
    const client = {
      mayUpdateFields: async () => {
        const { connection } = store.current();
        await store.update({ connection: connection && { ...connection, id: 'sign-in-2' } });
        return ok(true);
      },
    } as unknown as AgentClient;
    await createPageFieldsRight({ store, client: () => client }).look();
    expect(store.current().mayPushFields).toBeNull();
  });
});

describe('writing it', () => {
  const setUp = async (refused: readonly string[] = [], lost: readonly string[] = []) => {
    const desk = await setUpCalls('talking', refused, undefined, lost);
    await desk.store.update({ dial: DIAL, mayPushFields: true, agent: agentIn('talking', { leadId: '2002' }) });
    return desk;
  };
  const columns = { first_name: 'Ada', email: 'ada@example.com' };

  it('is one request for the lead that is on the screen, however often it is pressed meanwhile', async () => {
    const { calls, asked } = await setUp();
    const [one, other] = await Promise.all([calls.control(PUSH), calls.control(PUSH)]);
    expect([one, other]).toEqual([ok(null), ok(null)]);
    expect(asked).toEqual([['updateFields', columns, '2002']]);
  });

  it('holds no transfer back, before its answer or after', async () => {
    const { calls, asked } = await setUp();
    const written = calls.control(PUSH);
    const meant = { ...MEANT, leadId: '2002' };
    const transferred = calls.control({ action: 'blindTransfer', number: '7275551313', meant });
    expect([await written, await transferred]).toEqual([ok(null), ok(null)]);
    expect(asked.map(([name]) => name)).toEqual(['updateFields', 'transfer']);
    expect(await calls.control(PUSH)).toEqual(ok(null));
    expect(asked).toHaveLength(2);
  });

  it('is not sent again by itself where no answer came', async () => {
    const { calls, asked } = await setUp([], ['updateFields']);
    expect(await calls.control(PUSH)).toMatchObject({ ok: false, failure: { failure: { code: 'timeout' } } });
    expect(asked).toHaveLength(1);
  });

  it('is not done to another call, nor with what another page said', async () => {
    const { calls, asked, truth, clock } = await setUp();
    const otherCall = { ok: false, failure: { code: 'notNow', reason: 'otherCall' } };
    expect(await calls.control({ ...PUSH, dialId: 'dial-0' })).toEqual(otherCall);
    // By now the next customer is there.
    truth.phoneNumber = '7275551313';
    clock.now += 60_000;
    expect(await calls.control({ ...PUSH, meant: { ...MEANT, phoneNumber: '7275551212' } })).toEqual(otherCall);
    expect(asked).toEqual([]);
  });

  it('is not done on a reading that is old, and nobody makes anew', async () => {
    const { calls, asked, truth, clock } = await setUp();
    truth.isSilent = true;
    clock.now += 60_000;
    expect(await calls.control(PUSH)).toEqual({ ok: false, failure: { code: 'notNow', reason: 'notRead' } });
    expect(asked).toEqual([]);
  });

  it('is offered no more once it was refused as not allowed, and after another refusal still', async () => {
    const { calls, store } = await setUp(['updateFields']);
    expect((await calls.control(PUSH)).ok).toBe(false);
    expect(store.current().mayPushFields).toBe(true);
    const forbidden = await setUpCalls('talking', ['updateFields'], undefined, [], {
      code: 'notPermitted',
      function: 'update_fields',
    });
    await forbidden.store.update({ dial: DIAL, mayPushFields: true, agent: agentIn('talking', ON_LINE) });
    expect(await forbidden.calls.control(PUSH)).toMatchObject({ failure: { failure: { code: 'notPermitted' } } });
    expect(forbidden.store.current().mayPushFields).toBe(false);
  });
});
