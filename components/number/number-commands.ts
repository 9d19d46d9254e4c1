import type { PanelRequests } from '../../lib/messages/protocol.ts';
import type { RecordingsProps } from './recordings.tsx';

/** What the window asks the background for about its own number; the number itself is not repeated. */
type Command<Name extends keyof PanelRequests, Arguments extends readonly unknown[] = []> = (
  ...given: Arguments
) => Promise<ReturnType<PanelRequests[Name]>>;

type Given<Name extends keyof PanelRequests> = Parameters<PanelRequests[Name]>[0];

/**
 * What the window about a number can ask for, as the protocol has it. A promise that rejects means that the background could not be
 * reached.
 */
export interface NumberCommands {
  readonly verdict: Command<'number.verdict'>;
  readonly leads: Command<'number.leads'>;
  readonly calls: Command<'number.calls'>;
  readonly callbacks: Command<'number.callbacks', [leadId: string]>;
  readonly recordings: Command<'number.recordings', [leadId: string]>;
  readonly rights: Command<'number.rights'>;
  readonly listDoNotCall: Command<'number.listDoNotCall', [campaign: Given<'number.listDoNotCall'>['campaign']]>;
  readonly addLead: Command<'number.addLead', [lead: Given<'number.addLead'>['lead']]>;
  readonly planCallback: Command<
    'number.planCallback',
    [leadId: string, callback: Given<'number.planCallback'>['callback']]
  >;
  readonly updateLead: Command<'number.updateLead', [leadId: string, change: Given<'number.updateLead'>['change']]>;
  readonly removeCallbacks: Command<'number.removeCallbacks', [leadId: string]>;
  readonly dial: Command<'number.dial', [leadId: Given<'number.dial'>['leadId']]>;
  readonly recordLead: Command<'number.recordLead'>;
  readonly giveNumber: Command<'number.giveNumber', [leadId: string]>;
  readonly preview: Command<'number.preview', [leadId: string]>;
  readonly cancel: Command<'dial.cancel', [id: string]>;
  readonly loadRecording: RecordingsProps['load'];
  /** True when it is in the clipboard. */
  readonly copy: (text: string) => Promise<boolean>;
}
