import type { AgentPhase } from '../../lib/agent/agent-state.ts';
import type { Dial } from '../../lib/agent/dial.ts';
import { NOW, NUMBER } from '../unit/agent/dials.ts';
import { createFakeDialer, settle, signedInArea, startWorker } from '../unit/background/rig.ts';

export const FAULTS = [
  'none',
  'workerDeath',
  'dropBefore',
  'dropAfter',
  'lateAnswer',
  'duplicateClick',
  'secondTab',
  'browserRestart',
  'lockOut',
  'agentScreenClosed',
  'clockJump',
  'storageFailure',
] as const;
export type SoakFault = (typeof FAULTS)[number];

const LOST = { code: 'timeout', timeoutMs: 8_000 } as const;
const OTHER = { ...NUMBER, e164: '+14155550132' as typeof NUMBER.e164, nationalNumber: '4155550132' };
// The most writes and requests that one dial makes before it is picked up, and some more.
const LATEST_DEATH = 14;

/** What became of one click. */
export interface SoakRound {
  readonly fault: SoakFault;
  readonly requests: number;
  readonly outcome: Dial['step'] | 'forgotten';
}

/**
 * One click into one fault, on the real coordinator and dial machine over a storage that outlives the worker. Throws when a
 * promise was broken: two requests, an agent who is not told, or a final state that did not happen.
 */
export async function runSoakRound(random: () => number, fault: SoakFault = pickFault(random)): Promise<SoakRound> {
  const { dialer, client } = createFakeDialer();
  const area = await signedInArea();
  const clock = { now: NOW };
  const fuse = { left: fault === 'workerDeath' ? Math.floor(random() * LATEST_DEATH) : Number.POSITIVE_INFINITY };
  let isFailing = false;
  let happened = false;
  const options = {
    area: {
      ...area,
      set: (items: Record<string, unknown>) => (isFailing ? Promise.reject(new Error('Full')) : area.set(items)),
    },
    client,
    phase: () => dialer.phase,
    clock,
  };
  const pickUp = () => {
    happened = true;
    dialer.phase = 'dialling';
  };
  dialer.phase = random() < 0.5 ? 'paused' : 'ready';
  let isHeldUp = false;
  dialer.onDial = () => {
    if (fault === 'dropBefore' || fault === 'lockOut') return;
    if (fault === 'agentScreenClosed') dialer.phase = 'notLoggedIn';
    else if (fault === 'lateAnswer') isHeldUp = true;
    else pickUp();
  };
  if (fault === 'dropBefore' || fault === 'dropAfter' || fault === 'lateAnswer') dialer.dialAnswer = LOST;
  if (fault === 'lockOut') dialer.dialAnswer = { code: 'lockedOut' };

  let worker = await startWorker({ ...options, fuse });
  if (fault === 'storageFailure') isFailing = true;
  const click = (number: typeof NUMBER) => worker.dials.start({ number, source: 'page', confirm: [] });
  const clicks = [click(NUMBER)];
  if (fault === 'duplicateClick') clicks.push(click(NUMBER));
  if (fault === 'secondTab') clicks.push(click(OTHER));
  await settle();
  await worker.run(Math.floor(random() * 6));
  if (fault === 'clockJump') clock.now += (random() < 0.5 ? -1 : 1) * 3_600_000;
  if (fault === 'browserRestart') {
    worker.kill();
    await area.remove(['dial', 'history', 'lastSentAt', 'agent']);
  }
  const revive = async () => {
    worker.kill();
    worker = await startWorker(options);
    await worker.dials.restore();
  };
  if (fault === 'browserRestart') await revive();
  else if (fault === 'workerDeath') {
    await worker.run(8);
    await revive();
  }
  await worker.run(4);
  if (isHeldUp) pickUp();
  for (const phase of callAfter(dialer.phase)) {
    dialer.phase = phase;
    await worker.run(5);
  }
  await worker.run(60);
  isFailing = false;

  const requests = dialer.count('dial');
  const dial = worker.store.current().dial;
  const outcome = dial?.step ?? 'forgotten';
  if (fault === 'secondTab') await expectRefused(clicks[1]);
  judge({ fault, requests, outcome }, happened);
  return { fault, requests, outcome };
}

/** The rest of a call that was picked up; nothing for an agent who is not on one. */
function callAfter(phase: AgentPhase): readonly AgentPhase[] {
  return phase === 'dialling' ? ['dialling', 'talking', 'wrapUp', 'paused'] : [];
}

async function expectRefused(
  second: ReturnType<Awaited<ReturnType<typeof startWorker>>['dials']['start']> | undefined,
) {
  const answer = await second;
  if (answer?.ok !== false || answer.failure.code !== 'busyDialling') throw new Error('The second tab was not told.');
}

function judge({ fault, requests, outcome }: SoakRound, happened: boolean): void {
  const broken = (what: string) => new Error(`${fault}: ${what} (${outcome}, ${requests} requests)`);
  if (requests > 1) throw broken('dialled twice');
  // A worker that died before it stored the click has nothing to tell; nor has a browser that was closed.
  const mayForget = fault === 'browserRestart' || (fault === 'workerDeath' && requests === 0);
  if (outcome === 'forgotten' && !mayForget) throw broken('the agent was not told');
  const isOver = outcome === 'ended' || outcome === 'refused' || outcome === 'unknown' || outcome === 'cancelled';
  if (outcome !== 'forgotten' && !isOver) throw broken('it never came to an end');
  if (happened && (outcome === 'refused' || outcome === 'cancelled')) throw broken('a call that took place was denied');
  if (!happened && outcome === 'ended') throw broken('a call was told that did not take place');
  const wasClear = fault === 'none' || fault === 'duplicateClick' || fault === 'secondTab';
  if (wasClear && outcome !== 'ended') throw broken('a plain call did not end as one');
}

function pickFault(random: () => number): SoakFault {
  return FAULTS[Math.floor(random() * FAULTS.length)] ?? 'none';
}
