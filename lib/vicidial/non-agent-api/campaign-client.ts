import { fail, ok } from '../../result.ts';
import type { Answer } from '../client.ts';
import { MISMATCH, success } from '../wire/agent-answers.ts';
import type { Reader } from '../wire/answer.ts';
import type { Inputs } from '../wire/caller.ts';
import { type Input, input, inputBy } from '../wire/inputs.ts';
import { table } from '../wire/rows.ts';
import type { UrlTemplate } from '../wire/url-template.ts';
import { type ServiceOptions, serviceCaller } from './service-connection.ts';

export type DialMethod = 'MANUAL' | 'RATIO' | 'INBOUND_MAN' | 'ADAPT_AVERAGE' | 'ADAPT_HARD_LIMIT' | 'ADAPT_TAPERED';

/** What may be changed of a campaign; at least one of them. */
export interface CampaignChange {
  readonly active?: boolean;
  readonly dialMethod?: DialMethod;
  /** Calls per free agent, 0 to 20, with at most two decimals. */
  readonly dialLevel?: number;
  /** Leads to be kept waiting; whole. */
  readonly hopperLevel?: number;
  readonly emptyHopper?: boolean;
}

/** The event after which VICIdial calls a URL. */
export type AltUrlEvent = 'dispo' | 'start' | 'addlead' | 'noagent';

/** A URL that VICIdial calls with a lead's data, and when it does. */
export interface AltUrl {
  readonly active: boolean;
  /** Whole, from 0 to 9999. */
  readonly rank: number;
  /** Dispositions; none means each of them, which VICIdial writes as `---ALL---`. */
  readonly statuses: readonly string[];
  readonly description: string;
  readonly lists: readonly string[];
  /** Only after calls that lasted at least so long; whole. */
  readonly minimumSeconds: number;
  readonly address: UrlTemplate;
}

/** One that is stored in VICIdial; whoever wrote its address may have let a field stand in its host. */
export interface StoredAltUrl extends Omit<AltUrl, 'address'> {
  readonly id: string;
  readonly address: string;
}

/** Campaigns, changed. Level 8 with Modify Campaigns. */
export interface CampaignClient {
  update(campaign: string, change: CampaignChange): Answer<null>;
  /** By rank. Answered whether or not the campaign uses them. */
  altUrls(campaign: string, event: AltUrlEvent): Answer<readonly StoredAltUrl[]>;
  /** The new id. `altUrlsOff` unless the campaign's own URL of that event says ALT. */
  addAltUrl(campaign: string, event: AltUrlEvent, url: AltUrl): Answer<string>;
  /** What is left out stays. VICIdial takes an empty text for one that is left out: description and lists cannot be emptied. */
  changeAltUrl(campaign: string, event: AltUrlEvent, id: string, change: Partial<AltUrl>): Answer<null>;
}

/** A change of nothing. */
const NOTHING = fail({ code: 'refusedInput', field: 'fields', problem: 'empty' } as const);

export function createCampaignClient(options: ServiceOptions): CampaignClient {
  const call = serviceCaller(options);
  const altUrl = <T>(campaign: string, event: AltUrlEvent, inputs: Inputs, read: Reader<T>) =>
    call(
      'update_alt_url',
      { campaign_id: input('campaign_id', campaign), entry_type: 'campaign', url_type: event, ...inputs },
      read,
      // The event stands in the middle of the sentence.
      (text) => (text.includes(' URL IS NOT SET TO ALT') ? fail({ code: 'altUrlsOff' }) : null),
    );
  return {
    update: async (campaign, change) => {
      const inputs = changeInputs(change);
      if (Object.values(inputs).every((one) => one === undefined)) {
        return NOTHING;
      }
      const read = success('update_campaign', ([, id]) => (id === campaign ? ok(null) : MISMATCH));
      return call('update_campaign', { campaign_id: input('campaign_id', campaign), ...inputs }, read);
    },
    altUrls: (campaign, event) => altUrl(campaign, event, { alt_url_id: 'LIST', stage: 'tab' }, readList),
    addAltUrl: (campaign, event, url) =>
      altUrl(campaign, event, { alt_url_id: 'NEW', ...newUrlInputs(url) }, readNew(campaign, event)),
    changeAltUrl: async (campaign, event, id, change) => {
      const inputs = urlInputs(change);
      if (Object.values(inputs).every((one) => one === undefined)) return NOTHING;
      return altUrl(
        campaign,
        event,
        { alt_url_id: inputBy('alt_url_id', id, { min: 1, max: 9, allowed: /^\d+$/ }), ...inputs },
        success('update_alt_url', ([, , type, , where]) =>
          type === event && where === campaign ? ok(null) : MISMATCH,
        ),
      );
    },
  };
}

function changeInputs({ active, dialMethod, dialLevel, hopperLevel, emptyHopper }: CampaignChange): Inputs {
  return {
    active: active === undefined ? undefined : yesNo(active),
    dial_method: dialMethod,
    auto_dial_level: dialLevel === undefined ? undefined : decimalInput('auto_dial_level', dialLevel, 20),
    hopper_level: hopperLevel === undefined ? undefined : wholeInput('hopper_level', hopperLevel, 2000),
    reset_hopper: emptyHopper ? 'Y' : undefined,
  };
}

/** Greatest values are those of VICIdial's own forms. */
function decimalInput(field: string, value: number, greatest: number): Input {
  if (!(value >= 0 && value <= greatest)) return fail({ code: 'refusedInput', field, problem: 'notAllowed' });
  return inputBy(field, String(value), { min: 1, max: 5, allowed: /^\d+(\.\d{1,2})?$/ });
}

function wholeInput(field: string, value: number, greatest: number): Input {
  return Number.isInteger(value)
    ? decimalInput(field, value, greatest)
    : fail({ code: 'refusedInput', field, problem: 'notAllowed' });
}

/** A new one may have neither description nor lists: VICIdial's own are empty. */
function newUrlInputs({ description, lists, ...others }: AltUrl): Inputs {
  return urlInputs({ ...others, ...(description !== '' && { description }), ...(lists.length > 0 && { lists }) });
}

function urlInputs({ active, rank, statuses, description, lists, minimumSeconds, address }: Partial<AltUrl>): Inputs {
  return {
    active: active === undefined ? undefined : yesNo(active),
    url_rank: rank === undefined ? undefined : wholeInput('url_rank', rank, 9999),
    url_statuses: statuses && wordsInput('url_statuses', statuses.length === 0 ? ['---ALL---'] : statuses),
    url_description: description === undefined ? undefined : inputBy('url_description', description, DESCRIPTION),
    url_lists: lists && wordsInput('url_lists', lists),
    url_call_length: minimumSeconds === undefined ? undefined : wholeInput('url_call_length', minimumSeconds, 99999),
    url_address: address && inputBy('url_address', address, ADDRESS),
  };
}

function wordsInput(field: string, words: readonly string[]): Input {
  return inputBy(field, words.join(' '), { min: 1, max: 1000, allowed: /^[\w -]+$/ });
}

const DESCRIPTION = { min: 1, max: 100, allowed: /^[\p{L}\p{N} ._-]+$/u };
/** Of a template that is right otherwise, the signs that VICIdial would drop. */
const ADDRESS = { min: 8, max: 2000, allowed: /^[^\s"'\\;<>]+$/ };

function yesNo(value: boolean): 'Y' | 'N' {
  return value ? 'Y' : 'N';
}

/** USER, NEW URL ID: N, TYPE, ENTRY, CAMPAIGN. */
function readNew(campaign: string, event: AltUrlEvent): Reader<string> {
  return success('update_alt_url', ([, text = '', type, , where]) => {
    const id = /^NEW URL ID: (\d+)$/.exec(text)?.[1];
    if (type !== event || where !== campaign) return MISMATCH;
    return id === undefined ? null : ok(id);
  });
}

/** Rows, or a NOTICE that there are none. */
const readList: Reader<readonly StoredAltUrl[]> = (answered) => {
  if (answered.word === 'NOTICE' && answered.reason.startsWith('update_alt_url LIST, No Records Found')) return ok([]);
  return readUrls(answered);
};

const readUrls = table({
  heading: 'url_id',
  least: 11,
  read: (columns): StoredAltUrl | null => {
    const [id = '', , , active, , rank = '', statuses = '', description = '', lists = '', length = ''] = columns;
    if (!/^\d+$/.test(id) || !/^\d+$/.test(rank)) return null;
    return {
      id,
      active: active === 'Y',
      rank: Number(rank),
      statuses: wordsIn(statuses),
      description,
      lists: wordsIn(lists),
      minimumSeconds: /^\d+$/.test(length) ? Number(length) : 0,
      // A bar in an address would have been taken for the end of a column.
      address: columns.slice(10).join('|'),
    };
  },
});

function wordsIn(text: string): string[] {
  return text.split(' ').filter((word) => word !== '' && word !== '---ALL---');
}
