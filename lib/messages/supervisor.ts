import * as v from 'valibot';
import type { E164, NumberFailure } from '../phone/phone-number.ts';
import type { Result } from '../result.ts';
import type { VicidialFailure } from '../vicidial/failure.ts';
import type { AltUrlEvent, StoredAltUrl } from '../vicidial/non-agent-api/campaign-client.ts';
import type { AgentStats } from '../vicidial/non-agent-api/report-client.ts';
import type {
  CampaignRow,
  HopperLead,
  LiveCounts,
  LoggedInAgent,
} from '../vicidial/non-agent-api/supervisor-client.ts';
import type { LeadRecord } from '../vicidial/wire/lead-fields.ts';
import type { SignInProblem, SignInRequest } from './sign-in.ts';

/** Whose login the supervisor's page uses. Never a password. */
export type SupervisorState =
  | { readonly status: 'signedOut'; readonly server: string }
  | {
      readonly status: 'signedIn';
      /** Random id of the sign-in, which goes with each question: none is answered with the login of the next. */
      readonly session: string;
      readonly server: string;
      readonly user: string;
      /** Milliseconds that the dialer's clock is ahead of this computer's UTC; left out where it was not told. */
      readonly clockAheadMs?: number;
    };

/** A question of a page that shows what one sign-in was told. */
export interface InSession<Q> {
  readonly session: string;
  readonly question: Q;
}

export type SupervisorProblem =
  | { readonly code: 'vicidial'; readonly failure: VicidialFailure }
  | { readonly code: 'notSignedIn' }
  /** The login is the agent's who is signed in: its answers would count as his wrong passwords. */
  | { readonly code: 'sameUser' }
  /** What was typed is no number. */
  | { readonly code: 'number'; readonly failure: NumberFailure };

export type SupervisorSignInProblem =
  | SignInProblem
  | Extract<SupervisorProblem, { code: 'sameUser' }>
  /** The company's relay signs everybody in, and passes on none of what a supervisor asks. */
  | { readonly code: 'byRelay' };

/** One change of one campaign. */
export type CampaignChangeRequest =
  | { readonly campaign: string; readonly kind: 'active'; readonly active: boolean }
  | { readonly campaign: string; readonly kind: 'dialLevel'; readonly dialLevel: number };

/** Names that are asked for one by one. */
export interface QueuesRequest {
  readonly kind: 'ingroup' | 'userGroup';
  readonly names: readonly string[];
}

/**
 * What waits for an in-group, or for the campaigns of a user group, and who is there for it; or why that is not known of this one. Null
 * where it was not asked for, because others had failed: the next round begins with it.
 */
export interface QueueRow {
  readonly name: string;
  readonly counts: SupervisorAnswer<LiveCounts> | null;
}

/** At three seconds for each (poll-pace.ts) all are asked for within a minute. */
export const MOST_QUEUES = 20;

/** Whole days `YYYY-MM-DD`, the first and the last, by the dialer's own clock; `campaign` null for all. */
export interface FiguresRequest {
  readonly from: string;
  readonly to: string;
  readonly campaign: string | null;
}

/** Of the whole dialer where `campaign` is null, else of that campaign. */
export interface DoNotCallLook {
  /** A number as people write it. */
  readonly text: string;
  readonly campaign: string | null;
}

/**
 * What is known of a number: VICIdial names the dialer's list before the campaign's. `unknown` where the login may not ask, which
 * says nothing of what it may write.
 */
export interface DoNotCallState {
  readonly e164: E164;
  readonly nationalNumber: string;
  readonly listed: 'system' | 'campaign' | 'none' | 'unknown';
}

export interface DoNotCallChange {
  /** Digits, as leads have them: without the calling code. */
  readonly nationalNumber: string;
  readonly campaign: string | null;
  readonly change: 'add' | 'remove';
}

export interface LeadQuestion {
  readonly by: 'number' | 'vendorLeadCode' | 'leadId';
  readonly text: string;
}

/** Newest first. `leads` has the first few of those of a code, and is null where the login may not see what they hold. */
export interface FoundLeads {
  readonly ids: readonly string[];
  readonly leads: readonly LeadRecord[] | null;
}

/** What waits to be called: how many, and the first of them in their order. */
export interface Hopper {
  readonly count: number;
  readonly first: readonly HopperLead[];
}

export interface AltUrlQuestion {
  readonly campaign: string;
  readonly event: AltUrlEvent;
}

/** One of the options' pages after calls, by name and address, is added after dispositions; or one that is there is switched. */
export type AltUrlChange =
  | { readonly kind: 'add'; readonly campaign: string; readonly name: string; readonly template: string }
  | (AltUrlQuestion & { readonly kind: 'switch'; readonly id: string; readonly active: boolean });

export type SupervisorAnswer<T> = Result<T, SupervisorProblem>;
export type { AgentStats, AltUrlEvent, CampaignRow, LeadRecord, LiveCounts, LoggedInAgent, StoredAltUrl };

export const inSession = <T extends v.GenericSchema>(question: T) =>
  v.object({ session: v.pipe(v.string(), v.maxLength(64)), question });

// By name alone: what of them VICIdial takes is checked before anything is sent.
const campaign = v.pipe(v.string(), v.minLength(1), v.maxLength(20));

export const campaignChangeSchema = v.variant('kind', [
  v.object({ campaign, kind: v.literal('active'), active: v.boolean() }),
  v.object({ campaign, kind: v.literal('dialLevel'), dialLevel: v.pipe(v.number(), v.minValue(0), v.maxValue(20)) }),
]);

export const hopperSchema = v.object({ campaign });

export const queuesSchema = v.object({
  kind: v.picklist(['ingroup', 'userGroup']),
  names: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(20))), v.maxLength(MOST_QUEUES)),
});

const day = v.pipe(v.string(), v.isoDate());

export const figuresSchema = v.object({ from: day, to: day, campaign: v.nullable(campaign) });

export const campaignCallsSchema = v.object({ from: day, to: day, campaign });

const typed = v.pipe(v.string(), v.trim(), v.maxLength(100));

export const doNotCallLookSchema = v.object({ text: typed, campaign: v.nullable(campaign) });

export const doNotCallChangeSchema = v.object({
  nationalNumber: v.pipe(v.string(), v.regex(/^\d{6,16}$/)),
  campaign: v.nullable(campaign),
  change: v.picklist(['add', 'remove']),
});

export const leadQuestionSchema = v.object({ by: v.picklist(['number', 'vendorLeadCode', 'leadId']), text: typed });

const event = v.picklist(['dispo', 'start', 'addlead', 'noagent']);

export const altUrlQuestionSchema = v.object({ campaign, event });

export const altUrlChangeSchema = v.variant('kind', [
  v.object({
    ...{ kind: v.literal('add'), campaign },
    ...{ name: v.pipe(v.string(), v.maxLength(100)), template: v.pipe(v.string(), v.maxLength(2_000)) },
  }),
  v.object({
    ...{ kind: v.literal('switch'), campaign, event },
    ...{ id: v.pipe(v.string(), v.regex(/^\d{1,9}$/)), active: v.boolean() },
  }),
]);

/** What the supervisor's page may ask. */
export interface SupervisorRequests {
  /** For the supervisor's page alone, like all of these: every other page is answered as if nobody were signed in there. */
  'supervisor.state': () => SupervisorState;
  /** A login of the supervisor's own, apart from the agent's session. */
  'supervisor.signIn': (request: SignInRequest) => Result<null, SupervisorSignInProblem>;
  /** Ends that sign-in alone, and none that has taken its place. */
  'supervisor.signOut': (asked: InSession<null>) => null;
  'supervisor.agents': (asked: InSession<null>) => SupervisorAnswer<readonly LoggedInAgent[]>;
  'supervisor.campaigns': (asked: InSession<null>) => SupervisorAnswer<readonly CampaignRow[]>;
  'supervisor.queues': (asked: InSession<QueuesRequest>) => SupervisorAnswer<readonly QueueRow[]>;
  'supervisor.hopper': (asked: InSession<{ readonly campaign: string }>) => SupervisorAnswer<Hopper>;
  'supervisor.figures': (asked: InSession<FiguresRequest>) => SupervisorAnswer<readonly AgentStats[]>;
  /** How many calls the campaign had. */
  'supervisor.campaignCalls': (
    asked: InSession<FiguresRequest & { readonly campaign: string }>,
  ) => SupervisorAnswer<number>;
  'supervisor.doNotCall': (asked: InSession<DoNotCallLook>) => SupervisorAnswer<DoNotCallState>;
  /** One request to the dialer, never repeated. `already` where it was so before. */
  'supervisor.changeDoNotCall': (asked: InSession<DoNotCallChange>) => SupervisorAnswer<'changed' | 'already'>;
  'supervisor.altUrls': (asked: InSession<AltUrlQuestion>) => SupervisorAnswer<readonly StoredAltUrl[]>;
  /** One request to the dialer, never repeated. */
  'supervisor.changeAltUrl': (asked: InSession<AltUrlChange>) => SupervisorAnswer<null>;
  'supervisor.leads': (asked: InSession<LeadQuestion>) => SupervisorAnswer<FoundLeads>;
  /** One request to the dialer, never repeated. */
  'supervisor.changeCampaign': (asked: InSession<CampaignChangeRequest>) => SupervisorAnswer<null>;
}
