import { parseDialable } from '../phone/parse-dialable.ts';
import { parseTelLink } from '../phone/tel-link.ts';
import { browser } from '../platform/extension-api.ts';
import { ALL_SITES } from '../settings/schema.ts';
import { showsNumber } from './dialling/toll-guard.ts';
import type { Notices } from './notices/notices.ts';
import { recordAt } from './records/records.ts';
import type { MenuChoice } from './requests/menus.ts';
import { startDial } from './requests/page-requests.ts';
import { findOnce } from './requests/panel-requests.ts';
import type { Services } from './services.ts';
import { regionsOf } from './sites/regions.ts';
import { siteOfUrl } from './sites/sites.ts';

/**
 * Does what was chosen in a context menu. A permission that is not asked for inside the click itself is refused by the
 * browser, hence no waiting before it; where it refuses all the same, the popup comes up, whose switch asks again, or the agent is
 * told to open it.
 */
export function followMenu(services: Services, ready: Promise<void>, choice: MenuChoice): void {
  const { store, sites, notices } = services;
  switch (choice.kind) {
    case 'enableSite':
    case 'enableAllSites': {
      const patterns = choice.kind === 'enableSite' ? (siteOfUrl(choice.url)?.patterns ?? []) : ALL_SITES;
      if (patterns.length === 0) return;
      const asked = browser.permissions.request({ origins: [...patterns] }).catch(() => askInPopup(notices));
      ready.then(async () => {
        if (!(await asked)) return;
        await (choice.kind === 'enableSite' ? sites.enableSite(choice.tabId) : sites.enable(ALL_SITES));
      });
      return;
    }
    case 'findOnce':
      ready.then(() => findOnce(store, sites, choice.tabId));
      return;
    case 'pickRecord':
      ready.then(() => services.picking.start(choice.tabId));
      return;
    case 'dialSelection':
    case 'dialLink':
      ready.then(() => dialFromMenu(services, choice));
  }
}

/** False: nothing is granted yet. A browser that opens a popup for a click on its button alone leaves the agent to that. */
async function askInPopup(notices: Notices): Promise<false> {
  try {
    await browser.action.openPopup();
  } catch {
    await notices.enableInPopup();
  }
  return false;
}

/** Tells the agent where it dials nothing. What was asked for by key is asked about, the number in view: the browser shows it nowhere. */
export async function dialFromMenu(
  { store, settings, dials, notices }: Services,
  choice: Extract<MenuChoice, { kind: 'dialSelection' | 'dialLink' }>,
  isByKey = false,
): Promise<void> {
  const set = await settings.read();
  const regions = regionsOf(store.current(), set);
  const number =
    choice.kind === 'dialSelection' ? parseDialable(choice.text, regions) : parseTelLink(choice.href, regions);
  if (!number.ok) return notices.numberProblem(number.failure);
  // The menu showed the selected text; what a link dials was shown nowhere.
  const isShown = choice.kind === 'dialSelection' && showsNumber(choice.text, number.value);
  const notShown = isShown ? [] : (['numberNotShown'] as const);
  const reasons = isByKey ? (['selectedByKey'] as const) : notShown;
  const record = recordAt(set, choice.pageUrl ?? '');
  const started = await startDial({ dials, store, settings }, 'menu', number.value, reasons, record);
  if (!started.ok) await notices.dialProblem(started.failure);
}
