import { beforeEach, describe, expect, it } from 'vitest';
import { createCallLeads } from '../../../lib/background/call-pages/call-leads.ts';
import type { UrlTemplate } from '../../../lib/crm/url-template.ts';
import { ok } from '../../../lib/result.ts';
import type { SessionState } from '../../../lib/session/session-store.ts';
import type { LeadReader } from '../../../lib/vicidial/non-agent-api/lead-reader.ts';
import { NOW } from '../agent/dials.ts';
import { CALL, LEAD, NEXT, page, resetRig, rig, work } from './call-pages-rig.ts';

beforeEach(resetRig);

describe('pages after a call', () => {
  beforeEach(() => {
    rig.settings = { screenPops: [], popWay: 'newTab', afterCallPages: [page({ statuses: ['SALE'] })] };
  });
  const finish = (step: 'disposing' | 'awaitingFree' | 'done', startedAt = NOW + 60_000) =>
    ({ status: 'SALE', step, startedAt }) as unknown as SessionState['finish'];

  it.each(['awaitingFree', 'done'] as const)(
    'open at once where Dialside has set the disposition (%s)',
    async (step) => {
      const { read } = await work();
      await read('talking', CALL);
      await read('paused', {}, { finish: finish(step) });
      await read('paused');
      expect(rig.opened).toEqual(['first https://crm.example.com/form?d=SALE&l=2001']);
    },
  );

  it('take no disposition that was not accepted, or of the call before', async () => {
    const { read, pass } = await work();
    await read('talking', CALL);
    await read('paused', {}, { finish: finish('disposing') });
    await read('talking', NEXT, { finish: finish('done', NOW - 1) });
    await read('paused');
    await pass();
    expect(rig.opened).toEqual([]);
  });

  it('learn it from the lead, once that has one', async () => {
    rig.leads = [
      { ...LEAD, status: 'INCALL' },
      { ...LEAD, status: 'SALE' },
    ];
    const { read, pass } = await work();
    await read('talking', CALL);
    await read('wrapUp', CALL);
    expect(rig.asked).toEqual([]);
    await read('ready');
    await pass();
    expect([rig.asked, rig.opened]).toEqual([['2001', '2001'], ['first https://crm.example.com/form?d=SALE&l=2001']]);
  });

  it('give up a lead that stays without one, and open what is for each disposition', async () => {
    const each = page({ template: 'https://crm.example.com/each' as UrlTemplate, rank: 1 });
    rig.settings.afterCallPages = [...rig.settings.afterCallPages, each];
    rig.leads = [{ ...LEAD, status: 'INCALL' }];
    const { read, pass } = await work();
    await read('talking', CALL);
    await read('ready');
    await pass(6);
    expect([rig.asked.length, rig.opened]).toEqual([3, ['first https://crm.example.com/each']]);
  });

  it('are rig.opened by the next worker where this one died before, and never twice', async () => {
    rig.leads = [{ ...LEAD, status: 'SALE' }];
    const first = await work();
    await first.read('talking', CALL);
    await first.read('ready');
    const second = await work({ dies: true });
    await second.read('ready');
    await second.pass();
    const third = await work();
    await third.read('ready');
    await third.pass();
    expect([rig.asked, rig.opened, third.store.current().endedCalls]).toEqual([['2001'], [], []]);
  });

  it('count the time talked', async () => {
    rig.settings.afterCallPages = [page({ minimumSeconds: 3 })];
    const { read } = await work();
    const end = (call: object) => read('paused', {}, { finish: finish('done', rig.clock.now) }).then(() => call);
    await read('talking', CALL);
    await read('wrapUp', CALL);
    await end(CALL);
    expect(rig.opened).toEqual([]);
    await read('talking', NEXT);
    for (let seconds = 0; seconds < 3; seconds++) await read('talking', NEXT);
    await end(NEXT);
    expect(rig.opened).toEqual(['first https://crm.example.com/form?d=SALE&l=2002']);
  });

  it('are not rig.opened for who has signed out meanwhile', async () => {
    rig.leads = [{ ...LEAD, status: 'SALE' }];
    const { read, pass, store } = await work();
    await read('talking', CALL);
    await read('ready');
    await store.clear();
    await pass();
    expect(rig.opened).toEqual([]);
  });
});

it('a lead is rig.asked for anew for the next call', async () => {
  const questions: string[] = [];
  const lead = async (id: string) => {
    questions.push(id);
    return ok(null);
  };
  const calls = createCallLeads({ reader: () => ({ lead }) as unknown as LeadReader, inTurn: (ask) => ask() });
  for (const startedAt of [1, 1, 2]) await calls.of({ startedAt, facts: { leadId: '7' } });
  expect(questions).toEqual(['7', '7']);
});
