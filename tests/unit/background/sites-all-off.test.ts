import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_SITES } from '../../../lib/settings/schema.ts';
import { fake } from './sites-browser.ts';
import { CRM, createDesk, DIALER, forgetAll, running } from './sites-rig.ts';

vi.mock('../../../lib/platform/extension-api.ts', async () => ({
  browser: (await import('./sites-browser.ts')).fake.browser,
}));

beforeEach(forgetAll);

describe('turning all sites off', () => {
  beforeEach(() => {
    for (const pattern of [...ALL_SITES, DIALER]) fake.granted.add(pattern);
  });

  it('ends them at once, and leaves the dialer its permission while an agent is signed in', async () => {
    const { sites } = createDesk();
    await sites.enable(ALL_SITES);
    expect(running()).toEqual(ALL_SITES);
    await sites.disable(ALL_SITES);
    expect(running()).toEqual([]);
    expect(await sites.isEnabled('https://crm.example/')).toBe(false);
    expect(fake.granted).toContain(DIALER);
    // Nothing of ours lies below http.
    expect(fake.removed).toEqual([['http://*/*']]);
  });

  it('leaves a site that was enabled by itself', async () => {
    const { sites, session } = createDesk();
    fake.granted.add(CRM);
    await sites.enable([CRM]);
    await sites.enable(ALL_SITES);
    await sites.disable(ALL_SITES);
    expect(running()).toEqual([CRM]);
    session.signedIn = false;
    await sites.giveBackAllSites();
    expect(await sites.isEnabled('https://crm.example/')).toBe(true);
  });

  it('gives the right back once the agent has signed out', async () => {
    const { sites, session } = createDesk();
    await sites.enable(ALL_SITES);
    await sites.disable(ALL_SITES);
    session.signedIn = false;
    await sites.giveBackAllSites();
    expect([...fake.granted]).toEqual([]);
  });

  it('gives nothing back that is still wished, or was never granted', async () => {
    const { sites, session } = createDesk();
    await sites.enable(ALL_SITES);
    session.signedIn = false;
    await sites.giveBackAllSites();
    expect(running()).toEqual(ALL_SITES);
    await sites.disable(ALL_SITES);
    fake.removed.length = 0;
    fake.granted.clear();
    fake.granted.add(DIALER);
    await sites.giveBackAllSites();
    expect(fake.removed.flat()).toEqual([]);
    expect([...fake.granted]).toEqual([DIALER]);
  });
});
