import { type DialRecord, type DialSource, viewOfDial } from '../../agent/dial/dial.ts';
import type { ConfirmReason, DialProblem, DialView } from '../../agent/dial/dial-view.ts';
import type { Handlers } from '../../messages/bus.ts';
import type { PageRequests, PageSettings } from '../../messages/page-protocol.ts';
import { dialableE164 } from '../../phone/parse-dialable.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import type { FrameSender } from '../../platform/sender.ts';
import { readUrl } from '../../read-url.ts';
import { fail, type Result } from '../../result.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { modeOfSite, type Settings } from '../../settings/schema.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { DialCoordinator } from '../dialling/dial-coordinator.ts';
import type { DialListControl } from '../dialling/dial-list.ts';
import { judgeToll, tollRulesOf } from '../dialling/toll-guard.ts';
import type { NumberLookups } from '../records/number-lookups.ts';
import type { RecordPicking } from '../records/record-picking.ts';
import { ownerOfNumber, recordOfClick, recordSelectorsFor } from '../records/records.ts';
import { isOfOncePage } from '../sites/once-pages.ts';
import { regionsOf } from '../sites/regions.ts';
import { type Sites, siteOfUrl } from '../sites/sites.ts';
import type { NumberWindow } from './number-window.ts';

export interface PageRequestDeps {
  readonly store: SessionStore;
  readonly settings: SettingsStore;
  readonly sites: Sites;
  readonly dials: DialCoordinator;
  readonly list: Pick<DialListControl, 'told'>;
  readonly lookups: NumberLookups;
  readonly numberWindow: Pick<NumberWindow, 'showFromPage'>;
  readonly picking: Pick<RecordPicking, 'appearance' | 'picked' | 'ended'>;
  /** The browser does not vouch for what a person sees of a frame: who may have shown it otherwise is asked about. */
  readonly asksAboutFrames?: boolean;
  /** Told of the tab in which a number was clicked. */
  readonly onDial?: (tabId: number) => void;
}

/** The settings a frame of that address needs, from what the background knows. */
function pageSettingsOf(settings: Settings, store: SessionStore, sender: FrameSender): PageSettings {
  const { dial } = store.current();
  const host = siteOfUrl(sender.siteUrl)?.host;
  const recordSelectors = recordSelectorsFor(settings, sender);
  const chosen = modeOfSite(settings, host);
  return {
    regions: regionsOf(store.current(), settings),
    // A page that was turned off has been asked for by hand when it gets here.
    mode: chosen === null || chosen === 'off' ? settings.siteMode : chosen,
    appearance: settings.appearance,
    notNumbers: settings.notNumbers.filter((each) => each.host === host).map(({ pattern }) => pattern),
    dial: dial && viewOfDial(dial),
    ...(recordSelectors && { recordSelectors }),
  };
}

/** What content scripts may ask. A frame of a site that is not enabled gets nothing, whatever it asks. */
export function createPageHandlers(deps: PageRequestDeps): Handlers<PageRequests, FrameSender> {
  const { store, settings, sites, dials, lookups } = deps;

  const isAllowed = async (sender: FrameSender) =>
    !sites.isKeptOut(sender.siteUrl) &&
    (isOfOncePage(store.current().oncePages, sender) || (await sites.isEnabled(sender.siteUrl)));

  /** A page around the frame that is neither of its own site nor of one that the agent has named. */
  const isAmongStrangers = async (around: readonly string[], { siteUrl }: FrameSender) => {
    if (!deps.asksAboutFrames) return false;
    const others = around.filter((origin) => origin !== readUrl(siteUrl)?.origin);
    return !(await Promise.all(others.map(sites.isNamed))).every(Boolean);
  };

  return {
    'page.start': async (_, sender) =>
      (await isAllowed(sender)) ? pageSettingsOf(await settings.read(), store, sender) : null,
    'page.loadEngine': async (_, sender) => {
      if (await isAllowed(sender)) await sites.injectEngine(sender.tabId, sender.frameId);
      return null;
    },
    'page.dial': async ({ e164, extension, page, around = [] }, sender): Promise<Result<DialView, DialProblem>> => {
      if (!(await isAllowed(sender))) return fail({ code: 'siteNotAllowed' });
      const number = dialableE164(e164);
      // The engine of that frame made it with the same metadata; anything else is not from the engine.
      if (!number) return fail({ code: 'numberChanged' });
      deps.onDial?.(sender.tabId);
      const record = page ? recordOfClick(await settings.read(), page, sender, number) : null;
      const reasons = (await isAmongStrangers(around, sender)) ? (['framed'] as const) : [];
      return startDial(deps, 'page', { ...number, extension }, reasons, record);
    },
    'page.lookUp': async ({ e164 }, sender) => {
      const number = dialableE164(e164);
      return number && (await isAllowed(sender)) ? lookups.verdictOn(number) : null;
    },
    'page.showNumber': async ({ e164, page }, sender) => {
      const number = dialableE164(e164);
      if (!number || !(await isAllowed(sender))) return null;
      const record = page ? ownerOfNumber(await settings.read(), page, sender, number) : null;
      await deps.numberWindow.showFromPage(e164, record);
      return null;
    },
    'page.cancelDial': async ({ id }, sender) =>
      (await isAllowed(sender)) ? dials.cancel(id) : fail({ code: 'siteNotAllowed' }),
    'page.numbers': async ({ numbers }, sender) => {
      if (await isAllowed(sender)) await deps.list.told(sender.tabId, numbers);
      return null;
    },
    'page.pickStarted': (_, sender) => deps.picking.appearance(sender),
    'page.recordPicked': (pick, sender) => deps.picking.picked(pick, sender),
    'page.pickEnded': async (_, sender) => {
      await deps.picking.ended(sender);
      return null;
    },
    'page.notNumber': async ({ pattern }, sender) => {
      if (await isAllowed(sender)) await sites.addNotNumber(sender.siteUrl, pattern);
      return null;
    },
  };
}

/** Starts a dial, asks first what its number makes necessary, or refuses it by the rules against costly calls. */
export async function startDial(
  { dials, store, settings }: Pick<PageRequestDeps, 'dials' | 'store' | 'settings'>,
  source: DialSource,
  number: DialableNumber,
  reasons: readonly ConfirmReason[] = [],
  record: DialRecord | null = null,
  previewOf?: string,
): Promise<Result<DialView, DialProblem>> {
  const current = await settings.read();
  const judged = judgeToll(number, tollRulesOf(store.current(), current));
  if (!judged.ok) return judged;
  const confirm = [...judged.value, ...reasons];
  const { mostDialsPerMinute: mostPerMinute } = current;
  return dials.start({ number, source, record, confirm, mostPerMinute, ...(previewOf !== undefined && { previewOf }) });
}
