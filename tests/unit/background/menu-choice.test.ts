import { beforeEach, describe, expect, it, vi } from 'vitest';
import { followMenu } from '../../../lib/background/menu-choice.ts';
import { wakeForMenus } from '../../../lib/background/requests/menus.ts';
import type { Services } from '../../../lib/background/services.ts';
import { ok } from '../../../lib/result.ts';
import { ALL_SITES, parseSettings } from '../../../lib/settings/schema.ts';

/** A browser whose question is answered as `asked` says, and what it was told to do. */
const fake = vi.hoisted(() => {
  const state = {
    asked: async (): Promise<boolean> => true,
    origins: [] as string[][],
    popups: 0,
    hasPopup: true,
    shown: 0,
  };
  const browser = {
    permissions: {
      request: ({ origins }: { origins: string[] }) => {
        state.origins.push(origins);
        return state.asked();
      },
    },
    action: {
      openPopup: async () => {
        if (!state.hasPopup) throw new Error('openPopup requires a user gesture');
        state.popups += 1;
      },
    },
    contextMenus: {
      onShown: {
        addListener: () => {
          state.shown += 1;
        },
      } as object | undefined,
    },
  };
  return { state, browser };
});
vi.mock('../../../lib/platform/extension-api.ts', () => ({ browser: fake.browser }));

const CRM = { kind: 'enableSite', tabId: 7, url: 'https://crm.example/contact/1' } as const;
const ready = Promise.resolve();

function createSites() {
  const enabled: unknown[] = [];
  const sites = {
    enableSite: async (tabId: number) => void enabled.push(tabId),
    enable: async (patterns: unknown) => void enabled.push(patterns),
  };
  const notices = { enableInPopup: vi.fn(async () => {}) };
  return { enabled, notices, services: { sites, notices } as unknown as Services };
}

beforeEach(() => {
  Object.assign(fake.state, { asked: async () => true, origins: [], popups: 0, hasPopup: true, shown: 0 });
});

it.each([
  ['a site', CRM, ['https://crm.example/*'], 7],
  ['all sites', { kind: 'enableAllSites', tabId: 7 } as const, ALL_SITES, ALL_SITES],
])('%s is asked for in the first turn of the choice and enabled after the Yes', async (_, choice, origins, enabled) => {
  const desk = createSites();
  followMenu(desk.services, ready, choice);
  expect(fake.state.origins).toEqual([origins]);
  await vi.waitFor(() => expect(desk.enabled).toEqual([enabled]));
  expect(fake.state.popups).toBe(0);
});

it('a No enables nothing and asks no second time', async () => {
  fake.state.asked = async () => false;
  const desk = createSites();
  followMenu(desk.services, ready, CRM);
  await new Promise((resolve) => setTimeout(resolve));
  expect({ enabled: desk.enabled, popups: fake.state.popups }).toEqual({ enabled: [], popups: 0 });
});

it('a browser that cannot ask brings up the popup, whose switch can', async () => {
  fake.state.asked = () => Promise.reject(new Error("can't access property show, PopupNotifications is undefined"));
  const desk = createSites();
  followMenu(desk.services, ready, CRM);
  await vi.waitFor(() => expect(fake.state.popups).toBe(1));
  expect(desk.enabled).toEqual([]);
  expect(desk.notices.enableInPopup).not.toHaveBeenCalled();
});

it('a browser that can open no popup either tells the agent to open it', async () => {
  fake.state.asked = () =>
    Promise.reject(new Error('permissions.request may only be called from a user input handler'));
  fake.state.hasPopup = false;
  const desk = createSites();
  followMenu(desk.services, ready, CRM);
  await vi.waitFor(() => expect(desk.notices.enableInPopup).toHaveBeenCalledOnce());
  expect(desk.enabled).toEqual([]);
});

it('a page that is no web page is asked nothing', () => {
  followMenu(createSites().services, ready, { ...CRM, url: 'about:config' });
  expect(fake.state.origins).toEqual([]);
});

describe('a number of the menu', () => {
  /** Which number a choice has dialled, and what the dial has to be confirmed for. */
  async function dialOf(choice: Parameters<typeof followMenu>[2]): Promise<readonly [string, readonly string[]]> {
    const start = vi.fn(async () => ok(null));
    const services = {
      dials: { start },
      store: { current: () => ({ connection: { region: 'US' } }) },
      settings: { read: async () => parseSettings({ regions: ['US'] }) },
      notices: { numberProblem: vi.fn(), dialProblem: vi.fn() },
    };
    followMenu(services as unknown as Services, ready, choice);
    await vi.waitFor(() => expect(start).toHaveBeenCalledOnce());
    const [{ confirm, number }] = start.mock.calls[0] as unknown as [{ confirm: string[]; number: { e164: string } }];
    return [number.e164, confirm];
  }

  it.each([
    ['that was selected, and so shown, is dialled unasked', '(415) 555-0132', '+14155550132', []],
    ['whose digits the selection does not show is confirmed', '1-800-FLOWERS', '+18003569377', ['numberNotShown']],
  ] as const)('%s', async (_, text, e164, reasons) => {
    expect(await dialOf({ kind: 'dialSelection', text, pageUrl: '' })).toEqual([e164, reasons]);
  });

  it('that a link dials is confirmed: nobody has seen it', async () => {
    const href = 'tel:+14155550132';
    expect(await dialOf({ kind: 'dialLink', href, pageUrl: '' })).toEqual(['+14155550132', ['numberNotShown']]);
  });
});

it('the event page is woken by the menu itself where the browser tells of it', () => {
  wakeForMenus();
  expect(fake.state.shown).toBe(1);
  fake.browser.contextMenus.onShown = undefined;
  expect(wakeForMenus).not.toThrow();
});
