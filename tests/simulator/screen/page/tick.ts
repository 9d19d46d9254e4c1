import type { IncomingAnswer, PollAnswer } from '../protocol.ts';
import { POLL_SCRIPT } from '../protocol.ts';
import { obeyCommands } from './commands.ts';
import { followDialling } from './dialling.ts';
import { type AgentScreen, identity, openBox, takeStep } from './screen.ts';
import { advanceWrapUp, goPaused } from './wrap-up.ts';

/** Polls with nobody in the session until the page says so. */
const EMPTY_SESSION_POLLS = 17;
/** The page stops at the second poll that finds its live row gone. */
const GONE_POLLS = 2;
/** "After some seconds" of a stale heartbeat. */
const TELEPHONE_DOWN_POLLS = 5;
/** The live-call picture was seen to turn within 4 s after the customer had gone. */
const CUSTOMER_GONE_POLLS = 3;
/** The box of an agent paused by the server came after 11 to 12 s. */
const PAUSED_BY_SERVER_POLLS = 11;
/** How long the page goes on looking for a call after it paused from READY. */
const INCOMING_GRACE_TICKS = 5;

/** One round of the page's one-second timer. */
export function tick(screen: AgentScreen): void {
  const { state } = screen;
  if (state.stopped) return;
  state.ticks += 1;
  if (state.call) state.call.seconds += 1;
  advanceWrapUp(screen);
  followDialling(screen);
  lookForIncoming(screen);
  poll(screen);
  screen.ports.changed();
}

/** One poll at a time: while an answer is late, ticks pass without one. */
function poll(screen: AgentScreen) {
  const { state } = screen;
  if (state.stopped || state.pollInFlight) return;
  if (state.pollsToSkip > 0) {
    state.pollsToSkip -= 1;
    return;
  }
  state.pollInFlight = true;
  const answered = (body: string) => {
    state.pollInFlight = false;
    acceptPollBody(screen, body);
    screen.ports.changed();
  };
  const failed = () => {
    state.pollInFlight = false;
  };
  screen.ports.post(POLL_SCRIPT, { ...identity(screen), client: 'vdc' }, answered, failed);
}

function acceptPollBody(screen: AgentScreen, body: string) {
  // A text that is no answer makes the page's script fail; it polls on, but only every other second.
  screen.state.pollsToSkip = 1;
  const answer = JSON.parse(body) as PollAnswer;
  screen.state.pollsToSkip = 0;
  if (!screen.state.stopped) acceptPoll(screen, answer);
}

function acceptPoll(screen: AgentScreen, answer: PollAnswer) {
  const { state } = screen;
  noticeGoneSession(screen, answer);
  if (answer.session === 'gone') return;
  state.queued = answer.queued;
  noticeEmptySession(screen, answer);
  noticeTelephone(screen, answer);
  noticeCustomer(screen, answer);
  noticePausedByServer(screen, answer);
  obeyCommands(screen, answer);
}

function noticeGoneSession(screen: AgentScreen, answer: PollAnswer) {
  const { state, settings } = screen;
  state.gonePolls = answer.session === 'gone' ? state.gonePolls + 1 : 0;
  if (state.gonePolls < GONE_POLLS || !settings.agentDisable) return;
  state.stopped = true;
  openBox(screen, 'AgenTDisablEBoX');
}

function noticeEmptySession(screen: AgentScreen, answer: PollAnswer) {
  const { state, settings } = screen;
  const counts = settings.watchesSession && !answer.phoneInSession && !state.boxes.has('NoneInSessionBox');
  state.emptySessionPolls = counts ? state.emptySessionPolls + 1 : 0;
  if (state.emptySessionPolls >= EMPTY_SESSION_POLLS) openBox(screen, 'NoneInSessionBox');
}

function noticeTelephone(screen: AgentScreen, answer: PollAnswer) {
  const { state } = screen;
  state.telephoneDownPolls = answer.telephoneAlive ? 0 : state.telephoneDownPolls + 1;
  if (state.telephoneDownPolls >= TELEPHONE_DOWN_POLLS) openBox(screen, 'SysteMDisablEBoX');
}

function noticeCustomer(screen: AgentScreen, answer: PollAnswer) {
  const { state } = screen;
  const isMissed = state.call?.phase === 'live' && !answer.customerOnLine;
  state.customerGonePolls = isMissed ? state.customerGonePolls + 1 : 0;
  if (state.call && state.customerGonePolls >= CUSTOMER_GONE_POLLS) state.call.phase = 'gone';
}

function noticePausedByServer(screen: AgentScreen, answer: PollAnswer) {
  const { state } = screen;
  const differs = state.control === 'ready' && !state.call && answer.status === 'PAUSED';
  state.pausedByServerPolls = differs ? state.pausedByServerPolls + 1 : 0;
  if (state.pausedByServerPolls < PAUSED_BY_SERVER_POLLS) return;
  openBox(screen, 'AlertBox', 'Your session has been paused');
  goPaused(screen);
}

function lookForIncoming(screen: AgentScreen) {
  const { state } = screen;
  if (state.control === 'ready') state.ticksSinceReady = 0;
  else state.ticksSinceReady += 1;
  if (state.call || state.wrapUp !== 'none' || state.ticksSinceReady > INCOMING_GRACE_TICKS) return;
  takeStep(screen, 'incoming', {}, (answer) => acceptIncoming(screen, answer));
}

function acceptIncoming(screen: AgentScreen, call: IncomingAnswer) {
  const { state, ports } = screen;
  if (!call || state.call || state.wrapUp !== 'none') return;
  state.call = { ...call, phase: 'live', seconds: 0 };
  state.lead = call.lead;
  const group = call.ingroup === undefined ? '' : ` Group- ${call.ingroup}`;
  state.statusLine = `Incoming: ${call.display}${group} UID: ${call.callId}`;
  if (state.alertOnIncoming) ports.alert(`Incoming call: ${call.display}`);
}
