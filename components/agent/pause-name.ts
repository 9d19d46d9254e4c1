import type { PauseCode } from '../../lib/messages/panel-state.ts';

/** What the agent calls that pause; the code itself where the options have no name for it. */
export function nameOfPause(code: string, pauseCodes: readonly PauseCode[]): string {
  return pauseCodes.find((pauseCode) => pauseCode.code === code)?.name || code;
}
