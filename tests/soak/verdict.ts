import type { Dial } from '../../lib/agent/dial/dial.ts';
import { viewOfDial } from '../../lib/agent/dial/dial.ts';
import { type CallRecord, type DialProblem, isDialOver } from '../../lib/agent/dial/dial-view.ts';
import { findLiveAgent } from '../simulator/world.ts';
import { AGENT_USER, type RealCall } from './call-centre.ts';
import { ofEndings } from './ending-verdict.ts';
import { isClear, type SoakFault } from './faults.ts';
import type { Scene, Told } from './scene.ts';

/** A round as it stands in the end. */
export interface Known {
  readonly faults: readonly SoakFault[];
  readonly scene: Scene;
  readonly clickedAt: number;
  readonly dial: Dial | null;
  readonly history: readonly CallRecord[];
}

// dial-following.ts: what is older than this is not taken for the latest of a ringing call; an answer takes 8 s at most.
const ANSWER_SEEN_MS = 8_700;
const LATEST_ANSWER_MS = 8_000;

/** After these the dialer can be read again at once, so that a call which was placed is followed to its end. */
const SEEN_THROUGH: readonly SoakFault[] = [
  ...(['workerDeath', 'dropBefore', 'dropAfter', 'takenBack', 'clockJump', 'storageFailure'] as const),
];

/** After these a call may be placed late, or be read late: it is to be known when it comes in time and can be read. */
const SEEN_IN_TIME: readonly SoakFault[] = ['lateAnswer', 'wrongAnswer', 'boxOpen', 'slowScreen'];
// dial-awaiting.ts: a request that was not taken is looked after for two minutes, at last every 17 s, an answer included.
const IN_TIME_MS = 100_000;
const READABLE_MS = 26_000;

// A request is given up after 8 s, and read 1 s later; the rest is for the answer.
const UNANSWERED_MS = 10_000;

// The alarm that wakes a stopped worker comes within half a minute.
const WOKEN_BY_MS = 40_000;

const BUSY: readonly DialProblem['code'][] = ['busyDialling', 'callRunning', 'agentOnCall'];

/** Which promises were broken, each in a sentence. */
export function judge(known: Known): readonly string[] {
  return [
    ...[...ofRequests(known), ...ofTelling(known), ...ofTruth(known), ...ofPause(known), ...ofReadiness(known)],
    ...ofEndings(known.scene, known.faults),
  ];
}

/** One click is at most one call. */
function ofRequests({ scene, faults }: Known): string[] {
  const dials = scene.network.sent.filter(({ name }) => name === 'external_dial');
  const broken: string[] = [];
  for (const number of new Set(dials.map(({ value }) => value))) {
    const sent = dials.filter(({ value }) => value === number).length;
    if (sent > 1) broken.push(`${sent} requests to dial ${number} left the browser`);
    if (!scene.clicks.some((click) => click.number.nationalNumber === number))
      broken.push(`${number} was not asked for`);
  }
  if (scene.told.some((told) => isSentAfter(told, scene))) broken.push('a dial that was told as not called was sent');
  const { calls } = scene.centre;
  if (calls.length > dials.length) broken.push(`${calls.length} calls were placed for ${dials.length} requests`);
  return faults.length === 1 && faults.includes('lockOut') ? [...broken, ...ofLogins(scene)] : broken;
}

/** The agent was told that it is not called, and it was, without a click of his since then. */
function isSentAfter({ number, step, at }: Told, { network, clicks }: Scene): boolean {
  if (step !== 'cancelled' && step !== 'refused') return false;
  return network.sent.some(
    ({ name, value, sentAt }) =>
      name === 'external_dial' &&
      value === number &&
      sentAt > at &&
      !clicks.some((click) => click.number.nationalNumber === number && click.at >= at && click.at <= sentAt),
  );
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
function ofTelling(known: Known): string[] {
  const { scene, faults, dial } = known;
  const [first] = scene.clicks;
  const hasLeft = scene.network.sent.some(({ name }) => name === 'external_dial');
  // A browser that was closed forgets; a worker that died before it stored the click has nothing to tell.
  const mayForget =
    faults.includes('browserRestart') ||
    (!hasLeft && (['workerDeath', 'takenBackUnstored'] as const).some((fault) => faults.includes(fault)));
  const broken: string[] = [];
  if (dial === null && first?.answer?.ok !== false && !mayForget) broken.push('the agent was not told');
  if (dial !== null && !isDialOver(viewOfDial(dial).stage) && !isLeftInCall(scene)) {
    broken.push('the dial never came to an end');
  }
  return isClear(faults) ? [...broken, ...ofSecondClick(known)] : broken;
}

/** Another click is answered from the call that is on, refused for it, or dialled because it is over. */
function ofSecondClick({ scene }: Known): string[] {
  const [first, second] = scene.clicks;
  if (!second) return [];
  const { answer, standing } = second;
  if (second.number === first?.number) {
    const isSame = first.answer?.ok && answer?.ok && first.answer.value.id === answer.value.id;
    return isSame ? [] : ['the second click was not answered from the first'];
  }
  const wasDialled = scene.centre.calls.some(({ number }) => number === second.number.nationalNumber);
  switch (standing) {
    case 'noCallYet':
    case 'onCall':
      return answer?.ok === false && BUSY.includes(answer.failure.code)
        ? []
        : ['a click beside a call was not refused'];
    case 'free':
      return answer?.ok && wasDialled ? [] : ['a click after the call was not dialled'];
    default:
      return [];
  }
}

/** A screen that died leaves its call, and the dialer says so for as long as nobody logs in again. */
export function isLeftInCall({ centre }: Scene): boolean {
  const row = findLiveAgent(centre.dialer.world, AGENT_USER);
  return centre.closedBy() === 'crash' && row !== undefined && row.lead_id !== '0';
}

/**
 * True where nothing kept the background from following the call. A call may be over before a stopped worker is woken, and one
 * whose request was never answered before it is read for the first time.
 */
function isSeenThrough(known: Known, { startedAt, endedAt, freeAt }: RealCall): boolean {
  const [fault] = known.faults;
  if (known.faults.length !== 1 || !fault) return false;
  // The agent's own login shows a wrap-up as a pause.
  const isOwnLogin = known.scene.setting.source === 'ownLogin';
  const shownUntil = isOwnLogin ? endedAt : freeAt;
  const lastsMs = shownUntil === null ? Number.POSITIVE_INFINITY : shownUntil - startedAt;
  if (isOwnLogin && lastsMs < UNANSWERED_MS) return false;
  if (SEEN_IN_TIME.includes(fault)) return startedAt - known.clickedAt <= IN_TIME_MS && lastsMs >= READABLE_MS;
  if (!SEEN_THROUGH.includes(fault)) return false;
  return fault !== 'workerDeath' || lastsMs >= WOKEN_BY_MS;
}

/** What the agent is told in the end is what happened. */
function ofTruth(known: Known): string[] {
  const { scene, faults, dial, history } = known;
  if (!dial) return [];
  const real = scene.centre.calls.find(({ number }) => number === dial.number.nationalNumber);
  const broken: string[] = [];
  // Taken back without ever having been answered for is told with that doubt.
  const isDenied = dial.step === 'refused' || (dial.step === 'cancelled' && dial.problem === null);
  if (real && isDenied) broken.push('a call that took place was denied');
  if (!real && dial.step === 'ended') broken.push('a call was told that did not take place');
  if (isClear(faults) && scene.clicks.length === 1 && dial.step !== 'ended')
    broken.push('a plain call did not end as one');
  if (real && dial.step !== 'ended' && isSeenThrough(known, real))
    broken.push(`a call that took place was told as ${dial.step} in the end`);
  const ended = scene.told.find(({ id, step }) => id === dial.id && step === 'ended');
  if (real && ended && (real.endedAt === null || real.endedAt > ended.at)) broken.push('the end was told too early');
  if (!real || dial.step !== 'ended') return broken;
  const seenMs = ANSWER_SEEN_MS + (faults.includes('lateAnswer') ? LATEST_ANSWER_MS : 0);
  return [...broken, ...ofOutcome(history.find(({ id }) => id === dial.id)?.outcome, real, seenMs)];
}

function ofOutcome(outcome: CallRecord['outcome'] | undefined, real: RealCall, seenMs: number): string[] {
  const { answeredAt, goneAt, endedAt } = real;
  // Nobody talks any more to an agent who has not noticed that the customer has left.
  const talkedMs = answeredAt === null ? null : (goneAt ?? endedAt ?? answeredAt) - answeredAt;
  if (outcome === 'talked' && talkedMs === null) return ['talking was told of a call that nobody answered'];
  if (outcome === 'notAnswered' && talkedMs !== null && talkedMs > seenMs) {
    return [`a call that was talked in for ${talkedMs} ms was told as not answered`];
  }
  return outcome === undefined ? ['the call is missing in the history'] : [];
}

/** Who was ready before a click of which no call came is ready after it. */
function ofReadiness({ scene, faults, dial }: Known): string[] {
  const { setting, centre, clicks } = scene;
  const isDenied = dial?.step === 'refused' || (dial?.step === 'cancelled' && dial.problem === null);
  const isPlain = clicks.length === 1 && faults.every((fault) => fault === 'takenBack');
  if (!isPlain || !isDenied || setting.wasPaused || centre.calls.length > 0) return [];
  const status = findLiveAgent(centre.dialer.world, AGENT_USER)?.status;
  return status === 'READY' ? [] : [`the agent was ready, was not called, and is ${status}`];
}

/** Who was paused before a call is paused after it. */
function ofPause({ scene, faults, dial }: Known): string[] {
  const { setting, centre, network, clicks } = scene;
  // Who ends a call in the panel says there what he wants to be.
  const isPlain = isClear(faults) && clicks.length === 1 && (scene.endings?.list.length ?? 0) === 0;
  const [real] = centre.calls;
  if (!isPlain || !real || setting.dialMethod === 'MANUAL' || !setting.wasPaused) return [];
  const broken: string[] = [];
  const pauses = network.sent.filter(({ name }) => name === 'external_pause').length;
  // One while the call lasts, or one after it, and a second where the first may not have been taken.
  if (pauses === 0 || pauses > 2) broken.push(`${pauses} requests for a pause`);
  if (findLiveAgent(centre.dialer.world, AGENT_USER)?.status !== 'PAUSED') broken.push('the agent was not kept paused');
  if (dial?.stayPaused !== 'asked') broken.push('staying paused was not noted');
  return broken;
}
