import { type AgentPhase, type StatusReading, UNKNOWN_AGENT } from '../../lib/agent/state/agent-state.ts';
import { readAgent } from '../../lib/agent/state/read-agent.ts';
import type { ScreenPhase } from '../../lib/agent/state/screen-reading.ts';
import { createAgentCommands } from '../../lib/background/dialling/agent-commands.ts';
import { createCallControl } from '../../lib/background/dialling/call-control.ts';
import { createDialCoordinator } from '../../lib/background/dialling/dial-coordinator.ts';
import { createPauseSpacing } from '../../lib/background/dialling/spaced-pauses.ts';
import { createRequestLine } from '../../lib/background/request-line.ts';
import { createStatusWatch } from '../../lib/background/status/status-watch.ts';
import { ok } from '../../lib/result.ts';
import { createSessionStore } from '../../lib/session/session-store.ts';
import type { AgentClient, AgentStatusRow } from '../../lib/vicidial/client.ts';
import { NUMBER, screenIn } from '../unit/agent/dials.ts';
import { signedInArea } from '../unit/background/rig.ts';
import { VirtualTime } from './virtual-time.ts';

/** One request to the dialer's server, with what the agent was doing: `command` does something, every other is `status`. */
export type Sent = (kind: 'command' | 'status', at: number, phase: ScreenPhase) => void;

const SHIFT_MS = 8 * 3_600_000;
export const DIALS = 80;
// The rest of the shift: lunch and two short breaks, with the computer locked.
const BREAK_MS = 3_600_000;
const SLOT_MS = (SHIFT_MS - BREAK_MS) / DIALS;
const OPEN_MS = 180_000;
const CLOSED_MS = 420_000;
const LATENCY_MS = 60;
// Assumed: a call in ten is put on hold and taken back, where the panel is open.
const HELD_CALLS = 0.1;

const ROWS: Partial<Record<AgentPhase, Pick<AgentStatusRow, 'status' | 'subStatus'>>> = {
  paused: { status: 'PAUSED', subStatus: '' },
  ready: { status: 'READY', subStatus: '' },
  dialling: { status: 'INCALL', subStatus: 'DIAL' },
  talking: { status: 'INCALL', subStatus: '' },
  wrapUp: { status: 'PAUSED', subStatus: 'DISPO' },
};

/** An agent's day at the real scheduler and the real dial; resolves to the most requests that were under way at once. */
export async function workShift(isWatched: boolean, random: () => number, sent: Sent): Promise<number> {
  const time = new VirtualTime(1_795_000_000_000);
  const start = time.now;
  const store = createSessionStore(await signedInArea());
  await store.load();
  let phase: ScreenPhase = 'paused';
  let pausesAfterCall = false;
  let isDisposed = false;
  let isOpen = false;
  let underWay = 0;
  let mostAtOnce = 0;

  const ask = async (kind: 'command' | 'status') => {
    sent(kind, time.now - start, phase);
    if (kind === 'status') mostAtOnce = Math.max(mostAtOnce, ++underWay);
    await time.sleep(LATENCY_MS);
    if (kind === 'status') underWay--;
  };
  const take = async (reading: StatusReading) => {
    const agent = readAgent(reading, store.current().agent, time.now);
    await store.update({ agent });
    await dials.agentRead(agent);
    await commands.agentRead(agent);
    await calls.agentRead(agent);
  };
  const line = createRequestLine();
  const fromServer = async (): Promise<StatusReading> => {
    await line.inTurn(() => ask('status'));
    const row = { ...EMPTY_ROW, ...ROWS[phase] };
    return { source: 'agentStatus', row };
  };
  const watch = createStatusWatch({
    store,
    read: async (wantsServer) =>
      ok(isWatched && !wantsServer ? { source: 'screen', phase, phoneNumber: '' } : await fromServer()),
    onReading: take,
    onFailure: async () => {},
    after: time.after,
    random,
    now: () => time.now,
  });
  const become = async (next: ScreenPhase) => {
    phase = next;
    if (!isWatched) return;
    await store.update({ screen: screenIn({ phase }) });
    await take({ source: 'screen', phase, phoneNumber: '' });
    await dials.screenChanged();
  };
  const command = async () => {
    await ask('command');
    return ok({ epochSeconds: 1 });
  };
  // The page acts on what it is sent at its next tick.
  const atNextTick = (task: () => void) => void time.after(LATENCY_MS + 1_000 * random(), task);
  const spacePauses = createPauseSpacing({ now: () => time.now, sleep: time.sleep });
  const client = spacePauses(
    line.keep({
      async pause() {
        atNextTick(() => {
          if (phase === 'talking') pausesAfterCall = true;
          if (phase === 'ready') void become('paused');
        });
        return command();
      },
      async dial() {
        atNextTick(() => void call());
        return command();
      },
      async hangup() {
        atNextTick(() => {
          void become('wrapUp');
          if (isDisposed) atNextTick(() => void free());
        });
        return command();
      },
      async disposition() {
        // One that comes in the call waits for its end.
        isDisposed = true;
        if (phase === 'wrapUp') atNextTick(() => void free());
        return command();
      },
      park: command,
      async recordingState() {
        await ask('status');
        return ok({ recording: false });
      },
    } as unknown as AgentClient),
  );
  const dials = createDialCoordinator({
    store,
    client: () => client,
    policy: async () => ({ whenReady: 'always', pauseCode: '', keepsPaused: true }),
    requestReading: watch.request,
    readNow: watch.readNow,
    askServer: () => watch.askServer(0),
    resume: () => {},
    openConfirmation: async () => {},
    keepConfirmation: async () => {},
    closeConfirmation: async () => {},
    after: time.after,
    now: () => time.now,
    newId: () => `dial-${time.now}`,
  });
  const commands = createAgentCommands({
    ...{ store, client: () => client, readNow: watch.readNow },
    ...{ after: time.after, now: () => time.now },
  });
  const calls = createCallControl({
    ...{ store, client: () => client, readNow: watch.readNow, requestReading: watch.request },
    ...{ readDetail: watch.readServer, requestDetail: watch.askServer, sleep: time.sleep, now: () => time.now },
    beforeLogOut: async () => {},
  });
  store.onChange(watch.reconsider);
  await store.update({ agent: UNKNOWN_AGENT, screen: isWatched ? screenIn() : null });

  const togglePanel = () => {
    isOpen = !isOpen;
    watch.setPanelOpen(isOpen);
    // As an opened panel asks for.
    if (isOpen) void watch.readNow();
    if (isOpen && phase === 'talking') void calls.isRecording();
    time.after((isOpen ? OPEN_MS : CLOSED_MS) * (0.5 + random()), togglePanel);
  };
  // A second after the disposition the page makes him ready, unless it was told to pause.
  const free = async () => {
    isDisposed = false;
    await become('paused');
    await time.sleep(1_000);
    if (!pausesAfterCall) await become('ready');
    pausesAfterCall = false;
  };
  const talk = async () => {
    await become('talking');
    if (isOpen) void calls.isRecording();
    await time.sleep(20_000 + 200_000 * random());
    if (!isOpen || random() > HELD_CALLS) return;
    await calls.control({ action: 'park' });
    await time.sleep(20_000);
    await calls.control({ action: 'grab' });
  };
  // Assumed: a third rings in vain, and who talks does so for two minutes in the mean.
  const call = async () => {
    await become('dialling');
    await time.sleep(8_000 + 20_000 * random());
    if (random() < 0.65) await talk();
    // With the panel open the agent ends the call there.
    if (isOpen) return void (await calls.finish({ status: 'NI', callback: null, afterCall: 'stayPaused' }));
    await become('wrapUp');
    await time.sleep(5_000 + 15_000 * random());
    await free();
  };

  // Agents click when their work allows, not by the clock.
  const offset = SLOT_MS * random();
  const lunch = Math.floor(random() * (DIALS - 1));
  time.after(CLOSED_MS * random(), togglePanel);
  for (let slot = 0; slot < DIALS; slot++) {
    const at = offset + slot * SLOT_MS + (slot > lunch ? BREAK_MS : 0) + 5_000 * random();
    time.after(at, () => void dials.start({ number: NUMBER, source: 'page', confirm: [] }));
  }
  const leavesAt = offset + (lunch + 1) * SLOT_MS - 1_000;
  time.after(leavesAt, () => watch.setAway(true));
  time.after(leavesAt + BREAK_MS, () => watch.setAway(false));
  await time.runUntil(start + SHIFT_MS);
  return mostAtOnce;
}

const EMPTY_ROW: AgentStatusRow = {
  status: 'PAUSED',
  callId: '',
  leadId: '',
  campaign: 'TESTCAMP',
  callsToday: 0,
  fullName: '',
  pauseCode: '',
  subStatus: '',
  phoneNumber: '',
  vendorLeadCode: '',
};
