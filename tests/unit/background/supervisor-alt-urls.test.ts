import { afterEach, beforeEach, expect, it } from 'vitest';
import { parsePageTemplate } from '../../../lib/crm/pages/page-address.ts';
import type { AfterCallPage } from '../../../lib/crm/pages/page-rules.ts';
import { createDialer, type Dialer } from '../../simulator/dialer.ts';
import { findCampaign } from '../../simulator/world.ts';
import { askedOf, createSupervisorRig } from './supervisor-rig.ts';

let dialer: Dialer;
beforeEach(async () => {
  dialer = await createDialer();
  findCampaign(dialer.world, 'TESTCAMP')!.dispo_call_url = 'ALT';
});
afterEach(() => dialer.close());

const ADDRESS = 'https://crm.example.com/survey?lead=--A--lead_id--B--';
const template = parsePageTemplate(ADDRESS);
const SURVEY: AfterCallPage = {
  ...{ name: 'Survey', template: template.ok ? template.value : ('' as never), campaigns: [] },
  ...{ statuses: ['SALE'], minimumSeconds: 30, rank: 4 },
};
const add = { kind: 'add', campaign: 'TESTCAMP', name: 'Survey', template: ADDRESS } as const;
const question = { campaign: 'TESTCAMP', event: 'dispo' } as const;

async function supervise(pages: readonly AfterCallPage[] = [SURVEY]) {
  const rig = await createSupervisorRig(dialer);
  await rig.settings.write({ afterCallPages: pages });
  return rig.desk;
}

it('writes a page of the options to VICIdial, reads it again, and switches it off, each by one request', async () => {
  const desk = await supervise();
  expect(await desk.changeAltUrl(add)).toEqual({ ok: true, value: null });
  const listed = await desk.altUrls(question);
  expect(listed).toMatchObject({
    value: [{ active: true, address: ADDRESS, statuses: ['SALE'], minimumSeconds: 30, rank: 4, description: 'Survey' }],
  });
  const id = (listed.ok && listed.value[0]?.id) || '';
  expect(await desk.changeAltUrl({ ...question, kind: 'switch', id, active: false })).toEqual({
    ok: true,
    value: null,
  });
  expect(await desk.altUrls(question)).toMatchObject({ value: [{ active: false, address: ADDRESS }] });
  expect(askedOf(dialer, 'update_alt_url')).toHaveLength(4);
});

it('writes nothing that does not stand in the options as it is', async () => {
  const desk = await supervise();
  dialer.log.clear();
  for (const change of [
    { ...add, template: 'https://evil.example/?x=--A--lead_id--B--' },
    { ...add, name: 'Other' },
  ]) {
    expect(await desk.changeAltUrl(change)).toMatchObject({ failure: { failure: { code: 'refusedInput' } } });
  }
  expect(askedOf(dialer)).toEqual([]);
});

it('tells no password of an address, and writes none', async () => {
  const secret = parsePageTemplate('https://crm.example.com/hook?api_key=k123&lead=--A--lead_id--B--');
  const page = { ...SURVEY, template: secret.ok ? secret.value : ('' as never) };
  const desk = await supervise([SURVEY, page]);
  await desk.changeAltUrl(add);
  const stored = dialer.world.url_multi.find(({ url_address }) => url_address === ADDRESS)!;
  stored.url_address = 'http://127.0.0.1/vicidial/non_agent_api.php?user=6666&pass=secret1&lead_id=--A--lead_id--B--';
  expect(await desk.altUrls(question)).toMatchObject({
    value: [{ address: 'http://127.0.0.1/vicidial/non_agent_api.php?user=6666&pass=***&lead_id=--A--lead_id--B--' }],
  });
  dialer.log.clear();
  expect(await desk.changeAltUrl({ ...add, template: page.template })).toMatchObject({
    failure: { failure: { code: 'refusedInput' } },
  });
  expect(askedOf(dialer)).toEqual([]);
});

it('says that the campaign has no such list, and lists none for it', async () => {
  findCampaign(dialer.world, 'TESTCAMP')!.dispo_call_url = '';
  const desk = await supervise();
  expect(await desk.altUrls(question)).toEqual({ ok: true, value: [] });
  expect(await desk.changeAltUrl(add)).toEqual({
    ok: false,
    failure: { code: 'vicidial', failure: { code: 'altUrlsOff' } },
  });
});

it('is refused without the right, and sent once where no answer comes', async () => {
  const desk = await supervise();
  dialer.faults.add({
    match: { function: 'update_alt_url', nth: 1 },
    fault: { kind: 'dropConnection', takesEffect: true },
  });
  expect((await desk.changeAltUrl(add)).ok).toBe(false);
  expect(askedOf(dialer, 'update_alt_url')).toHaveLength(1);
  const low = await createSupervisorRig(dialer, { user: 'api7', password: 'level7pass' });
  expect(await low.desk.altUrls(question)).toMatchObject({
    failure: { failure: { code: 'notPermitted', function: 'update_alt_url' } },
  });
});
