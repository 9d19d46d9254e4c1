import type { DialProblem, DialView } from '../../lib/agent/dial/dial-view.ts';
import type { ListChange } from '../../lib/agent/list/dial-list.ts';
import type { CallControlRequest, FinishRequest } from '../../lib/messages/call-control.ts';
import type { OptionsSection } from '../../lib/messages/options-section.ts';
import type { CommandProblem } from '../../lib/messages/panel-state.ts';
import type { PanelRequests } from '../../lib/messages/protocol.ts';
import type { Result } from '../../lib/result.ts';
import type { Keys } from '../keyboard/keys.ts';

type CommandAnswer = Promise<Result<null, CommandProblem>>;

/** What the panel can ask for. A promise that rejects means that the background could not be reached. */
export interface PanelCommands {
  readonly pause: (pauseCode: string | null) => CommandAnswer;
  readonly resume: () => CommandAnswer;
  readonly hangUp: () => CommandAnswer;
  readonly control: (request: CallControlRequest) => CommandAnswer;
  readonly finish: (request: FinishRequest) => CommandAnswer;
  readonly isRecording: () => Promise<Result<boolean, CommandProblem>>;
  readonly openRecord: () => Promise<null>;
  readonly countQueue: () => Promise<Result<number, CommandProblem>>;
  readonly dial: (text: string) => Promise<ReturnType<PanelRequests['dial.start']>>;
  /** Dials the next number of the list, which is the one that was shown. */
  readonly dialNext: (e164: string) => Promise<Result<DialView, DialProblem>>;
  readonly changeList: (e164: string, to: ListChange) => Promise<null>;
  readonly clearList: () => Promise<null>;
  /** Opens the window about a number (E.164). */
  readonly showNumber: (e164: string) => Promise<null>;
  readonly cancelDial: (id: string) => Promise<Result<null, DialProblem>>;
  readonly showQuestion: () => Promise<null>;
  readonly openWebphone: (allowHost: string | null) => CommandAnswer;
  readonly ringMe: () => CommandAnswer;
  readonly showScreen: () => CommandAnswer;
  readonly refresh: () => Promise<null>;
  readonly signOut: () => Promise<null>;
  readonly openOptions: (section?: OptionsSection) => void;
  readonly openSetUp: () => void;
  /** Called inside the user gesture. */
  readonly openSidePanel: () => void;
  readonly keys: Keys;
}
