import { describe, expect, it, vi } from 'vitest';
import { createPageHandlers, type PageRequestDeps } from '../../../lib/background/requests/page-requests.ts';
import type { PageReading } from '../../../lib/messages/page-protocol.ts';
import type { FrameSender } from '../../../lib/platform/sender.ts';
import type { OncePage } from '../../../lib/session/session-store.ts';

const VERDICT = { doNotCall: 'system', clockMinutes: null, isOutsideCallTime: null } as const;
const CRM = 'https://crm.example';

const RULES = [
  { name: 'Ours', patterns: ['crm.example/people/{vendor_lead_code}'], selectors: { first_name: '#first' } },
];

function createAsker(oncePages: readonly OncePage[] = []) {
  const verdictOn = vi.fn(async () => VERDICT);
  const showFromPage = vi.fn(async () => undefined);
  const deps = {
    store: { current: () => ({ oncePages }) },
    sites: { isKeptOut: () => false, isEnabled: async (url: string) => url.startsWith(CRM) },
    lookups: { verdictOn },
    settings: { read: async () => ({ recordRules: RULES }) },
    numberWindow: { showFromPage },
  } as unknown as PageRequestDeps;
  const sender = (siteUrl: string): FrameSender => ({ tabId: 3, frameId: 0, siteUrl, topUrl: siteUrl });
  const handlers = createPageHandlers(deps);
  return {
    ...{ verdictOn, showFromPage },
    ask: (e164: string, url = `${CRM}/contacts`) => handlers['page.lookUp']({ e164 }, sender(url)),
    show: (e164: string, url: string, page?: PageReading) =>
      handlers['page.showNumber']({ e164, ...(page && { page }) }, sender(url)),
  };
}

describe('a frame that asks what VICIdial says of a number', () => {
  it('of an enabled site is told, and nothing that names a person', async () => {
    const { ask, verdictOn } = createAsker();
    const answer = await ask('+14155550132');
    expect(Object.keys(answer ?? {}).sort()).toEqual(['clockMinutes', 'doNotCall', 'isOutsideCallTime']);
    expect(verdictOn).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ nationalNumber: '4155550132' }));
  });

  it.each([
    ['of a site that is not enabled', '+14155550132', 'https://elsewhere.example/'],
    ['for what is no number', '+1415555013', `${CRM}/`],
  ])('%s is told nothing, and VICIdial is not asked', async (_what, e164, url) => {
    const { ask, verdictOn } = createAsker();
    expect(await ask(e164, url)).toBeNull();
    expect(verdictOn).not.toHaveBeenCalled();
  });

  it('of a page whose numbers the agent has had found once is told', async () => {
    const page = { tabId: 3, origin: 'https://elsewhere.example', documents: null };
    expect(await createAsker([page]).ask('+14155550132', 'https://elsewhere.example/')).toEqual(VERDICT);
  });
});

describe('a frame in which more is wanted of a number', () => {
  it('of an enabled site has the window opened, and is told nothing', async () => {
    const { show, showFromPage } = createAsker();
    expect(await show('+14155550132', `${CRM}/contacts`)).toBeNull();
    expect(showFromPage).toHaveBeenCalledExactlyOnceWith('+14155550132', null);
  });

  it.each([
    [true, { vendorCode: 'P-7', firstName: 'Ada' }],
    [false, null],
  ])('whose only number it is (%j) has it opened with what the rules read there: %j', async (isOnlyNumber, record) => {
    const { show, showFromPage } = createAsker();
    const url = `${CRM}/people/P-7`;
    expect(await show('+14155550132', url, { url, texts: [['#first', 'Ada']], isOnlyNumber })).toBeNull();
    expect(showFromPage).toHaveBeenCalledExactlyOnceWith('+14155550132', record);
  });

  it.each([
    ['of a site that is not enabled', '+14155550132', 'https://elsewhere.example/'],
    ['for what is no number', '+1415555013', `${CRM}/`],
  ])('%s has nothing opened', async (_what, e164, url) => {
    const { show, showFromPage } = createAsker();
    expect(await show(e164, url)).toBeNull();
    expect(showFromPage).not.toHaveBeenCalled();
  });
});
