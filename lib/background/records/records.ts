import type { DialRecord } from '../../agent/dial/dial.ts';
import { showsNationalNumber } from '../../crm/number-in-text.ts';
import { type ReadRecord, readRecord } from '../../crm/read-record.ts';
import type { CrmRecord } from '../../crm/record.ts';
import { rulesForHost, rulesOfEntries } from '../../crm/record-entries.ts';
import type { PageRecord } from '../../messages/number-details.ts';
import type { PageReading } from '../../messages/page-protocol.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import type { FrameSender } from '../../platform/sender.ts';
import { readUrl } from '../../read-url.ts';
import type { Settings } from '../../settings/schema.ts';

/** As many elements as a click may look for; a rule has six at most. */
const MOST_SELECTORS = 50;

type Rules = Pick<Settings, 'recordRules'>;

/**
 * What a frame has to read of its page at a click: the selectors of the rules that are for its own site, or none where only the
 * tab's has rules: a company's selectors are no other site's business. Null where no rule is, so that nothing of the page is told
 * at all.
 */
export function recordSelectorsFor({ recordRules }: Rules, sender: FrameSender): readonly string[] | null {
  if (recordRules.length === 0) return null;
  const rules = rulesOfEntries(recordRules);
  const rulesAt = (url: string) => rulesForHost(rules, readUrl(url)?.hostname ?? '');
  const own = rulesAt(sender.siteUrl);
  if (own.length === 0 && rulesAt(sender.topUrl ?? '').length === 0) return null;
  return [...new Set(own.flatMap(({ selectors }) => Object.values(selectors)))].slice(0, MOST_SELECTORS);
}

/** What a page says of the record it shows, and whether the number that was pressed is that record's own. */
interface ShownRecord extends Pick<ReadRecord, 'record'> {
  readonly ownsNumber: boolean;
}

type Pressed = Pick<DialableNumber, 'nationalNumber'>;

/** The record that a number was clicked on, as a dial tells it; null for none, and for one that a dial cannot name. */
export function recordOfClick(
  settings: Rules,
  page: PageReading,
  sender: FrameSender,
  number: Pressed,
): DialRecord | null {
  const shown = shownRecord(settings, page, sender, number);
  return shown && dialRecordOf(shown);
}

/** What the page says of the person whose own number that is; null for any other's. */
export function ownerOfNumber(
  settings: Rules,
  page: PageReading,
  sender: FrameSender,
  number: Pressed,
): PageRecord | null {
  const shown = shownRecord(settings, page, sender, number);
  return shown?.ownsNumber ? pageRecordOf(shown.record) : null;
}

/**
 * The record of the page on which a number was pressed, by the rules; null for none. The address of the frame counts where a rule is for
 * it, else that of the tab. What the frame says is believed as little as any page: an address of another site is not
 * taken, and each value has to be fit for VICIdial. What a mail or an advertisement in the tab shows is nobody's record: of a
 * frame whose address is not of the tab's site, that of the tab alone counts. The number is the record's own where the rule
 * says where those stand and it stands there, else where the page of that address shows no other.
 */
function shownRecord(
  { recordRules }: Rules,
  page: PageReading,
  sender: FrameSender,
  { nationalNumber }: Pressed,
): ShownRecord | null {
  if (recordRules.length === 0) return null;
  const rules = rulesOfEntries(recordRules);
  const texts = new Map(page.texts);
  const query = (selector: string) => texts.get(selector) ?? null;
  const own = ownAddress(page, sender);
  const tab = sender.topUrl ?? '';
  const isOfTab = readUrl(own) !== null && readUrl(own)?.origin === readUrl(tab)?.origin;
  for (const view of [
    { url: own, query },
    { url: tab, query: isOfTab ? query : () => null },
  ]) {
    const read = readRecord(rules, view);
    if (!read.ok && read.failure.code === 'noRule') continue;
    if (!read.ok) return null;
    const { record, phones } = read.value;
    const isAlone = page.isOnlyNumber === true && view.url === own;
    return { record, ownsNumber: phones === undefined ? isAlone : showsNationalNumber(phones, nationalNumber) };
  }
  return null;
}

/** The record that the address of a tab alone tells, where the page itself cannot be read; null for none. */
export function recordAt({ recordRules }: Rules, url: string): DialRecord | null {
  const read = readRecord(rulesOfEntries(recordRules), { url, query: () => null });
  return read.ok ? dialRecordOf({ record: read.value.record, ownsNumber: false }) : null;
}

/** Null where the page names whom it shows neither by anything that a dial can say, nor as who has the number that is called. */
function dialRecordOf({ record, ownsNumber }: ShownRecord): DialRecord | null {
  const { lead_id: leadId, vendor_lead_code: vendorId } = record;
  const { firstName, lastName, email } = pageRecordOf(record);
  const person = {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(email !== undefined && { email }),
  };
  const hasPerson = Object.keys(person).length > 0;
  if (leadId === undefined && vendorId === undefined && !(ownsNumber && hasPerson)) return null;
  return {
    ...(leadId !== undefined && { leadId }),
    ...(vendorId !== undefined && { vendorId }),
    ...(ownsNumber && { ownsNumber }),
    ...(hasPerson && { person }),
  };
}

function pageRecordOf(record: CrmRecord): PageRecord {
  const { lead_id: leadId, vendor_lead_code: vendorCode, first_name: firstName, last_name: lastName, email } = record;
  return {
    ...(leadId !== undefined && { leadId }),
    ...(vendorCode !== undefined && { vendorCode }),
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(email !== undefined && { email }),
  };
}

/** Empty where the frame claims to be of another site than the browser says. */
function ownAddress({ url }: PageReading, { siteUrl }: FrameSender): string {
  return readUrl(url)?.origin === readUrl(siteUrl)?.origin ? url : '';
}
