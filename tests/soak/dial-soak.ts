import { isFinishing } from '../../lib/agent/call/finish-call.ts';
import type { Dial } from '../../lib/agent/dial/dial.ts';
import { viewOfDial } from '../../lib/agent/dial/dial.ts';
import { isDialOver } from '../../lib/agent/dial/dial-view.ts';
import { seededRandom } from '../seeded-random.ts';
import { serverTime } from '../simulator/clock.ts';
import { findUser } from '../simulator/world.ts';
import { NUMBER } from '../unit/agent/dials.ts';
import { AGENT_USER } from './call-centre.ts';
import { between, drawFaults, networkFault, pick, type Random, type SoakFault } from './faults.ts';
import { openScene, type Scene } from './scene.ts';
import { runUntil, withTimersOf } from './turns.ts';
import { isLeftInCall, judge } from './verdict.ts';

const OTHER = { ...NUMBER, e164: '+13125550100' as typeof NUMBER.e164, nationalNumber: '3125550100' };

const AT_THE_DESK_MS = 4_000;
// The most writes and requests of one dial before its call is followed, and some more.
const LONGEST_FUSE = 40;
const LONGEST_ENDING = 16;
const ENDING_REQUESTS = ['external_hangup', 'external_status', 'external_pause'] as const;
/** Of the agents, those who end their calls in Dialside's panel. */
const PANEL_SHARE = 0.4;
// A fault comes late enough for what was delayed by another to have happened.
const QUIET_MS = 60_000;
// A request waits up to two minutes to be taken, a call lasts up to two and a half, readings back off up to one.
const LONGEST_ROUND_MS = 900_000;
const STEP_MS = 1_000;
// A dial is not over by then.
const LATEST_SECOND_CLICK_MS = 3_000;
const LATEST_NEXT_CLICK_MS = 150_000;
const LATEST_CANCEL_MS = 15_000;
// A ready agent is paused by then, and his call on its way.
const LATEST_UNSENT_MS = 2_500;
const TOLD_MS = 100;

/** What became of one click. */
export interface SoakRound {
  readonly seed: number;
  readonly faults: readonly SoakFault[];
  readonly scene: Scene;
  readonly clickedAt: number;
  /** What is known of the dial in the end; null where nothing is. */
  readonly dial: Dial | null;
  /** Which promises were broken, each in a sentence; empty when all were kept. */
  readonly broken: readonly string[];
}

/**
 * One click into one fault, at the real background and the simulated dialer. Everything in it follows from the seed; the fault
 * as well, unless one is wanted.
 */
export async function runSoakRound(seed: number, wanted?: SoakFault): Promise<SoakRound> {
  const random = seededRandom(seed);
  const faults = drawFaults(random, wanted);
  // Chance of its own: the seeds of rounds that once broke a promise go on as they did.
  const panel = seededRandom(-seed);
  const scene = openScene(random, panel() < PANEL_SHARE ? panel : null);
  if (scene.endings) for (const fault of faults) prepareEnding(scene, fault, panel);
  return withTimersOf(scene.centre.dialer.clock, () => play(seed, faults, scene, random));
}

async function play(seed: number, faults: readonly SoakFault[], scene: Scene, random: Random): Promise<SoakRound> {
  const { centre } = scene;
  const { clock } = centre.dialer;
  const run = (ms: number) => runUntil(clock, clock.now() + ms, centre.look);
  await run(AT_THE_DESK_MS);
  if (!scene.setting.wasPaused) centre.screen.clicks.resume();
  await scene.signIn();
  await scene.wake();
  await run(between(random, 1_000, 20_000));

  const clickedAt = clock.now();
  for (const fault of faults) prepare(scene, fault, random);
  await scene.click(NUMBER);
  const isOver = () => {
    const { dial, pending, finish } = scene.worker().store.current();
    return (
      pending === null &&
      !isFinishing(finish) &&
      (dial === null || isDialOver(viewOfDial(dial).stage) || isLeftInCall(scene)) &&
      centre.isQuiet() &&
      scene.worker().isAlive()
    );
  };
  do await run(STEP_MS);
  while (clock.now() - clickedAt < LONGEST_ROUND_MS && !(isOver() && clock.now() - clickedAt > QUIET_MS));

  const { dial, history } = scene.worker().store.current();
  const known = { seed, faults, scene, clickedAt, dial };
  return { ...known, broken: judge({ ...known, history }) };
}

/** Lets the fault happen with the ending of the call as well. */
function prepareEnding(scene: Scene, fault: SoakFault, random: Random): void {
  const rule = networkFault(random, fault);
  if (rule && random() < 0.7) scene.network.fail({ ...rule, match: { function: pick(random, ENDING_REQUESTS) } });
  if (fault === 'workerDeath') scene.onPress(() => scene.stopAfter(between(random, 0, LONGEST_ENDING)));
}

/** Lets the fault happen: with one of the click's requests, or some time after it. */
function prepare(scene: Scene, fault: SoakFault, random: Random): void {
  const rule = networkFault(random, fault);
  if (rule) scene.network.fail(rule);
  const after = (ms: number, task: () => void) => void scene.centre.dialer.clock.after(ms, task);
  const soonMs = between(random, 0, random() < 0.6 ? 4_000 : 60_000);
  switch (fault) {
    case 'workerDeath':
      if (random() < 0.7) scene.stopAfter(between(random, 0, LONGEST_FUSE));
      else after(soonMs, () => scene.stopAfter(0));
      break;
    case 'duplicateClick':
      after(between(random, 0, LATEST_SECOND_CLICK_MS), () => void scene.click(NUMBER));
      break;
    case 'secondTab':
      after(between(random, 0, LATEST_SECOND_CLICK_MS), () => void scene.click(OTHER));
      break;
    case 'nextCall':
      after(between(random, 0, LATEST_NEXT_CLICK_MS), () => void scene.click(OTHER));
      break;
    case 'takenBack':
      after(between(random, 0, LATEST_CANCEL_MS), () => takeBack(scene));
      break;
    case 'boxOpen':
      scene.centre.screen.clicks.openPauseCodes();
      after(between(random, 0, LATEST_NEXT_CLICK_MS), () => scene.centre.screen.clicks.pauseCode('BREAK'));
      break;
    case 'slowScreen':
      scene.centre.screen.pollLatencyMs = between(random, 500, 15_000);
      break;
    case 'browserRestart':
      after(soonMs, () => void restartBrowser(scene, between(random, 1_000, 60_000)));
      break;
    case 'lockOut':
      after(soonMs, () => lockOut(scene, random));
      break;
    case 'agentScreenClosed':
      after(soonMs, () => closeScreen(scene, pick(random, ['close', 'crash'])));
      break;
    case 'clockJump':
      after(soonMs, () => scene.setClock(between(random, 60_000, 7_200_000) * (random() < 0.5 ? -1 : 1)));
      break;
    case 'takenBackUnstored':
      after(between(random, 0, LATEST_UNSENT_MS), () => takeBackUnstored(scene));
      break;
    case 'storageFailure': {
      const atMs = random() < 0.3 ? 0 : soonMs;
      after(atMs, () => scene.failStorage(true));
      after(atMs + between(random, 500, 60_000), () => scene.failStorage(false));
    }
  }
}

function takeBack({ worker }: Scene): void {
  const { dial } = worker().store.current();
  if (dial) void worker().dials.cancel(dial.id);
}

/** The agent takes a call back while storage takes nothing, and the worker stops before it could be written. */
function takeBackUnstored(scene: Scene): void {
  scene.failStorage(true);
  takeBack(scene);
  scene.centre.dialer.clock.after(TOLD_MS, () => {
    scene.failStorage(false);
    void scene.restart();
  });
}

async function restartBrowser(scene: Scene, afterMs: number): Promise<void> {
  scene.worker().stop();
  await scene.forgetSession();
  scene.centre.dialer.clock.after(afterMs, () => void scene.signIn().then(scene.restart));
}

/** Ten wrong passwords of somebody else, or one that the administrator has changed. */
function lockOut({ centre, setting }: Scene, random: Random): void {
  const { world, clock } = centre.dialer;
  const name = setting.source === 'statusLogin' && random() < 0.5 ? 'api7' : AGENT_USER;
  const user = findUser(world, name);
  if (!user) throw new Error(`There is no user ${name}.`);
  if (random() < 0.5) user.pass = 'changed';
  else Object.assign(user, { failed_login_count: '10', last_login_date: serverTime(clock.now()) });
}

function closeScreen({ centre, worker }: Scene, how: 'close' | 'crash'): void {
  centre.closeScreen(how);
  if (how === 'close') worker().screenGone();
}
