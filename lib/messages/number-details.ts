import * as v from 'valibot';
import type { DialProblem, DialView } from '../agent/dial/dial-view.ts';
import type { Result } from '../result.ts';
import type { VicidialFailure } from '../vicidial/failure.ts';
import type { LeadCallback } from '../vicidial/non-agent-api/lead-reader.ts';
import type { PastCall } from '../vicidial/non-agent-api/number-client.ts';
import type { AgentCallback } from './call-control.ts';
import type { NumberVerdict } from './number-verdict.ts';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const taken = (max: number) => v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(max)));

/** As long as VICIdial's columns. */
export const LONGEST_IN_LEAD = { vendorCode: 20, firstName: 30, lastName: 30, email: 70 } as const;

/** In the order in which they are shown. */
export const PERSON_FIELDS = ['vendorCode', 'firstName', 'lastName', 'email'] as const;

export type PersonField = (typeof PERSON_FIELDS)[number];

/** The CRM's own id of somebody, his names and his e-mail; empty for what is not known. */
export type Person = Readonly<Record<PersonField, string>>;

/** What a page says of the person whose record it shows, as far as it is fit for VICIdial; never empty. */
export interface PageRecord extends Partial<Person> {
  readonly leadId?: string;
}

/** What a window is about: a number (E.164), and its record on the page from which it was opened, where it is that record's own. */
export interface AboutNumber {
  readonly e164: string;
  readonly record: PageRecord | null;
}

/** A lead with the number, as far as an agent needs it before a call. */
export interface NumberLead extends Person {
  readonly leadId: string;
  /** Empty where it has none. */
  readonly name: string;
  /** VICIdial's code of the last disposition, or of a lead that was never called. */
  readonly status: string;
  /** Who called last; empty for nobody. */
  readonly user: string;
  readonly listId: string;
}

/** The leads with a number. */
export interface NumberLeads {
  /** The newest of them, at most five. */
  readonly shown: readonly NumberLead[];
  /** How many are older than those. */
  readonly older: number;
  /** How many have the same digits with another calling code: other people's numbers. */
  readonly foreign: number;
  /** VICIdial's numbers of lists in which leads were found in this session, at most ten; left out for none. */
  readonly lists?: readonly string[];
}

export interface NumberRecording {
  readonly recordingId: string;
  /** Server-local `YYYY-MM-DD HH:MM:SS`. */
  readonly startedAt: string;
  readonly user: string;
  readonly seconds: number;
  /** Where Dialside may load it from, which is the dialer alone; `elsewhere` names the host of any other, empty for none. */
  readonly from: { readonly url: string } | { readonly elsewhere: string };
}

/** What the second login may change. */
export interface NumberRights {
  readonly doNotCall: boolean;
  /** The call-backs of a lead. */
  readonly leads: boolean;
  /** New leads. */
  readonly add: boolean;
  /** The list that these go into, by the company's word; null where the agent names one. */
  readonly newLeadList: string | null;
}

/** The lead of the page's record, which has another first number than the one that is shown. */
export interface RecordLead {
  readonly leadId: string;
  /** The number is one of its others, its second one may be this, or it has a second one already. */
  readonly place: 'has' | 'free' | 'taken';
}

/** VICIdial's number of a list. */
export const LIST_ID = /^\d{2,14}$/;

/** What an agent says of somebody who is no lead yet. Empty where he says nothing. */
export const newLeadSchema = v.object({
  vendorCode: text(LONGEST_IN_LEAD.vendorCode),
  firstName: text(LONGEST_IN_LEAD.firstName),
  lastName: text(LONGEST_IN_LEAD.lastName),
  email: text(LONGEST_IN_LEAD.email),
  /** VICIdial's number of the list; the company's counts where it has one. */
  listId: v.pipe(v.string(), v.regex(LIST_ID)),
});

export type NewNumberLead = v.InferOutput<typeof newLeadSchema>;

/** What a lead takes over. What is left out stays as it is, and nothing is emptied. */
export const leadChangeSchema = v.object({
  vendorCode: taken(LONGEST_IN_LEAD.vendorCode),
  firstName: taken(LONGEST_IN_LEAD.firstName),
  lastName: taken(LONGEST_IN_LEAD.lastName),
  email: taken(LONGEST_IN_LEAD.email),
});

export type LeadChange = v.InferOutput<typeof leadChangeSchema>;

/** What became of it: added, with or without every letter; already there as that lead; or on a do-not-call list. */
export type AddedNumberLead =
  | { readonly outcome: 'added'; readonly isAltered: boolean }
  | { readonly outcome: 'duplicate'; readonly leadId: string }
  | { readonly outcome: 'doNotCall' };

/** `isAltered`: VICIdial has dropped letters that it does not keep. */
export interface UpdatedNumberLead {
  readonly isAltered: boolean;
}

export type NumberProblem =
  | { readonly code: 'notSignedIn' }
  /** There is no second login, or it may not ask for this: what needs it is left out, and nothing is wrong. */
  | { readonly code: 'noRight' }
  | { readonly code: 'vicidial'; readonly failure: VicidialFailure }
  /** Nobody has told in which campaign the agent works; nothing was sent. */
  | { readonly code: 'noCampaign' }
  /** The agent works in another campaign by now than the one he was shown; nothing was sent. */
  | { readonly code: 'otherCampaign' }
  /** The call-back would lie in the past by the dialer's clock; nothing was sent. */
  | { readonly code: 'callbackPast' }
  /** VICIdial knows no such agent, and keeps no call-back for one. */
  | { readonly code: 'callbackUserUnknown' };

export type NumberAnswer<T> = Result<T, NumberProblem>;
export type { LeadCallback, PastCall };

/** What the window about a number may ask, and `number.show` to every page of Dialside's. */
export interface NumberRequests {
  /** Opens Dialside's window about a number (E.164), in place of the one about another. */
  'number.show': (request: { readonly e164: string }) => null;
  /** What the window of this key is about; null for one that has been replaced. */
  'number.about': (request: { readonly key: string }) => AboutNumber | null;
  'number.verdict': (request: { readonly e164: string }) => NumberVerdict | null;
  /** For that window's page alone, like all that follow: to every other page nobody is signed in. */
  'number.leads': (request: { readonly e164: string }) => NumberAnswer<NumberLeads>;
  'number.calls': (request: { readonly e164: string }) => NumberAnswer<readonly PastCall[]>;
  'number.callbacks': (request: { readonly leadId: string }) => NumberAnswer<readonly LeadCallback[]>;
  'number.recordings': (request: { readonly leadId: string }) => NumberAnswer<readonly NumberRecording[]>;
  /** As the lead that the agent was shown, where there is one. */
  'number.dial': (request: { readonly e164: string; readonly leadId: string | null }) => Result<DialView, DialProblem>;
  /** The agent screen only shows that lead, and calls it at the agent's word: by its first number, which this has to be. */
  'number.preview': (request: { readonly e164: string; readonly leadId: string }) => Result<DialView, DialProblem>;
  /** Of the record from whose page the window was opened; null where it has no lead in that country, or none is named. */
  'number.recordLead': (request: { readonly e164: string }) => NumberAnswer<RecordLead | null>;
  /** What the login may change, found out without changing anything. */
  'number.rights': () => NumberAnswer<NumberRights>;
  /** One request to the dialer, never repeated, like all that follow. */
  'number.listDoNotCall': (request: {
    readonly e164: string;
    /** The campaign whose list it is, as the agent was shown it; null for the list of the whole dialer. */
    readonly campaign: string | null;
  }) => NumberAnswer<'added' | 'alreadyListed'>;
  'number.planCallback': (request: { readonly leadId: string; readonly callback: AgentCallback }) => NumberAnswer<null>;
  /** A number that is a lead anywhere, or on a do-not-call list of the agent's, is not added. */
  'number.addLead': (request: { readonly e164: string; readonly lead: NewNumberLead }) => NumberAnswer<AddedNumberLead>;
  /** Columns that are left out stay as they are; none is emptied. */
  'number.updateLead': (request: {
    readonly leadId: string;
    readonly change: LeadChange;
  }) => NumberAnswer<UpdatedNumberLead>;
  /** The number becomes the second one of that lead, where it has none: then a call to it goes by that lead. */
  'number.giveNumber': (request: { readonly e164: string; readonly leadId: string }) => NumberAnswer<'given' | 'taken'>;
  /** Answers with how many went. */
  'number.removeCallbacks': (request: { readonly leadId: string }) => NumberAnswer<number>;
}
