import { ok } from '../../result.ts';
import type { Answer } from '../client.ts';
import type { Reader } from '../wire/answer.ts';
import { type Input, input } from '../wire/inputs.ts';
import { LEAD_COLUMNS, type LeadRecord, leadFieldInput } from '../wire/lead-fields.ts';
import { countIn, nothingFound, table } from '../wire/rows.ts';
import { type ServiceOptions, serviceCaller } from './service-connection.ts';

export type LeadKey = { readonly number: string } | { readonly vendorLeadCode: string };

/** A call-back that is planned for a lead. Times are server-local `YYYY-MM-DD HH:MM:SS`. */
export interface LeadCallback {
  readonly leadId: string;
  readonly for: 'USERONLY' | 'ANYONE';
  /** ACTIVE, or LIVE once it is due. */
  readonly status: string;
  readonly at: string;
  readonly user: string;
  readonly campaign: string;
  readonly comments: string;
}

/**
 * Leads, read. Level 8 for `find`, 7 for the rest (docs/vicidial, section 5.2). One column alone is not asked for:
 * lead_field_info answers with its bare text, which nothing tells from a server's own error.
 */
export interface LeadReader {
  /** The ids of the leads with that number or vendor's code, newest first. A number is found as it is stored: without its calling code. */
  find(key: LeadKey): Answer<readonly string[]>;
  /** Null when there is no such lead. */
  lead(leadId: string): Answer<LeadRecord | null>;
  /** The leads with that number, newest first. */
  leadsWith(number: string): Answer<readonly LeadRecord[]>;
  callbacks(leadId: string): Answer<readonly LeadCallback[]>;
}

export function createLeadReader(options: ServiceOptions): LeadReader {
  const call = serviceCaller(options);
  const info = (inputs: Readonly<Record<string, Input>>) =>
    call(
      'lead_all_info',
      { ...inputs, stage: 'tab' },
      readLeads,
      nothingFound<readonly LeadRecord[]>('lead_all_info', 'LEAD NOT FOUND', []),
    );
  return {
    find: (key) =>
      call(
        'lead_search',
        'number' in key
          ? { phone_number: input('national_number', key.number), stage: 'tab' }
          : {
              vendor_lead_code: leadFieldInput('vendor_lead_code', key.vendorLeadCode),
              search_method: 'VENDOR_LEAD_CODE',
              stage: 'tab',
            },
        readIds,
        nothingFound<readonly string[]>('lead_search', 'NO MATCHES FOUND', []),
      ),
    lead: async (leadId) => {
      const leads = await info({ lead_id: input('lead_id', leadId) });
      return leads.ok ? ok(leads.value[0] ?? null) : leads;
    },
    leadsWith: (number) => info({ phone_number: input('national_number', number) }),
    callbacks: (leadId) =>
      call(
        'lead_callback_info',
        { lead_id: input('lead_id', leadId), stage: 'tab' },
        readCallbacks,
        nothingFound<readonly LeadCallback[]>('lead_callback_info', 'CALLBACK NOT FOUND', []),
      ),
  };
}

/** 32 columns; custom fields would follow. */
const readLeads = table({
  heading: 'status',
  least: LEAD_COLUMNS.length,
  holdsText: true,
  read: (columns): LeadRecord | null => {
    const lead = Object.fromEntries(LEAD_COLUMNS.map((name, at) => [name, columns[at] ?? ''])) as LeadRecord;
    return /^\d+$/.test(lead.lead_id) ? lead : null;
  },
});

const searchTable = table({
  heading: 'search_key',
  least: 3,
  read: ([, count, ids = '']) => ({ count: countIn(count), ids }),
});

/** `KEY`, `COUNT`, `LEAD-LEAD-...` for the one key that was asked for. */
const readIds: Reader<readonly string[]> = (answered) => {
  const rows = searchTable(answered);
  if (!rows?.ok) return null;
  const [row] = rows.value;
  const ids = row?.ids.split('-').filter((id) => id !== '') ?? [];
  return row?.count === ids.length && ids.every((id) => /^\d+$/.test(id)) ? ok(ids) : null;
};

const readCallbacks = table({
  heading: 'lead_id',
  least: 14,
  holdsText: true,
  read: (columns): LeadCallback | null => {
    const [leadId = '', , recipient, status = '', , at = '', , user = '', , campaign = '', , , , comments = ''] =
      columns;
    if (recipient !== 'USERONLY' && recipient !== 'ANYONE') return null;
    return { leadId, for: recipient, status, at, user, campaign, comments };
  },
});
