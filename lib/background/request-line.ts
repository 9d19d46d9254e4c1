import type { AgentClient } from '../vicidial/client.ts';
import { createSerialQueue } from './serial-queue.ts';

export interface RequestLine {
  /** Asks once every request before it has been answered, and every command that is on its way. */
  inTurn<T>(ask: () => Promise<T>): Promise<T>;
  /** The same client, whose questions stand in this line and whose commands pass it. */
  keep(client: AgentClient): AgentClient;
}

/**
 * Readings of the status, and what is only asked, go one after the other, and wait for every command that is on its way (api.md
 * 10.4). What a person has pressed goes at once: it was allowed on the reading that was newest then, and in a line it would reach
 * the next call.
 */
export function createRequestLine(): RequestLine {
  const oneByOne = createSerialQueue();
  const commands = new Set<Promise<unknown>>();

  const atOnce = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = ask();
    const answered: Promise<unknown> = answer
      .catch(() => undefined)
      .then(() => {
        commands.delete(answered);
      });
    commands.add(answered);
    return answer;
  };
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> =>
    oneByOne(async () => {
      while (commands.size > 0) await Promise.all(commands);
      return ask();
    });

  return {
    inTurn,
    keep: (client) => ({
      dial: (request) => atOnce(() => client.dial(request)),
      pause: (value) => atOnce(() => client.pause(value)),
      pauseCode: (code) => atOnce(() => client.pauseCode(code)),
      hangup: () => atOnce(() => client.hangup()),
      disposition: (status, callback) => atOnce(() => client.disposition(status, callback)),
      recording: (value) => atOnce(() => client.recording(value)),
      callAgent: () => atOnce(() => client.callAgent()),
      logout: () => atOnce(() => client.logout()),
      preview: (action) => atOnce(() => client.preview(action)),
      sendDtmf: (tones) => atOnce(() => client.sendDtmf(tones)),
      park: (action) => atOnce(() => client.park(action)),
      transfer: (request) => atOnce(() => client.transfer(request)),
      updateFields: (...change) => atOnce(() => client.updateFields(...change)),
      mayUpdateFields: () => inTurn(() => client.mayUpdateFields()),
      version: () => inTurn(() => client.version()),
      recordingState: () => inTurn(() => client.recordingState()),
      webphoneUrl: () => inTurn(() => client.webphoneUrl()),
      callsInQueue: () => inTurn(() => client.callsInQueue()),
      activeLead: (customThree) => inTurn(() => client.activeLead(customThree)),
    }),
  };
}
