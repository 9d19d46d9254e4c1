import type { VicidialFailure } from '../vicidial/failure.ts';
import type { ServiceNeeds } from '../vicidial/set-up/service-probe.ts';
import type { SignInProblem } from './sign-in.ts';

/** What the dialer said about one function of one login. */
export interface FunctionReport {
  readonly name: string;
  readonly told:
    | 'allowed'
    | 'notListed'
    | 'flagsMissing'
    /** This version of VICIdial has no such function. */
    | 'unknownFunction'
    /** It could not be asked without doing it, or the check had ended before. */
    | 'notAsked';
  /** What the user needs beside the list; left out for functions of an agent. */
  readonly needs?: ServiceNeeds;
  /** Writes something in VICIdial, which a company may not want of a login that many know. */
  readonly isChange?: true;
}

/** What was found out about one login. Holds no password. */
export interface LoginReport {
  /** Null for the one that a relay adds: nobody here knows it. */
  readonly user: string | null;
  /** VICIdial drops signs of the password before it compares it. */
  readonly passwordWarning: 'stripped' | 'tooShort' | null;
  /** Why the rest of this login is not known; null when all of it was asked. */
  readonly problem: VicidialFailure | null;
  readonly functions: readonly FunctionReport[];
}

/** Null where the dialer could not say. */
export interface AgentFacts {
  readonly isLoggedIn: boolean | null;
  readonly mayDialByHand: boolean | null;
  readonly hasWebphone: boolean | null;
  /** Whether his login may write to the lead on his screen. */
  readonly mayUpdateFields: boolean | null;
  /** Whether the second login may see the agent. */
  readonly isViewable: boolean | null;
}

/** What a set-up check found, as plain data without a secret. */
export interface SetUpReport {
  readonly server: string;
  readonly agentUser: string;
  readonly isRelay: boolean;
  readonly agent: LoginReport;
  /** Null where there is no second login. */
  readonly service: LoginReport | null;
  /** Null where no supervisor is signed in at this dialer. */
  readonly supervisor: LoginReport | null;
  readonly facts: AgentFacts;
}

export type SetUpProblem =
  | SignInProblem
  /** One check at a time: each is some forty requests. */
  | { readonly code: 'checking' }
  /** The company's relay signs in here: what it allows is found out once somebody is signed in. */
  | { readonly code: 'relayFirst' }
  /** Nobody is signed in any more. */
  | { readonly code: 'notSignedIn' };
