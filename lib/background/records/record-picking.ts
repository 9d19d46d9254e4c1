import { type PickProblem, ruleOfPick } from '../../crm/picked-rule.ts';
import { MOST_ENTRIES } from '../../crm/record-entries.ts';
import type { RecordPick, RecordPickProblem } from '../../messages/page-protocol.ts';
import { browser } from '../../platform/extension-api.ts';
import type { FrameSender } from '../../platform/sender.ts';
import { readUrl } from '../../read-url.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { Appearance } from '../../settings/schema.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';

const PICKER_SCRIPT = '/record-picker.js';

export interface RecordPicking {
  /** Lets the agent point at the record's id on the page of a tab, on the strength of his click in its menu. */
  start(tabId: number): Promise<void>;
  /** How the picker of a page is to look: as the agent or the company has chosen for everything of Dialside. */
  appearance(sender: FrameSender): Promise<Appearance>;
  /** What a place would be read as; with `isMeant` the rule for it is kept, before all others. */
  picked(
    pick: RecordPick,
    sender: FrameSender,
  ): Promise<Result<{ readonly value: string; readonly isInAddress: boolean }, RecordPickProblem>>;
  /** The agent has left the picker: the page makes no rule any more. */
  ended(sender: FrameSender): Promise<void>;
}

/** Makes rules of what an agent points at. A page for which none was asked for by the menu makes none. */
export function createRecordPicking({
  store,
  settings,
}: {
  readonly store: SessionStore;
  readonly settings: SettingsStore;
}): RecordPicking {
  const isAsked = ({ tabId, frameId }: FrameSender) => store.current().pickingTab === tabId && frameId === 0;
  return {
    async start(tabId) {
      await store.update({ pickingTab: tabId });
      // A page that the browser lets nobody into has no record either.
      await browser.scripting
        .executeScript({ target: { tabId, frameIds: [0] }, files: [PICKER_SCRIPT] })
        .catch(() => undefined);
    },
    async appearance(sender) {
      return isAsked(sender) ? (await settings.read()).appearance : 'system';
    },
    async picked({ url, text, selector, isMeant }, sender) {
      if (!isAsked(sender)) return fail('notAsked');
      // A page makes rules for itself alone.
      if (readUrl(url)?.origin !== readUrl(sender.siteUrl)?.origin) return fail<PickProblem>('notPage');
      const made = ruleOfPick({ url, text, selector });
      if (!made.ok) return made;
      const { rule, value, isInAddress } = made.value;
      const { recordRules, policy } = await settings.read();
      if (policy.locked.includes('recordRules')) return fail('locked');
      if (isMeant) {
        const others = recordRules.filter((one) => JSON.stringify(one) !== JSON.stringify(rule));
        if (others.length >= MOST_ENTRIES) return fail('tooMany');
        await settings.write({ recordRules: [rule, ...others] });
        await store.update({ pickingTab: null });
      }
      return ok({ value, isInAddress });
    },
    async ended(sender) {
      if (isAsked(sender)) await store.update({ pickingTab: null });
    },
  };
}
