import { type ScreenSettings, STEP_SCRIPT } from '../protocol.ts';
import { type Clicks, createClicks } from './clicks.ts';
import { render } from './render.ts';
import { type AgentScreen, BOX_IDS, createAgentScreen, identity, type ScreenPorts } from './screen.ts';
import { tick } from './tick.ts';

declare global {
  var agentScreenSettings: ScreenSettings;
}

const TICK_MS = 1000;

const ports: ScreenPorts = {
  post(script, fields, answered, failed) {
    fetch(`/agc/${script}`, { method: 'POST', body: new URLSearchParams(fields) })
      .then((response) => response.text())
      .then(answered, failed);
  },
  alert: (text) => window.alert(text),
  changed: () => draw(),
};

const screen: AgentScreen = createAgentScreen(globalThis.agentScreenSettings, ports);
const clicks = createClicks(screen);
let chatCall: string | null = null;

function draw() {
  render(screen);
  // A call's start reloads the internal chat.
  const callId = screen.state.call?.callId ?? null;
  if (callId && callId !== chatCall) reloadFrame('InternalChatIFrame');
  chatCall = callId;
}

function reloadFrame(id: string) {
  const frame = document.getElementById(id);
  if (frame instanceof HTMLIFrameElement) frame.src = frame.getAttribute('src') ?? '';
}

function runTick() {
  if (screen.state.stopped) return;
  // A chain rather than an interval: what holds one tick back holds the next one back too.
  window.setTimeout(runTick, TICK_MS);
  tick(screen);
}

type ClickName = keyof Clicks;

function isClickName(name: string | undefined): name is ClickName {
  return name !== undefined && Object.hasOwn(clicks, name);
}

function obeyClick(element: HTMLElement) {
  const { click, value, close } = element.dataset;
  if (close !== undefined) closeBoxAround(element);
  if (element.id === 'ManualDialNow') clicks.manualDial(inputValue('MDDiaLCodE'), inputValue('MDPhonENumbeR'));
  if (isClickName(click)) (clicks[click] as (value?: string) => void)(value);
  draw();
}

function closeBoxAround(element: HTMLElement) {
  const around = element.closest('.box')?.id;
  const box = BOX_IDS.find((id) => id === around);
  if (box) clicks.closeBox(box);
}

function inputValue(name: string): string {
  const input = document.getElementsByName(name)[0];
  return input instanceof HTMLInputElement ? input.value : '';
}

document.addEventListener('click', (event) => {
  const element =
    event.target instanceof Element ? event.target.closest('[data-click], [data-close], #ManualDialNow') : null;
  if (!(element instanceof HTMLElement)) return;
  if (element instanceof HTMLAnchorElement) event.preventDefault();
  obeyClick(element);
});

document.addEventListener('change', (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || !isClickName(input.dataset.check)) return;
  (clicks[input.dataset.check] as (on: boolean) => void)(input.checked);
});

window.addEventListener('beforeunload', (event) => {
  if (!screen.state.stopped) event.preventDefault();
});

window.addEventListener('pagehide', () => {
  if (screen.state.stopped) return;
  const fields = new URLSearchParams({ ...identity(screen), ACTION: 'closeTab' });
  navigator.sendBeacon(`/agc/${STEP_SCRIPT}`, fields);
});

draw();
window.setTimeout(runTick, TICK_MS);
