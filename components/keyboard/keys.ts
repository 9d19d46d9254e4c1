import type { MessageKey } from '../../lib/messages/text.ts';

/** Something keys are for, wherever the agent is in the browser. */
export interface KeyCommand {
  readonly name: MessageKey;
  /** As the browser writes them, `Alt+Shift+Q`; empty where there are none. */
  readonly keys: string;
  /** What Dialside suggests; empty where it leaves the choice to the agent. */
  readonly suggested: string;
}

/** The browser keeps the keys, and has a page of its own on which they are changed. */
export interface Keys {
  readonly read: () => Promise<readonly KeyCommand[]>;
  readonly change: () => void;
  /** Whether the agent has a question mark show them. */
  readonly hasHelpKey: () => Promise<boolean>;
}
