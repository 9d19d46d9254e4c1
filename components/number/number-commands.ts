import type { DialProblem, DialView } from '../../lib/agent/dial/dial-view.ts';
import type { AgentCallback } from '../../lib/messages/call-control.ts';
import type {
  AddedNumberLead,
  LeadCallback,
  NewNumberLead,
  NumberAnswer,
  NumberLead,
  NumberRecording,
  NumberRights,
  PastCall,
} from '../../lib/messages/number-details.ts';
import type { Result } from '../../lib/result.ts';
import type { RecordingsProps } from './recordings.tsx';

/** What the window about a number can ask for. A promise that rejects means that the background could not be reached. */
export interface NumberCommands {
  readonly leads: () => Promise<NumberAnswer<readonly NumberLead[]>>;
  readonly calls: () => Promise<NumberAnswer<readonly PastCall[]>>;
  readonly callbacks: (leadId: string) => Promise<NumberAnswer<readonly LeadCallback[]>>;
  readonly recordings: (leadId: string) => Promise<NumberAnswer<readonly NumberRecording[]>>;
  readonly loadRecording: RecordingsProps['load'];
  readonly rights: () => Promise<NumberAnswer<NumberRights>>;
  /** On the list of a campaign; null for the list of the whole dialer. */
  readonly listDoNotCall: (campaign: string | null) => Promise<NumberAnswer<'added' | 'alreadyListed'>>;
  readonly addLead: (lead: NewNumberLead) => Promise<NumberAnswer<AddedNumberLead>>;
  readonly planCallback: (leadId: string, callback: AgentCallback) => Promise<NumberAnswer<null>>;
  readonly removeCallbacks: (leadId: string) => Promise<NumberAnswer<number>>;
  readonly dial: (leadId: string | null) => Promise<Result<DialView, DialProblem>>;
  readonly cancel: (id: string) => Promise<unknown>;
  /** True when it is in the clipboard. */
  readonly copy: (text: string) => Promise<boolean>;
}
