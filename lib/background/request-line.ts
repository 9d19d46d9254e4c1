import type { AgentClient } from '../vicidial/client.ts';
import { createSerialQueue } from './serial-queue.ts';

export interface RequestLine {
  /** Asks once every request before it has been answered. */
  inTurn<T>(ask: () => Promise<T>): Promise<T>;
  /** The same client, whose requests stand in this line. */
  keep(client: AgentClient): AgentClient;
}

/**
 * One request in flight per agent (api.md 10.4): readings of the status and commands ask one after the other. What a customer or
 * a click would have to wait for goes at once, a dial and what comes before it, pause and hang-up; everything else waits for it.
 */
export function createRequestLine(): RequestLine {
  const oneByOne = createSerialQueue();
  const urgent = new Set<Promise<unknown>>();

  const atOnce = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = ask();
    const answered: Promise<unknown> = answer
      .catch(() => undefined)
      .then(() => {
        urgent.delete(answered);
      });
    urgent.add(answered);
    return answer;
  };
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> =>
    oneByOne(async () => {
      while (urgent.size > 0) await Promise.all(urgent);
      return ask();
    });

  return {
    inTurn,
    keep: (client) => ({
      dial: (request) => atOnce(() => client.dial(request)),
      pause: (value) => atOnce(() => client.pause(value)),
      pauseCode: (code) => atOnce(() => client.pauseCode(code)),
      hangup: () => atOnce(() => client.hangup()),
      version: () => inTurn(() => client.version()),
      disposition: (status, callback) => inTurn(() => client.disposition(status, callback)),
      recording: (value) => inTurn(() => client.recording(value)),
      recordingState: () => inTurn(() => client.recordingState()),
      webphoneUrl: () => inTurn(() => client.webphoneUrl()),
      callAgent: () => inTurn(() => client.callAgent()),
      logout: () => inTurn(() => client.logout()),
      preview: (action) => inTurn(() => client.preview(action)),
      sendDtmf: (tones) => inTurn(() => client.sendDtmf(tones)),
      park: (action) => inTurn(() => client.park(action)),
      transfer: (request) => inTurn(() => client.transfer(request)),
      callsInQueue: () => inTurn(() => client.callsInQueue()),
      activeLead: (customThree) => inTurn(() => client.activeLead(customThree)),
    }),
  };
}
