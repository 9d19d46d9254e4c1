import { type AgentScreen, dialsByItself, forcesPauseCodes, openBox, takeStep } from './screen.ts';

/** A status sent by the API is taken when the box has been open for this many ticks. */
const STATUS_TICKS = 2;

/** Ends the call: the live row is in disposition at once, the box comes with the next tick. */
export function hangUp(screen: AgentScreen): void {
  if (!screen.state.call) return;
  takeStep(screen, 'hangUp');
  beginWrapUp(screen);
}

/** For a call that the server has already ended, such as a blind transfer. */
export function beginWrapUp(screen: AgentScreen): void {
  const { state } = screen;
  state.call = null;
  state.parked = false;
  state.wrapUp = 'opening';
}

/** One tick of the wrap-up. */
export function advanceWrapUp(screen: AgentScreen): void {
  const { state } = screen;
  if (state.wrapUp === 'leaving') freeAgent(screen);
  else if (state.wrapUp === 'opening') openDisposition(screen);
  else if (state.wrapUp === 'open') {
    state.wrapUpTicks += 1;
    if (state.logoutAfterCall) logOut(screen);
  }
}

function openDisposition(screen: AgentScreen) {
  const { state } = screen;
  state.wrapUp = 'open';
  state.wrapUpTicks = 0;
  openBox(screen, 'DispoSelectBox');
  if (state.waitingStatus && !state.logoutAfterCall) sendDisposition(screen, state.waitingStatus);
}

/** The status column of a poll. */
export function obeyDisposition(screen: AgentScreen, status: string): void {
  const { state } = screen;
  if (!status) return;
  if (state.call || state.wrapUp === 'opening') state.waitingStatus = status;
  if (state.wrapUp === 'open' && state.wrapUpTicks >= STATUS_TICKS) sendDisposition(screen, status);
}

/** Closes the lead with a status, or with a status and its callback as external_status stores them. */
export function sendDisposition(screen: AgentScreen, status: string): void {
  const { state } = screen;
  if (state.wrapUp !== 'open') return;
  takeStep(screen, 'disposition', { lead_id: state.lead?.lead_id ?? '', status });
  state.boxes.delete('DispoSelectBox');
  state.wrapUp = 'leaving';
  state.waitingStatus = '';
  state.lead = null;
}

/** A tick after the status: ready again where the page dials by itself, whatever the agent was before the call. */
function freeAgent(screen: AgentScreen) {
  const { state } = screen;
  const stayPaused = state.pauseAfterCall;
  state.wrapUp = 'none';
  state.pauseAfterCall = false;
  if (state.call || state.dialPending) return;
  if (dialsByItself(screen) && !stayPaused) goReady(screen);
  else if (forcesPauseCodes(screen)) openBox(screen, 'PauseCodeSelectBox');
}

export function goReady(screen: AgentScreen): void {
  screen.state.control = 'ready';
  screen.state.ticksSinceReady = 0;
  screen.state.statusLine = '';
  takeStep(screen, 'ready');
}

/** From READY: where codes are forced, the box asks for one. */
export function goPaused(screen: AgentScreen): void {
  screen.state.control = 'paused';
  takeStep(screen, 'pause');
  if (forcesPauseCodes(screen)) openBox(screen, 'PauseCodeSelectBox');
}

export function sendPauseCode(screen: AgentScreen, code: string): void {
  takeStep(screen, 'pauseCode', { code });
  screen.state.boxes.delete('PauseCodeSelectBox');
}

/** The last thing this page does. */
export function logOut(screen: AgentScreen): void {
  screen.state.stopped = true;
  openBox(screen, 'LogouTBox');
  takeStep(screen, 'logout');
}
