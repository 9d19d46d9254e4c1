import type { ComponentChild } from 'preact';
import { emptyDraft } from '../../../components/sign-in/sign-in-draft.ts';
import type { SupervisorCommands } from '../../../components/supervisor/commands.ts';
import { NOTHING_READ, readingAfter } from '../../../components/supervisor/reading.ts';
import { SupervisorView } from '../../../components/supervisor/supervisor-view.tsx';
import type { AfterCallPage } from '../../../lib/crm/pages/page-rules.ts';
import type {
  AgentStats,
  CampaignRow,
  Hopper,
  LeadRecord,
  LoggedInAgent,
  QueueRow,
  StoredAltUrl,
  SupervisorState,
} from '../../../lib/messages/supervisor.ts';
import type { E164 } from '../../../lib/phone/phone-number.ts';
import { fail, ok } from '../../../lib/result.ts';
import { passwordWarning } from '../../../lib/vicidial/wire/credentials.ts';
import { LEAD_COLUMNS } from '../../../lib/vicidial/wire/lead-fields.ts';
import type { UrlTemplate } from '../../../lib/vicidial/wire/url-template.ts';

const agent = (
  user: string,
  fullName: string,
  status: LoggedInAgent['status'],
  subStatus = '',
  pauseCode = '',
): LoggedInAgent => ({
  ...{ user, fullName, status, subStatus, pauseCode, campaign: 'TESTCAMP', session: '8600051', leadId: '' },
  ...{ callId: '', callsToday: 12, userGroup: 'AGENTS' },
});

const AGENTS: readonly LoggedInAgent[] = [
  agent('1000', 'Alice Agent', 'INCALL'),
  agent('1003', 'Dave Doe', 'INCALL'),
  agent('1004', 'Erin Eve', 'READY'),
  agent('1011', 'Leo Low', 'INCALL', 'DIAL'),
  agent('1008', 'Ivan Ink', 'PAUSED', 'DISPO'),
  agent('1001', 'Bob Best', 'PAUSED', '', 'LUNCH'),
];

export const CAMPAIGNS: readonly CampaignRow[] = [
  { id: 'TESTCAMP', name: 'Test Campaign', active: true, dialMethod: 'RATIO', dialLevel: '1.5', dialStatuses: ['NEW'] },
  { id: 'OFFCAMP', name: 'Winter sale', active: false, dialMethod: 'MANUAL', dialLevel: '0', dialStatuses: ['NEW'] },
];

const queue = (name: string, callsWaiting: number, waiting: number): QueueRow => ({
  name,
  counts: ok({ callsWaiting, waiting, agents: 9, inCalls: 4, paused: 2, inWrapUp: 1, dialling: 1 }),
});
const INGROUPS = [queue('SALESLINE', 3, 0), queue('SUPPORT', 1, 2), queue('BILLING', 0, 1)];
const USER_GROUPS = [queue('AGENTS', 1, 1)];

const IN: SupervisorState = { status: 'signedIn', session: '1', server: 'https://dialer.example.com', user: 'boss' };
const READ_AT = Date.UTC(2026, 0, 5, 14, 30);

/** The dialer went away after both were read. */
export const AGENTS_OUT_OF_REACH = readingAfter<LoggedInAgent>(
  readingAfter<LoggedInAgent>(NOTHING_READ, ok(AGENTS), READ_AT),
  fail({ code: 'vicidial', failure: { code: 'unreachable' } }),
  READ_AT + 5_000,
);

const stats = (user: string, fullName: string, talkSeconds: number, pausedSeconds: number): AgentStats => ({
  ...{ user, fullName, userGroup: 'AGENTS', calls: 41, pauses: 5, talkSeconds, pausedSeconds },
  ...{ waitSeconds: 3_600, wrapUpSeconds: 1_200, deadSeconds: 90 },
  loginSeconds: talkSeconds + pausedSeconds + 4_800,
});
export const STATS = [stats('1000', 'Alice Agent', 9_000, 1_800), stats('1001', 'Bob Best', 4_000, 7_000)];

const lead = (leadId: string, first: string, last: string): LeadRecord => ({
  ...(Object.fromEntries(LEAD_COLUMNS.map((name) => [name, ''])) as LeadRecord),
  ...{ lead_id: leadId, first_name: first, last_name: last, status: 'NEW', list_id: '101', called_count: '3' },
  ...{
    phone_code: '1',
    phone_number: '7275551212',
    email: 'ana@example.com',
    last_local_call_time: '2026-11-20 10:00:00',
  },
});

const url = (id: string, active: boolean, description: string, address: string): StoredAltUrl => ({
  ...{ id, active, description, address, rank: Number(id), statuses: ['SALE', 'XFER'], lists: [], minimumSeconds: 30 },
});
export const URLS: readonly StoredAltUrl[] = [
  url('3', true, 'Order form', 'https://crm.example.com/order?lead=--A--lead_id--B--'),
  url('4', false, '', 'https://hooks.example.com/vicidial/after-call/with/a/long/path?phone=--A--phone_number--B--'),
];
const HOPPER: Hopper = {
  count: 42,
  first: ['2001', '2007'].map((leadId) => ({
    ...{ leadId, listId: '101', priority: 0, callingCode: '1', nationalNumber: '7275551212', status: 'NEW' },
    ...{ timesCalled: 2, vendorLeadCode: 'CRM-77' },
  })),
};
export const PAGE: AfterCallPage = {
  ...{ name: 'Survey', template: 'https://crm.example.com/survey?lead=--A--lead_id--B--' as UrlTemplate },
  ...{ campaigns: [], statuses: ['SALE'], minimumSeconds: 0, rank: 1 },
};

export const COMMANDS: SupervisorCommands = {
  figures: async () => ok(STATS),
  campaignCalls: async () => ok(117),
  doNotCall: async () => ok({ e164: '+17275551212' as E164, nationalNumber: '7275551212', listed: 'none' }),
  changeDoNotCall: async () => ok('changed'),
  leads: async () => ok({ ids: ['2007', '2001'], leads: [lead('2007', 'Ana', 'Ruiz'), lead('2001', '', '')] }),
  altUrls: async () => ok(URLS),
  changeAltUrl: async () => ok(null),
  saveFile: () => undefined,
};

type Told = Parameters<typeof SupervisorView>[0];

export function supervisor(change: Partial<Told> = {}) {
  return (
    <SupervisorView
      state={IN}
      refused={null}
      agents={readingAfter<LoggedInAgent>(NOTHING_READ, ok(AGENTS), READ_AT)}
      campaigns={readingAfter<CampaignRow>(NOTHING_READ, ok(CAMPAIGNS), READ_AT)}
      userGroups={readingAfter<QueueRow>(NOTHING_READ, ok(USER_GROUPS), READ_AT)}
      ingroups={readingAfter<QueueRow>(NOTHING_READ, ok(INGROUPS), READ_AT)}
      watched={INGROUPS.map(({ name }) => name)}
      initial={{ ...emptyDraft('US'), server: 'https://dialer.example.com' }}
      isServerLocked={false}
      checkServer={() => null}
      passwordWarning={passwordWarning}
      onSignIn={async () => ok(null)}
      onSignOut={() => undefined}
      commands={COMMANDS}
      pages={[PAGE]}
      onTake={async () => true}
      onWatch={() => undefined}
      onReadQueues={() => undefined}
      onReadCampaigns={() => undefined}
      onHopper={async () => ok(HOPPER)}
      onChange={async () => ok(null)}
      {...change}
    />
  );
}

export const SUPERVISOR_VIEWS: Readonly<Record<string, () => ComponentChild>> = {
  supervisor: () => supervisor(),
  supervisorRefused: () =>
    supervisor({
      agents: readingAfter<LoggedInAgent>(
        NOTHING_READ,
        fail({ code: 'vicidial', failure: { code: 'notPermitted', function: 'logged_in_agents' } }),
        READ_AT,
      ),
      campaigns: readingAfter<CampaignRow>(NOTHING_READ, ok([]), READ_AT),
      userGroups: NOTHING_READ,
      ingroups: readingAfter<QueueRow>(
        NOTHING_READ,
        fail({ code: 'vicidial', failure: { code: 'notPermitted', function: 'in_group_status' } }),
        READ_AT,
      ),
    }),
  supervisorOutOfReach: () => supervisor({ agents: AGENTS_OUT_OF_REACH }),
  supervisorSignIn: () => supervisor({ state: { status: 'signedOut', server: '' } }),
};
