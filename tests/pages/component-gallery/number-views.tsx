import type { ComponentChild } from 'preact';
import type { NumberCommands } from '../../../components/number/number-commands.ts';
import { NumberView } from '../../../components/number/number-view.tsx';
import { PageOver } from '../../../components/page-over.tsx';
import type {
  LeadCallback,
  NumberLead,
  NumberLeads,
  NumberRecording,
  PastCall,
} from '../../../lib/messages/number-details.ts';
import { parseDialable } from '../../../lib/phone/parse-dialable.ts';
import { fail, ok } from '../../../lib/result.ts';
import { dialIn } from '../../dom/components/panel-states.ts';

export const LEADS: readonly NumberLead[] = [
  {
    ...{ leadId: '2002', name: 'Bert Jones', status: 'CALLBK', user: '1000', vendorCode: 'CRM-78', listId: '101' },
    ...{ firstName: 'Bert', lastName: 'Jones', email: '' },
  },
  {
    ...{ leadId: '1987', name: '', status: 'NA', user: '1004', vendorCode: '', listId: '998' },
    ...{ firstName: '', lastName: '', email: '' },
  },
];

export const leadsOf = (...shown: readonly NumberLead[]): NumberLeads => ({ shown, older: 0, foreign: 0 });

export const CALLBACKS: readonly LeadCallback[] = [
  {
    ...{ leadId: '2002', for: 'USERONLY', status: 'ACTIVE', at: '2027-01-05 09:00:00', user: '1000' },
    ...{ campaign: 'TESTCAMP', comments: 'Wants the offer in writing' },
  },
];

const CALLS: readonly PastCall[] = [
  {
    ...{ number: '4155552671', at: '2026-11-19 10:00:00', listId: '101', seconds: 65, leadStatus: 'CALLBK' },
    ...{ endedBy: 'AGENT', disposition: 'CALLBK', user: '1000' },
  },
  {
    ...{ number: '4155552671', at: '2026-11-12 16:20:00', listId: '101', seconds: 0, leadStatus: 'CALLBK' },
    ...{ endedBy: 'NONE', disposition: 'NA', user: '1004' },
  },
];

export const RECORDINGS: readonly NumberRecording[] = [
  {
    ...{ recordingId: '91', startedAt: '2026-11-19 10:00:01', user: '1000', seconds: 64 },
    from: { url: 'https://dialer.example.com/RECORDINGS/91.wav' },
  },
  {
    ...{ recordingId: '77', startedAt: '2026-09-01 12:30:00', user: '1004', seconds: 310 },
    from: { elsewhere: 'archive.example.com' },
  },
];

const NUMBER_COMMANDS: NumberCommands = {
  verdict: async () => null,
  leads: async () => ok(leadsOf(...LEADS)),
  calls: async () => ok(CALLS),
  callbacks: async () => ok(CALLBACKS),
  recordings: async () => ok(RECORDINGS),
  loadRecording: async () => null,
  rights: async () => ok({ leads: true, add: true, doNotCall: true, newLeadList: null }),
  addLead: async () => ok({ outcome: 'added', isAltered: false }),
  listDoNotCall: async () => ok('added'),
  planCallback: async () => ok(null),
  updateLead: async () => ok({ isAltered: false }),
  removeCallbacks: async () => ok(1),
  dial: async () => ok(dialIn('preparing')),
  preview: async () => ok(dialIn('preparing')),
  recordLead: async () => ok(null),
  giveNumber: async () => ok('given'),
  cancel: async () => ok(null),
  copy: async () => true,
};

const absent = async () => fail({ code: 'noRight' } as const);
const silent = async () => fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 8_000 } } as const);

/** The commands of a login that may ask for nothing, or of an agent without one. */
export const NO_RIGHTS = { leads: absent, calls: absent, callbacks: absent, recordings: absent, rights: absent };

type Told = Parameters<typeof NumberView>[0];

const parsed = parseDialable('+14155552671', []);
if (!parsed.ok) throw new Error('No number');
const NUMBER = parsed.value;

export function numberView({
  commands,
  ...change
}: Partial<Omit<Told, 'commands'>> & { commands?: Partial<NumberCommands> } = {}) {
  return (
    <NumberView
      called={NUMBER}
      campaign="TESTCAMP"
      clockAheadMs={-5 * 3_600_000}
      describe={() => [{ text: 'Time there: Mon 9:41 AM' }]}
      session="https://dialer.example.com 1000"
      dial={null}
      canPreview={false}
      record={null}
      {...change}
      commands={{ ...NUMBER_COMMANDS, ...commands }}
    />
  );
}

export const NUMBER_VIEWS: Readonly<Record<string, () => ComponentChild>> = {
  number: () => numberView(),
  numberPreview: () => numberView({ canPreview: true }),
  numberAlone: () => numberView({ commands: NO_RIGHTS, describe: () => [] }),
  numberListed: () =>
    numberView({
      commands: { leads: async () => ok({ ...leadsOf(), foreign: 1 }), calls: async () => ok([]) },
      describe: () => [{ text: 'On the dialer’s do-not-call list.', isWarning: true }],
    }),
  numberTrouble: () => numberView({ commands: { leads: silent, calls: silent } }),
  numberCalling: () => numberView({ dial: dialIn('ringing') }),
  numberGone: () => <PageOver title="numberGone" onClose={() => undefined} />,
  numberSignedOut: () => numberView({ session: null }),
};
