import type { PollAnswer } from '../protocol.ts';
import { obeyDialColumn } from './dialling.ts';
import { type AgentScreen, dialsByItself, takeStep } from './screen.ts';
import { beginWrapUp, goPaused, goReady, hangUp, logOut, obeyDisposition, sendPauseCode } from './wrap-up.ts';

/** Acts on every command column of a poll, once per poll. */
export function obeyCommands(screen: AgentScreen, answer: PollAnswer): void {
  obeyPause(screen, answer.pause);
  if (screen.state.stopped) return;
  obeyDisposition(screen, answer.disposition);
  obeyPauseCode(screen, answer.pauseCode);
  obeyCallCommands(screen, answer);
  if (answer.hangup === '1') hangUp(screen);
  obeyDialColumn(screen, answer.dial);
}

/** The text stays in the column; the page knows by its EPOCH what it has acted on. */
function obeyPause(screen: AgentScreen, text: string) {
  const { state } = screen;
  if (text.startsWith('LOGOUT')) return obeyLogout(screen);
  const [word, epoch] = text.split('!');
  if (!epoch || epoch === state.lastPauseEpoch) return;
  state.lastPauseEpoch = epoch;
  if (word === 'PAUSE') obeyPauseWord(screen);
  if (word === 'RESUME') obeyResumeWord(screen);
}

function obeyPauseWord(screen: AgentScreen) {
  const { state } = screen;
  const hasSeenAnswer = state.call?.phase === 'live' || state.call?.phase === 'gone';
  // While a call rings and in the disposition the word has no effect, and it is not looked at again.
  if (hasSeenAnswer) state.pauseAfterCall = true;
  else if (state.control === 'ready' && !state.call && state.wrapUp === 'none') goPaused(screen);
}

function obeyResumeWord(screen: AgentScreen) {
  const { state } = screen;
  const isFree = !state.call && state.wrapUp === 'none';
  if (state.control === 'paused' && isFree && dialsByItself(screen)) goReady(screen);
}

function obeyLogout(screen: AgentScreen) {
  const { state } = screen;
  if (state.call || state.wrapUp === 'opening') state.logoutAfterCall = true;
  else if (!state.logoutAfterCall) logOut(screen);
}

function obeyPauseCode(screen: AgentScreen, code: string) {
  if (code && screen.state.control === 'paused' && !screen.state.call) sendPauseCode(screen, code);
}

/** What every value of park_call comes down to: the customer goes to the park, or comes back. */
function obeyPark(screen: AgentScreen, value: string) {
  if (!value || !screen.state.call) return;
  const isParking =
    value.includes('PARK') && !value.includes('GRAB') && !(value.includes('SWAP') && screen.state.parked);
  setParked(screen, isParking);
}

export function setParked(screen: AgentScreen, parked: boolean): void {
  screen.state.parked = parked;
  takeStep(screen, 'park', { parked: parked ? 'Y' : 'N' });
}

function obeyCallCommands(screen: AgentScreen, answer: PollAnswer) {
  if (answer.recording === 'START') setRecording(screen, true);
  if (answer.recording === 'STOP') setRecording(screen, false);
  if (answer.tones) sendTones(screen, answer.tones);
  obeyPark(screen, answer.park);
  if (answer.transfer) transfer(screen, answer.transfer);
}

export function setRecording(screen: AgentScreen, on: boolean): void {
  screen.state.recording = on;
  takeStep(screen, on ? 'startRecording' : 'stopRecording');
}

/** `tones` in the API's letters: P for pound, S for star, Q for a second of silence. */
function sendTones(screen: AgentScreen, tones: string): void {
  takeStep(screen, 'tones', { tones: tones.replaceAll('P', '#').replaceAll('S', '*').replaceAll('Q', ',') });
}

function transfer(screen: AgentScreen, order: string) {
  if (!screen.state.call) return;
  takeStep(screen, 'transfer', { order }, ({ line, ends }) => {
    if (line) screen.state.statusLine = line;
    if (ends) beginWrapUp(screen);
  });
}
