/**
 * What the agent screen's page and its server say to each other. The real page speaks a text protocol of its own on the
 * same two addresses; only their names, their methods and their timing can be seen from outside.
 */
export const POLL_SCRIPT = 'conf_exten_check.php';
export const STEP_SCRIPT = 'vdc_db_query.php';

export type Fields = Readonly<Record<string, string>>;

/** Everything the page learns at login. A change of a setting reaches it at the next login. */
export interface ScreenSettings {
  readonly user: string;
  readonly password: string;
  readonly fullName: string;
  readonly sessionName: string;
  readonly sessionId: string;
  readonly extension: string;
  readonly phonePassword: string;
  readonly campaign: string;
  readonly dialMethod: string;
  readonly dialLevel: number;
  /** FORCE, Y or N. */
  readonly pauseCodesActive: string;
  readonly manualDialFilter: string;
  readonly callTimeCheck: string;
  readonly dialTimeoutSeconds: number;
  readonly apiManualDial: string;
  readonly allowInbound: boolean;
  /** False for on-hook phones and for the phone login "nophone". */
  readonly watchesSession: boolean;
  /** False when the site's agent-disable setting is off. */
  readonly agentDisable: boolean;
  /** Empty when the page shows no web phone. */
  readonly webphoneFrame: string;
  readonly otherSession: boolean;
  readonly pauseCodes: readonly Choice[];
  readonly dispositions: readonly Choice[];
  readonly inGroups: readonly string[];
}

export interface Choice {
  readonly code: string;
  readonly name: string;
}

/** One answer to a poll: the live row's command columns as they stand, and what else the page has to notice. */
export interface PollAnswer {
  /** `gone`: this screen's live row was deleted, or belongs to another screen now. */
  readonly session: 'current' | 'gone';
  readonly status: string;
  readonly customerOnLine: boolean;
  readonly phoneInSession: boolean;
  readonly telephoneAlive: boolean;
  readonly queued: number;
  readonly dial: string;
  readonly hangup: string;
  readonly disposition: string;
  readonly pause: string;
  readonly pauseCode: string;
  readonly recording: string;
  readonly tones: string;
  readonly park: string;
  readonly transfer: string;
}

/** The columns of a lead that the page shows. */
export interface LeadFields {
  readonly lead_id: string;
  readonly phone_code: string;
  readonly phone_number: string;
  readonly vendor_lead_code: string;
  readonly title: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly address1: string;
  readonly address3: string;
  readonly city: string;
  readonly state: string;
  readonly postal_code: string;
  readonly alt_phone: string;
  readonly email: string;
  readonly comments: string;
}

export const LEAD_COLUMNS = [
  'lead_id',
  'phone_code',
  'phone_number',
  'vendor_lead_code',
  'title',
  'first_name',
  'last_name',
  'address1',
  'address3',
  'city',
  'state',
  'postal_code',
  'alt_phone',
  'email',
  'comments',
] as const satisfies readonly (keyof LeadFields)[];

/** A call as the page sees it. `display` is the number the way the status line writes it. */
export interface StartedCall {
  readonly callId: string;
  readonly lead: LeadFields;
  readonly display: string;
  /** Name of the in-group that the call came by; left out for a call that was dialled. */
  readonly ingroup?: string;
}

export type DialAnswer =
  | ({ readonly kind: 'calling' } & StartedCall)
  /** Dialled as an in-group call: the page is told nothing it could show. */
  | { readonly kind: 'ingroup' }
  | { readonly kind: 'preview'; readonly lead: LeadFields }
  | { readonly kind: 'refused'; readonly text: string };

export type LookupAnswer =
  | { readonly state: 'ringing' }
  | { readonly state: 'answered'; readonly channel: string }
  | { readonly state: 'failed'; readonly reason: string };

/** Null while no call waits for the agent. */
export type IncomingAnswer = StartedCall | null;

export type TransferAnswer = { readonly line: string; readonly ends: boolean };

export interface StepAnswers {
  dial: DialAnswer;
  dialNext: DialAnswer;
  lookup: LookupAnswer;
  incoming: IncomingAnswer;
  hangUp: null;
  disposition: null;
  pause: null;
  ready: null;
  pauseCode: null;
  skipPreview: null;
  startRecording: null;
  stopRecording: null;
  tones: null;
  park: null;
  transfer: TransferAnswer;
  ringPhone: null;
  logout: null;
  closeTab: null;
}

export type StepName = keyof StepAnswers;
