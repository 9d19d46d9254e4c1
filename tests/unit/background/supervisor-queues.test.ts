import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { askedOf, createSupervisorRig, SUPERVISOR } from './supervisor-rig.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
});
afterEach(() => dialer.close());

const supervise = (login = SUPERVISOR) => createSupervisorRig(dialer, login);
const asked = (name: string) => askedOf(dialer, name);

describe('what waits', () => {
  it('is counted for each in-group and each user group by itself', async () => {
    const { desk } = await supervise();
    const answer = await desk.queues({ kind: 'ingroup', names: ['SALESLINE', 'SUPPORT'] });
    expect(answer).toMatchObject({
      value: [
        { name: 'SALESLINE', counts: { value: { callsWaiting: 1 } } },
        { name: 'SUPPORT', counts: { value: { callsWaiting: 0 } } },
      ],
    });
    expect(asked('in_group_status').map(({ parameters }) => parameters.in_groups)).toEqual(['SALESLINE', 'SUPPORT']);
    const groups = await desk.queues({ kind: 'userGroup', names: ['AGENTS'] });
    expect(groups.ok && groups.value).toMatchObject([
      { name: 'AGENTS', counts: { value: { agents: 14, inWrapUp: 1 } } },
    ]);
  });

  const HTML = { ok: false, failure: { code: 'vicidial', failure: { code: 'notVicidial' } } };
  const failing = (nth: number) =>
    dialer.faults.add({ match: { function: 'in_group_status', nth }, fault: { kind: 'html' } });

  it('is told of all in-groups but the one that fails', async () => {
    const { desk } = await supervise();
    failing(2);
    expect(await desk.queues({ kind: 'ingroup', names: ['SUPPORT', 'BILLING', 'SALESLINE'] })).toMatchObject({
      value: [
        { name: 'SUPPORT', counts: { ok: true } },
        { name: 'BILLING', counts: HTML },
        { name: 'SALESLINE', counts: { value: { callsWaiting: 1 } } },
      ],
    });
  });

  it('is asked no further once two in a row have failed, and says of the rest that it was not asked for', async () => {
    const { desk } = await supervise();
    for (const nth of [2, 3]) failing(nth);
    const names = ['SALESLINE', 'AAA', 'BBB', 'CCC', 'SUPPORT'];
    const answer = await desk.queues({ kind: 'ingroup', names });
    expect(answer).toMatchObject({
      value: [
        { name: 'SALESLINE', counts: { ok: true } },
        ...['AAA', 'BBB'].map((name) => ({ name, counts: HTML })),
        ...['CCC', 'SUPPORT'].map((name) => ({ name, counts: null })),
      ],
    });
    expect(asked('in_group_status')).toHaveLength(3);
  });

  it('is told also of those behind two that fail each time, in the order in which it is asked for', async () => {
    const { desk } = await supervise();
    for (const nth of [1, 2, 5, 6]) failing(nth);
    const names = ['AAA', 'BBB', 'SALESLINE', 'SUPPORT'];
    expect(await desk.queues({ kind: 'ingroup', names })).toEqual(HTML);
    expect(await desk.queues({ kind: 'ingroup', names })).toMatchObject({
      value: names.map((name, at) => ({ name, counts: at < 2 ? HTML : { ok: true } })),
    });
    const order = asked('in_group_status').map(({ parameters }) => parameters.in_groups);
    expect(order).toEqual(['AAA', 'BBB', 'SALESLINE', 'SUPPORT', 'AAA', 'BBB']);
  });

  it('is not known at all where nothing was told of any', async () => {
    const { desk } = await supervise();
    for (const nth of [1, 2]) failing(nth);
    expect(await desk.queues({ kind: 'ingroup', names: ['SALESLINE', 'SUPPORT', 'BILLING'] })).toEqual(HTML);
  });

  it('is asked no further once the first is refused, and is told to nobody without the right', async () => {
    const { desk } = await supervise({ user: 'apilimited', password: 'limited123' });
    expect(await desk.queues({ kind: 'ingroup', names: ['SALESLINE', 'SUPPORT'] })).toEqual({
      ok: false,
      failure: { code: 'vicidial', failure: { code: 'notPermitted', function: 'in_group_status' } },
    });
    expect(asked('in_group_status')).toHaveLength(1);
  });
});
