import { beforeEach, expect, it, vi } from 'vitest';
import { followMenu } from '../../../lib/background/menu-choice.ts';
import { wakeForMenus } from '../../../lib/background/requests/menus.ts';
import type { Services } from '../../../lib/background/services.ts';
import { ALL_SITES } from '../../../lib/settings/schema.ts';

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

it('the event page is woken by the menu itself where the browser tells of it', () => {
  wakeForMenus();
  expect(fake.state.shown).toBe(1);
  fake.browser.contextMenus.onShown = undefined;
  expect(wakeForMenus).not.toThrow();
});
