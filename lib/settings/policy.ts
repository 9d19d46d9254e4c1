import type { EditableSettings } from '../messages/protocol.ts';
import type { MessageKey } from '../messages/text.ts';

/** The settings of an agent that a company may set as well; every one of them may be locked. How he works the keys is his own. */
export type PolicySetting = Exclude<keyof EditableSettings, 'siteModes' | 'notNumbers' | 'helpKey'> | 'sites';

/** Everything a company may lock. */
export type LockName = PolicySetting | 'server' | 'agentPath' | 'nonAgentPath' | 'relay';

/** What the company has set, as far as it could be read; what is missing was not set. */
export interface PolicyValues extends Partial<Pick<EditableSettings, Exclude<PolicySetting, 'sites'>>> {
  /** As an agent would type it: with or without a path of the dialer. */
  readonly server?: string;
  readonly agentPath?: string;
  readonly nonAgentPath?: string;
  /** `server` is the company's relay, which signs its people in. */
  readonly relay?: boolean;
  /** Match patterns, as in `Settings.sites`. */
  readonly sites?: readonly string[];
  /** False forbids to remember a sign-in on the device. */
  readonly remember?: boolean;
  /** True lets agents call a number on a do-not-call list after a question. */
  readonly overruleDoNotCall?: boolean;
  /** False offers no preview of a lead in the window of a number. */
  readonly previews?: boolean;
  /** VICIdial's id of the hours in which the company calls; the card of a number says when it is outside of them. */
  readonly callTime?: string;
  /** VICIdial's number of the list that new leads go into. */
  readonly newLeadList?: string;
  /** In E.164: what agents call to try Dialside out, for example the company's own echo test. */
  readonly testNumber?: string;
}

/** An entry of the policy that cannot be used, for the eyes of an administrator. */
export interface PolicyProblem {
  /** Name and place, for example `pauseCodes[3].code`. */
  readonly name: string;
  /** What should stand there. */
  readonly expected: MessageKey;
}

/** What a company says of an installation, by its browser's managed storage. Holds no secret. */
export interface Policy {
  readonly values: PolicyValues;
  /** What the agent may not change; of names that have a readable value alone. */
  readonly locked: readonly LockName[];
  readonly problems: readonly PolicyProblem[];
}

export const NO_POLICY: Policy = { values: {}, locked: [], problems: [] };

/** Whether agents may call a number that is on a do-not-call list: only where their company says so. */
export function mayOverruleDoNotCall({ values }: Policy): boolean {
  return values.overruleDoNotCall ?? false;
}

/** Whether agents may have a lead shown on the agent screen before it is called: unless their company says otherwise. */
export function mayPreview({ values }: Policy): boolean {
  return values.previews ?? true;
}

/** Whether the company allows to remember a sign-in on this device: unless it says otherwise, or has its relay sign in. */
export function mayRemember({ values, locked }: Policy): boolean {
  const isByRelay = values.relay === true && locked.includes('relay');
  return !isByRelay && (values.remember ?? true);
}
