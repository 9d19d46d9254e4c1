import type { DialRecord } from '../agent/dial.ts';
import { readRecord } from '../crm/read-record.ts';
import type { CrmRecord } from '../crm/record.ts';
import { rulesForHost, rulesOfEntries } from '../crm/record-entries.ts';
import type { PageReading } from '../messages/protocol.ts';
import type { FrameSender } from '../platform/sender.ts';
import { readUrl } from '../read-url.ts';
import type { Settings } from '../settings/schema.ts';

/** As many elements as a click may look for; a rule has five at most. */
const MOST_SELECTORS = 50;

type Rules = Pick<Settings, 'recordRules'>;

/**
 * What a frame has to read of its page at a click: the selectors of the rules that are for its site. Null where no rule is, so
 * that nothing of the page is told at all.
 */
export function recordSelectorsFor({ recordRules }: Rules, sender: FrameSender): readonly string[] | null {
  if (recordRules.length === 0) return null;
  const rules = rulesOfEntries(recordRules);
  const hosts = [sender.siteUrl, sender.topUrl ?? ''].map((url) => readUrl(url)?.hostname ?? '');
  const own = rules.filter((rule) => hosts.some((host) => rulesForHost([rule], host).length > 0));
  if (own.length === 0) return null;
  return [...new Set(own.flatMap(({ selectors }) => Object.values(selectors)))].slice(0, MOST_SELECTORS);
}

/**
 * The record that a number was clicked on, by the rules; null for none. The address of the frame counts where a rule is for
 * it, else that of the tab. What the frame says is believed as little as any page: an address of another site is not
 * taken, and each value has to be fit for VICIdial.
 */
export function recordOfClick({ recordRules }: Rules, page: PageReading, sender: FrameSender): DialRecord | null {
  if (recordRules.length === 0) return null;
  const rules = rulesOfEntries(recordRules);
  const texts = new Map(page.texts);
  const query = (selector: string) => texts.get(selector) ?? null;
  for (const url of [ownAddress(page, sender), sender.topUrl ?? '']) {
    const read = readRecord(rules, { url, query });
    if (read.ok || read.failure.code !== 'noRule') return read.ok ? dialRecordOf(read.value.record) : null;
  }
  return null;
}

/** The record that the address of a tab alone tells, where the page itself cannot be read; null for none. */
export function recordAt({ recordRules }: Rules, url: string): DialRecord | null {
  const read = readRecord(rulesOfEntries(recordRules), { url, query: () => null });
  return read.ok ? dialRecordOf(read.value.record) : null;
}

/** Null where the page names whom it shows, and not by anything that a dial can say. */
function dialRecordOf({ lead_id: leadId, vendor_lead_code: vendorId }: CrmRecord): DialRecord | null {
  if (leadId === undefined && vendorId === undefined) return null;
  return { ...(leadId !== undefined && { leadId }), ...(vendorId !== undefined && { vendorId }) };
}

/** Empty where the frame claims to be of another site than the browser says. */
function ownAddress({ url }: PageReading, { siteUrl }: FrameSender): string {
  return readUrl(url)?.origin === readUrl(siteUrl)?.origin ? url : '';
}
