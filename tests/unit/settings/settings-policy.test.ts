import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../lib/settings/schema.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';

type Items = Record<string, unknown>;

/** A device whose company may change its mind; a later worker starts from the same disk. */
function createDevice(policy: Items | null, disk: Items = {}) {
  const company = { policy, tell: () => {} };
  const area = {
    get: async () => structuredClone(disk),
    set: async (change: Items) => void Object.assign(disk, structuredClone(change)),
    remove: async () => undefined,
  };
  const startWorker = (
    read = async () => company.policy ?? Promise.reject(new Error('Managed storage manifest not found')),
  ) => {
    const settings = createSettingsStore(area, {
      read,
      onChange(listener) {
        company.tell = listener;
      },
    });
    return settings;
  };
  return { disk, company, startWorker };
}

/** A worker that has heard the company. */
async function open(policy: Items | null, disk: Items = {}) {
  const device = createDevice(policy, disk);
  const settings = device.startWorker();
  await settings.read();
  await settled();
  const announce = async (next: Items | null) => {
    device.company.policy = next;
    device.company.tell();
    await settled();
  };
  return { ...device, settings, announce };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const CRM = 'https://crm.example/*';
const DESK = 'https://desk.example/*';

describe('a value of the company', () => {
  it('holds until the agent chooses another, and Dialside’s own where there is none', async () => {
    const { settings, disk } = await open({ siteMode: 'marksOnly', regions: ['DE'] });
    expect(await settings.read()).toMatchObject({ siteMode: 'marksOnly', regions: ['DE'], pauseBeforeDial: 'ask' });
    await settings.write({ siteMode: 'buttonsOnHover' });
    expect(await settings.read()).toMatchObject({ siteMode: 'buttonsOnHover', regions: ['DE'] });
    expect(disk).not.toHaveProperty('regions');
  });

  it('that is locked holds over what the agent chose before, which comes back with the lock’s end', async () => {
    const { settings, announce } = await open({ keepCalls: false, locked: ['keepCalls'] }, { keepCalls: true });
    expect((await settings.read()).keepCalls).toBe(false);
    await announce(null);
    expect((await settings.read()).keepCalls).toBe(true);
  });

  it('stands in for what is stored and cannot be read', async () => {
    const { settings } = await open({ regions: ['DE'] }, { regions: 'nonsense' });
    expect((await settings.read()).regions).toEqual(['DE']);
  });
});

describe('a change of what is locked', () => {
  it.each<[Items, Partial<Settings>]>([
    [{ siteMode: 'buttons', locked: ['siteMode'] }, { siteMode: 'marksOnly' }],
    [
      { webphoneHosts: ['phone.example'], locked: ['webphoneHosts'] },
      { webphoneHosts: ['phone.example', 'evil.example'] },
    ],
    [{ sites: ['crm.example'], locked: ['sites'] }, { sites: [CRM, DESK] }],
    [{ sites: ['crm.example'], locked: ['sites'] }, { siteModes: [{ host: 'crm.example', mode: 'off' }] }],
    [{ siteMode: 'buttons', locked: ['siteMode'] }, { siteModes: [{ host: 'crm.example', mode: 'marksOnly' }] }],
  ])('under %j is refused whole: %j', async (policy, change) => {
    const { settings, disk } = await open(policy);
    const before = [await settings.read(), structuredClone(disk)];
    await expect(settings.write({ ...change, keepCalls: true })).rejects.toThrow('Set by the company');
    expect([await settings.read(), disk]).toEqual(before);
    await settings.write({ keepCalls: true });
    expect((await settings.read()).keepCalls).toBe(true);
  });

  it('to what it is already is none', async () => {
    const { settings } = await open({ sites: ['crm.example'], locked: ['sites'] });
    await settings.write({ sites: [CRM] });
    expect((await settings.read()).sites).toEqual([CRM]);
  });

  it('that got onto the disk has no effect', async () => {
    const modes = [
      { host: 'crm.example', mode: 'off' },
      { host: 'desk.example', mode: 'buttons' },
    ];
    const policy = { sites: ['crm.example'], siteMode: 'marksOnly', locked: ['sites', 'siteMode'] };
    const { settings } = await open(policy, { sites: [DESK], siteMode: 'buttons', siteModes: modes });
    expect(await settings.read()).toMatchObject({ sites: [CRM], siteMode: 'marksOnly', siteModes: [] });
  });
});

describe('the company’s sites', () => {
  it('stand beside the agent’s own, and one that is added later reaches him', async () => {
    const { settings, announce } = await open({ sites: ['crm.example'] }, { sites: [DESK] });
    expect((await settings.read()).sites).toEqual([CRM, DESK]);
    await announce({ sites: ['crm.example', 'wiki.example'] });
    expect((await settings.read()).sites).toEqual([CRM, 'https://wiki.example/*', DESK]);
  });

  it('are taken out and back by the agent, and never become his own', async () => {
    const { settings, announce, disk } = await open({ sites: ['crm.example'] });
    await settings.write({ sites: [DESK] });
    expect((await settings.read()).sites).toEqual([DESK]);
    await settings.write({ sites: [DESK, CRM] });
    expect((await settings.read()).sites).toEqual([CRM, DESK]);
    expect(disk).toMatchObject({ sites: [DESK] });
    await announce({});
    expect((await settings.read()).sites).toEqual([DESK]);
  });
});

describe('the company’s word', () => {
  it('takes effect when it is given, and is told once', async () => {
    const { settings, announce } = await open({});
    const heard: unknown[] = [];
    settings.onChange(({ siteMode, policy }, before) => heard.push([siteMode, policy.locked, before.siteMode]));
    await announce({ siteMode: 'marksOnly', locked: ['siteMode'] });
    await announce({ siteMode: 'marksOnly', locked: ['siteMode'] });
    expect(heard).toEqual([['marksOnly', ['siteMode'], 'buttons']]);
  });

  it('is the same object until it changes, so that a change of the agent’s is not taken for one of it', async () => {
    const { settings } = await open({ sites: ['crm.example'] });
    const { policy } = await settings.read();
    await settings.write({ sites: [CRM, DESK] });
    expect((await settings.read()).policy).toBe(policy);
  });

  it('holds in a later worker before the browser has repeated it', async () => {
    const { startWorker } = await open({ siteMode: 'marksOnly', locked: ['siteMode'] });
    const later = startWorker(() => new Promise(() => {}));
    expect(await later.read()).toMatchObject({ siteMode: 'marksOnly', policy: { locked: ['siteMode'] } });
    await expect(later.write({ siteMode: 'buttons' })).rejects.toThrow();
  });

  it('ends where nothing is managed any more, which Firefox tells by a refusal', async () => {
    const { settings, announce } = await open({ siteMode: 'marksOnly', locked: ['siteMode'] });
    await announce(null);
    expect(await settings.read()).toMatchObject({ siteMode: 'buttons', policy: { locked: [] } });
  });

  it('sends the next sign-in to its server', async () => {
    const remembered = {
      ...{ server: 'https://old.example', agentPath: '/x/api.php', nonAgentPath: '/y.php', user: '6666' },
      ...{ agentUser: '', region: 'US', dialMethod: 'manual' },
    };
    const { settings, announce } = await open({ server: 'new.example/agc/', locked: ['server'] }, { remembered });
    const there = { ...remembered, server: 'https://new.example', agentPath: '', nonAgentPath: '' };
    expect((await settings.read()).remembered).toEqual(there);
    await announce({ server: 'new.example' });
    expect((await settings.read()).remembered).toEqual(remembered);
  });
});
