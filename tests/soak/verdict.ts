import type { Dial } from '../../lib/agent/dial.ts';
import { viewOfDial } from '../../lib/agent/dial.ts';
import { type CallRecord, isDialOver } from '../../lib/agent/dial-view.ts';
import { findLiveAgent } from '../simulator/world.ts';
import { NUMBER } from '../unit/agent/dials.ts';
import { AGENT_USER, type RealCall } from './call-centre.ts';
import type { SoakFault } from './faults.ts';
import type { Scene } from './scene.ts';

interface Known {
  readonly fault: SoakFault;
  readonly scene: Scene;
  readonly clickedAt: number;
  readonly dial: Dial | null;
  readonly history: readonly CallRecord[];
}

// dial-following.ts: what is older than this is not taken for the latest of a ringing call; an answer takes 8 s at most.
const ANSWER_SEEN_MS = 5_200;
const LATEST_ANSWER_MS = 8_000;
// A ringing call is read every 3.5 s, 4.6 s beside an open panel, and the PAUSE is sent 1.2 s after the answer was read.
const KEPT_PAUSED_MS = 6_200;
const PLAIN: readonly SoakFault[] = ['none', 'duplicateClick', 'secondTab'];

/** Which promises were broken, each in a sentence. */
export function judge(known: Known): readonly string[] {
  return [...ofRequests(known), ...ofTelling(known), ...ofTruth(known), ...ofPause(known)];
}

/** One click is at most one call. */
function ofRequests({ scene, fault }: Known): string[] {
  const dials = scene.network.sent.filter(({ name }) => name === 'external_dial');
  const mine = dials.filter(({ value }) => value === NUMBER.nationalNumber);
  const broken: string[] = [];
  if (mine.length > 1) broken.push(`${mine.length} dial requests left the browser`);
  if (dials.length > mine.length) broken.push('the number of the second tab was dialled as well');
  const real = scene.centre.calls.length;
  if (real > 1) broken.push(`${real} calls were placed`);
  if (real > mine.length) broken.push('a call was placed that nobody asked for');
  if (fault === 'lockOut') broken.push(...ofLogins(scene));
  return broken;
}

/** A refused login is not used again, but by what was on its way already. */
function ofLogins({ network }: Scene): string[] {
  return ['1000', 'api7'].flatMap((login) => {
    const refused = network.sent.filter(
      (request) => request.login === login && /Invalid|Login|Too many/.test(request.answer),
    );
    const first = refused[0];
    const again = refused.filter(({ sentAt }) => first !== undefined && sentAt > first.sentAt + 200);
    return again.length > 0 ? [`the refused login of ${login} was used ${again.length} times more`] : [];
  });
}

/** No dial is lost without the agent being told. */
function ofTelling({ scene, fault, dial }: Known): string[] {
  const [first, second] = scene.answers;
  const hasLeft = scene.network.sent.some(({ name }) => name === 'external_dial');
  // A browser that was closed forgets; a worker that died before it stored the click has nothing to tell.
  const mayForget = fault === 'browserRestart' || (fault === 'workerDeath' && !hasLeft);
  const broken: string[] = [];
  if (dial === null && first?.ok !== false && !mayForget) broken.push('the agent was not told');
  if (dial !== null && !isDialOver(viewOfDial(dial).stage) && !isLeftInCall(scene)) {
    broken.push('the dial never came to an end');
  }
  if (fault === 'secondTab' && (second?.ok !== false || second.failure.code !== 'busyDialling')) {
    broken.push('the second tab was not told');
  }
  if (fault === 'duplicateClick' && (!first?.ok || !second?.ok || first.value.id !== second.value.id)) {
    broken.push('the second click was not answered from the first');
  }
  return broken;
}

/** A screen that died leaves its call, and the dialer says so for as long as nobody logs in again. */
export function isLeftInCall({ centre }: Scene): boolean {
  const row = findLiveAgent(centre.dialer.world, AGENT_USER);
  return centre.closedBy() === 'crash' && row !== undefined && row.lead_id !== '0';
}

/** What the agent is told in the end is what happened. */
function ofTruth({ scene, fault, dial, history }: Known): string[] {
  const real = scene.centre.calls[0];
  const broken: string[] = [];
  if (!dial) return broken;
  if (real && (dial.step === 'refused' || dial.step === 'cancelled')) broken.push('a call that took place was denied');
  if (!real && dial.step === 'ended') broken.push('a call was told that did not take place');
  if (PLAIN.includes(fault) && dial.step !== 'ended') broken.push('a plain call did not end as one');
  const ended = scene.told.find(({ step }) => step === 'ended');
  if (real && ended && (real.endedAt === null || real.endedAt > ended.at)) broken.push('the end was told too early');
  if (!real || dial.step !== 'ended') return broken;
  const seenMs = ANSWER_SEEN_MS + (fault === 'lateAnswer' ? LATEST_ANSWER_MS : 0);
  return [...broken, ...ofOutcome(history.find(({ id }) => id === dial.id)?.outcome, real, seenMs)];
}

function ofOutcome(outcome: CallRecord['outcome'] | undefined, real: RealCall, seenMs: number): string[] {
  const { answeredAt, endedAt } = real;
  const talkedMs = answeredAt === null ? null : (endedAt ?? answeredAt) - answeredAt;
  if (outcome === 'talked' && talkedMs === null) return ['talking was told of a call that nobody answered'];
  if (outcome === 'notAnswered' && talkedMs !== null && talkedMs > seenMs) {
    return [`a call that was talked in for ${talkedMs} ms was told as not answered`];
  }
  return outcome === undefined ? ['the call is missing in the history'] : [];
}

/** Who was paused before an answered call is paused after it. */
function ofPause({ scene, fault, dial }: Known): string[] {
  const { setting, centre, network } = scene;
  const real = centre.calls[0];
  const isSeen = setting.source !== 'ownLogin';
  if (!PLAIN.includes(fault) || !isSeen || setting.dialMethod === 'MANUAL' || !setting.wasPaused) return [];
  if (!real?.answeredAt || !real.endedAt || real.endedAt - real.answeredAt < KEPT_PAUSED_MS) return [];
  const broken: string[] = [];
  const pauses = network.sent.filter(({ name }) => name === 'external_pause').length;
  if (pauses !== 1) broken.push(`${pauses} requests for a pause`);
  if (findLiveAgent(centre.dialer.world, AGENT_USER)?.status !== 'PAUSED') broken.push('the agent was not kept paused');
  if (dial?.stayPaused !== 'sent') broken.push('staying paused was not noted');
  return broken;
}
