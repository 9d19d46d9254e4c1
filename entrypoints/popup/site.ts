import { type Signal, signal } from '@preact/signals';
import type { SiteCommands, SiteScope } from '../../components/panel/site-switch.tsx';
import { sendPanel } from '../../lib/messages/panel-client.ts';
import type { SiteState } from '../../lib/messages/protocol.ts';
import { settledWithin } from '../../lib/messages/settled-within.ts';
import { browser } from '../../lib/platform/extension-api.ts';
import { ALL_SITES, type SiteMode } from '../../lib/settings/schema.ts';

// As long as an opening popup may take without seeming slow; the page's switch then comes when it is known.
const DRAWN_WITHIN_MS = 300;

interface CurrentSite {
  readonly state: Signal<SiteState | null>;
  /** The background has answered once, or takes too long: what is shown now stays in its place. */
  readonly isAsked: Signal<boolean>;
  readonly commands: SiteCommands;
}

/** The page in front of the agent and what Dialside may do there; follows the tab while the panel stays open. */
export function watchSite(): CurrentSite {
  const state = signal<SiteState | null>(null);
  const isAsked = signal(false);
  const tabId = signal<number | null>(null);

  const read = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    tabId.value = tab?.id ?? null;
    state.value = tabId.value === null ? null : await sendPanel('site.state', { tabId: tabId.value });
  };
  // A tab that has just gone, or a background that is being renewed: the next change in the browser asks again.
  const refresh = () => read().catch(() => undefined);
  const enable = async (scope: SiteScope) => {
    const tab = tabId.value;
    if (tab === null) return;
    const origins = scope === 'all' ? ALL_SITES : (state.value?.originPatterns ?? []);
    // First, and before anything is awaited: the browser asks only inside the gesture.
    const granted = browser.permissions.request({ origins: [...origins] });
    // Not after the answer: the browser's prompt may close the popup. Without the permission the wish has no effect.
    await sendPanel('site.enable', { tabId: tab, scope }).catch(lockedMeanwhile);
    if (!(await granted)) await sendPanel('site.disable', { tabId: tab, scope }).catch(lockedMeanwhile);
    await refresh();
  };
  const disable = async (scope: SiteScope) => {
    if (tabId.value === null) return;
    await sendPanel('site.disable', { tabId: tabId.value, scope }).catch(lockedMeanwhile);
    await refresh();
  };
  const findOnce = async () => {
    if (tabId.value !== null) await sendPanel('site.findOnce', { tabId: tabId.value });
  };

  const collect = async () => (tabId.value === null ? 0 : sendPanel('list.collect', { tabId: tabId.value }));

  const setMode = async (mode: SiteMode | null) => {
    if (tabId.value === null) return;
    await sendPanel('site.setMode', { tabId: tabId.value, mode }).catch(lockedMeanwhile);
    await refresh();
  };

  browser.tabs.onActivated.addListener(() => void refresh());
  browser.tabs.onUpdated.addListener((_id, change) => {
    if (change.status === 'complete') void refresh();
  });
  // Granted or taken away in the popup, the options or the browser's own settings.
  browser.permissions.onAdded.addListener(() => void refresh());
  browser.permissions.onRemoved.addListener(() => void refresh());
  void settledWithin(refresh(), DRAWN_WITHIN_MS).then(() => {
    isAsked.value = true;
  });
  return { state, isAsked, commands: { enable, disable, findOnce, collect, setMode } };
}

/** Refused, because the company has locked it since this page was drawn: what is read next says so. */
function lockedMeanwhile(): null {
  return null;
}
