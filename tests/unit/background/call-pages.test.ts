import { beforeEach, describe, expect, it } from 'vitest';
import type { UrlTemplate } from '../../../lib/crm/url-template.ts';
import { agentIn, dialIn } from '../agent/dials.ts';
import { CALL, LEAD, NEXT, pop, resetRig, rig, work } from './call-pages-rig.ts';
import { fillUp } from './rig.ts';

beforeEach(resetRig);

describe('the record of a call', () => {
  it('is rig.opened once, however often the call is read', async () => {
    const { read } = await work();
    await read('ready');
    for (const phase of ['onCall', 'talking', 'customerGone', 'wrapUp'] as const) await read(phase, CALL);
    expect(rig.opened).toEqual(['newTab https://crm.example.com/p/C-1']);
    await read('ready');
    await read('talking', NEXT);
    expect(rig.opened.slice(1)).toEqual(['newTab https://crm.example.com/p/C-2']);
  });

  it('is not rig.opened again by the worker after one that died while it rig.opened it', async () => {
    const first = await work({ dies: true });
    await first.read('talking', CALL);
    expect(rig.opened).toEqual([]);
    const second = await work();
    await second.read('talking', CALL);
    expect(rig.opened).toEqual([]);
    await second.read('talking', NEXT);
    expect(rig.opened).toEqual(['newTab https://crm.example.com/p/C-2']);
  });

  it('is left to a click where it cannot be stored that it was opened', async () => {
    const { read, store, pages } = await work();
    await read('ready');
    fillUp(rig.area);
    await store.keep({ agent: agentIn('talking', CALL) });
    await pages.agentRead();
    expect([rig.opened, store.current().pop?.step]).toEqual([[], 'offered']);
  });

  it('waits until its key is told, and then says what is missing', async () => {
    const { read, pass, store } = await work();
    const { vendorLeadCode: _code, ...uncoded } = CALL;
    await read('dialling', uncoded);
    expect(store.current().pop).toBeNull();
    await pass(1);
    expect(store.current().pop).toMatchObject({ step: 'missing', field: 'vendor_lead_code' });
    await read('talking', CALL);
    expect(rig.opened).toEqual(['newTab https://crm.example.com/p/C-1']);
  });

  it('is offered where the agent wants to click, rig.opened by the click, and taken back after the call', async () => {
    rig.settings.popWay = 'onClick';
    const { read, pages } = await work();
    await read('talking', CALL);
    await read('talking', CALL);
    expect(rig.opened).toEqual(['offered']);
    await pages.openRecord();
    expect(rig.opened).toEqual(['offered', 'withdrawn', 'onClick https://crm.example.com/p/C-1']);
    await read('ready');
    await read('talking', NEXT);
    await read('ready');
    expect(rig.opened.slice(3)).toEqual(['offered', 'withdrawn']);
    await pages.openRecord();
    expect(rig.opened).toHaveLength(5);
  });

  it('asks for the lead once, where the address needs what nothing else tells', async () => {
    rig.settings.screenPops = [pop({ template: 'https://crm.example.com/p?m=--A--email--B--' as UrlTemplate })];
    rig.leads = [{ ...LEAD, email: 'a+b@example.com', user: '9999' }];
    const { read } = await work();
    await read('talking', CALL);
    await read('talking', CALL);
    expect([rig.asked, rig.opened]).toEqual([['2001'], ['newTab https://crm.example.com/p?m=a%2Bb%40example.com']]);
  });

  it('asks for nothing that the call tells itself', async () => {
    const all = 'https://crm.example.com/p?n=--A--phone_number--B--&c=--A--phone_code--B--&u=--A--user--B--';
    rig.settings.screenPops = [pop({ template: all as UrlTemplate })];
    rig.leads = [LEAD];
    const { read, store } = await work();
    await read('talking', CALL);
    const user = store.current().connection?.agentUser;
    expect([rig.asked, rig.opened]).toEqual([[], [`newTab https://crm.example.com/p?n=7275551212&c=1&u=${user}`]]);
  });

  it('is not rig.opened by a later rule while it is not known whether an earlier one is for the call', async () => {
    const sales = pop({ template: 'https://sales.example.com/--A--lead_id--B--' as UrlTemplate, campaigns: ['SALES'] });
    rig.settings.screenPops = [sales, pop()];
    const { read, pass } = await work();
    await read('talking', { ...CALL, campaign: null });
    expect(rig.opened).toEqual([]);
    await pass(1);
    expect(rig.opened).toEqual(['newTab https://crm.example.com/p/C-1']);
  });

  it('is not rig.opened for a call that was clicked on it, and is for one that waited meanwhile', async () => {
    const { read, store } = await work();
    const record = { vendorId: 'C-1' };
    await read('dialling', CALL, { dial: dialIn('ringing', { record }) });
    expect([rig.opened, store.current().pop?.step]).toEqual([[], 'none']);
    await read('ready', {}, { dial: dialIn('confirming', { record }) });
    await read('talking', NEXT);
    expect(rig.opened).toEqual(['newTab https://crm.example.com/p/C-2']);
  });

  it('is not rig.opened in wrap-up, nor without a rule', async () => {
    rig.settings.screenPops = [];
    const { read, store } = await work();
    await read('talking', CALL);
    expect(store.current().followedCall).toBeNull();
    rig.settings.screenPops = [pop({ campaigns: ['OTHER'] })];
    await read('talking', CALL);
    rig.settings.screenPops = [pop()];
    await read('wrapUp', CALL);
    expect(rig.opened).toEqual([]);
  });
});
