import { setParked, setRecording } from './commands.ts';
import { dial, dialNext, dialPreviewed, skipPreview } from './dialling.ts';
import { type AgentScreen, type BoxId, dialsByItself, openBox, takeStep } from './screen.ts';
import { goPaused, goReady, hangUp, logOut, sendDisposition, sendPauseCode } from './wrap-up.ts';

/** What the agent's own clicks do. A click that makes no sense at the moment does nothing. */
export function createClicks(screen: AgentScreen) {
  const { state, ports } = screen;
  const isFree = () => !state.call && !state.dialPending && state.wrapUp === 'none';
  return {
    pause() {
      if (state.control === 'ready' && isFree()) goPaused(screen);
    },
    resume() {
      if (state.control === 'paused' && isFree() && dialsByItself(screen)) goReady(screen);
    },
    hangUp: () => hangUp(screen),
    disposition: (code: string) => sendDisposition(screen, code),
    pauseAfterCall(on: boolean) {
      state.pauseAfterCall = on;
    },
    openPauseCodes() {
      if (screen.settings.pauseCodesActive !== 'N' && state.control === 'paused') openBox(screen, 'PauseCodeSelectBox');
    },
    pauseCode: (code: string) => sendPauseCode(screen, code),
    dialNext() {
      if (isFree() && state.control === 'paused') dialNext(screen, state.previewAsked);
    },
    previewNext(on: boolean) {
      state.previewAsked = on;
    },
    dialPreviewed: () => dialPreviewed(screen, 'phone_number'),
    skipPreview: () => skipPreview(screen),
    openManualDial: () => openBox(screen, 'NeWManuaLDiaLBox'),
    manualDial(phoneCode: string, number: string) {
      if (!isFree()) return;
      state.boxes.delete('NeWManuaLDiaLBox');
      dial(screen, { phone_code: phoneCode, phone_number: number, search: 'YES', preview: 'NO' });
    },
    toggleManualQueue() {
      state.manualQueueOn = !state.manualQueueOn;
    },
    alertOnIncoming(on: boolean) {
      state.alertOnIncoming = on;
    },
    togglePark() {
      if (state.call) setParked(screen, !state.parked);
    },
    toggleRecording: () => setRecording(screen, !state.recording),
    closeBox: (box: BoxId) => void state.boxes.delete(box),
    callAgentAgain() {
      state.boxes.delete('NoneInSessionBox');
      takeStep(screen, 'ringPhone');
    },
    logOut() {
      if (state.call) ports.alert('You cannot log out during a call: hang up first');
      else logOut(screen);
    },
  };
}

export type Clicks = ReturnType<typeof createClicks>;
