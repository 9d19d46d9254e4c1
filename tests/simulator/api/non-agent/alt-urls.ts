import { type Campaign, findCampaign, newRow, nextId, type Row } from '../../world.ts';
import {
  error,
  mayUseCampaign,
  type NonAgentCall,
  type NonAgentFunction,
  printRows,
  restricted,
} from '../non-agent-call.ts';

type AltUrl = Row<'url_multi'>;

const columns = [
  ...['url_id', 'campaign_id', 'entry_type', 'active', 'url_type', 'url_rank', 'url_statuses', 'url_description'],
  ...['url_lists', 'url_call_length', 'url_address'],
] as const satisfies readonly (keyof AltUrl)[];

const written = [
  ...['active', 'url_rank', 'url_statuses', 'url_description', 'url_lists', 'url_call_length', 'url_address'],
] as const satisfies readonly (keyof AltUrl)[];

/** The column of a campaign that has to say ALT before its table counts. */
const ownUrl: Readonly<Record<string, keyof Campaign>> = {
  start: 'start_call_url',
  dispo: 'dispo_call_url',
  addlead: 'add_lead_url',
  noagent: 'na_call_url',
};

/** The last id the recorded database had given away. */
const lastUrlId = 7;

const updateAltUrl: NonAgentFunction = (call) => {
  const { world, p, apiUser } = call;
  const [id, entryType, urlType, which] = [p('campaign_id'), p('entry_type'), p('url_type'), p('alt_url_id')];
  if (entryType === '') return error(call, `NO ENTRY TYPE DEFINED:: |${apiUser.user}|${entryType}|${id}`);
  const campaign = findCampaign(world, id);
  if (!campaign || !mayUseCampaign(call, id)) return error(call, `CAMPAIGN DOES NOT EXIST: |${apiUser.user}|${id}`);
  const column = ownUrl[urlType];
  if (!column) return error(call, `NO VALID URL TYPE DEFINED: |${apiUser.user}|${urlType}|${entryType}|${id}`);
  if (which === 'LIST') return listUrls(call);
  const target = `${urlType}|${entryType}|${id}`;
  if (campaign[column] !== 'ALT') {
    return error(call, `CAMPAIGNS ${urlType} URL IS NOT SET TO ALT: |${apiUser.user}|${target}`);
  }
  return which === 'NEW' ? addUrl(call, target) : changeUrl(call, target);
};

function listUrls(call: NonAgentCall): string {
  const { p, apiUser } = call;
  const rows = urlsOf(call);
  if (rows.length > 0)
    return printRows(
      call,
      columns,
      rows.map((row) => columns.map((column) => row[column])),
    );
  const fields = [apiUser.user, p('url_type'), p('entry_type'), p('campaign_id'), '0'];
  return `NOTICE: update_alt_url LIST, No Records Found - ${fields.join('|')}\n`;
}

function urlsOf({ world, p }: NonAgentCall): AltUrl[] {
  return world.url_multi
    .filter((row) => row.campaign_id === p('campaign_id') && row.entry_type === p('entry_type'))
    .filter((row) => row.url_type === p('url_type'))
    .toSorted((a, b) => Number(a.url_rank) - Number(b.url_rank));
}

function addUrl(call: NonAgentCall, target: string): string {
  const { world, p, apiUser } = call;
  const url_id = nextId(
    world.url_multi.map((row) => row.url_id),
    lastUrlId,
  );
  const key = { url_id, campaign_id: p('campaign_id'), entry_type: p('entry_type'), url_type: p('url_type') };
  world.url_multi.push(newRow('url_multi', { ...valuesIn(call), ...key }));
  world.changed('url_multi', url_id);
  return `SUCCESS: update_alt_url ALT URL HAS BEEN ADDED - ${apiUser.user}|NEW URL ID: ${url_id}|${target}\n`;
}

function changeUrl(call: NonAgentCall, target: string): string {
  const { world, p, apiUser } = call;
  const row = urlsOf(call).find((one) => one.url_id === p('alt_url_id'));
  if (!row) return error(call, `ALT URL DOES NOT EXIST: |${apiUser.user}|${p('alt_url_id')}|${target}`);
  Object.assign(row, valuesIn(call));
  world.changed('url_multi', row.url_id);
  return `SUCCESS: update_alt_url ALT URL HAS BEEN UPDATED - ${apiUser.user}|URL ID: ${row.url_id}|${target}\n`;
}

function valuesIn({ p }: NonAgentCall): Partial<AltUrl> {
  return Object.fromEntries(written.filter((name) => p(name) !== '').map((name) => [name, p(name)]));
}

export const altUrlFunctions = {
  update_alt_url: restricted(
    { level: 8, flags: ['vdc_agent_api_access', 'modify_campaigns'] },
    'UPDATE ALT URLS',
    updateAltUrl,
  ),
};
