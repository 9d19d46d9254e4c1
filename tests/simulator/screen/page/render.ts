import { LEAD_COLUMNS } from '../protocol.ts';
import { type AgentScreen, BOX_IDS, dialsByItself } from './screen.ts';

/** Draws the state into the page. Boxes are shown and hidden by visibility, as the real page does. */
export function render(screen: AgentScreen): void {
  const { state } = screen;
  for (const box of BOX_IDS) {
    const element = byId(box);
    const text = state.boxes.get(box);
    element.style.visibility = text === undefined ? 'hidden' : 'visible';
    const place = element.querySelector('[data-text]');
    if (place) setText(place, text ?? '');
  }
  setText(byId('MainStatuSSpan'), state.statusLine);
  setText(byId('AgentStatusSpan'), state.control === 'ready' ? 'Active' : 'Paused');
  setText(byId('SecondSDISP'), String(isConnected(screen) ? state.call?.seconds : 0));
  setPicture('livecall', `agc_live_call_${liveCallPicture(screen)}`);
  setPicture('dialcontrol', `vdc_LB_${dialControlPicture(screen)}`);
  byId('PreviewControl').style.visibility = state.previewing ? 'visible' : 'hidden';
  setText(byId('ParkControl'), state.parked ? 'Grab Parked Call' : 'Park Call');
  setText(byId('RecorDControl'), state.recording ? 'Stop Recording' : 'Start Recording');
  setChecked('DispoSelectStop', state.pauseAfterCall);
  renderQueue(screen);
  renderLead(screen);
}

function renderQueue({ state }: AgentScreen) {
  const [count, link] = [document.getElementById('ManualQueueCounT'), document.getElementById('ManualQueueLink')];
  if (count) setText(count, String(state.queued));
  if (link) setText(link, state.manualQueueOn ? 'Manual Queue is On' : 'Manual Queue is Off');
}

let drawnLead: unknown;

function renderLead({ state }: AgentScreen) {
  // Written once per lead: between two ticks the agent may be typing in it.
  if (state.lead === drawnLead) return;
  drawnLead = state.lead;
  const form = document.forms.namedItem('vicidial_form');
  for (const column of LEAD_COLUMNS) {
    const input = form?.elements.namedItem(column);
    if (input instanceof HTMLInputElement) input.value = state.lead?.[column] ?? '';
  }
}

function liveCallPicture(screen: AgentScreen): 'OFF' | 'ON' | 'DEAD' {
  if (screen.state.call?.phase === 'gone') return 'DEAD';
  return isConnected(screen) ? 'ON' : 'OFF';
}

function isConnected({ state }: AgentScreen): boolean {
  return state.call?.phase === 'live' || state.call?.phase === 'gone';
}

function dialControlPicture(screen: AgentScreen): string {
  const { state } = screen;
  if (state.call || state.dialPending || state.wrapUp !== 'none') return 'dialnextnumber_OFF';
  if (!dialsByItself(screen)) return 'dialnextnumber';
  return state.control === 'ready' ? 'active' : 'paused';
}

function setPicture(name: string, picture: string) {
  const image = document.getElementsByName(name)[0];
  const source = `./images/${picture}.gif`;
  if (image && image.getAttribute('src') !== source) image.setAttribute('src', source);
}

function setChecked(name: string, checked: boolean) {
  const box = document.getElementsByName(name)[0];
  if (box instanceof HTMLInputElement) box.checked = checked;
}

function setText(element: Element, text: string) {
  if (element.textContent !== text) element.textContent = text;
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the agent screen has no element ${id}`);
  return element;
}
