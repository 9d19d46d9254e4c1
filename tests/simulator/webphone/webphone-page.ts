import { htmlPage, scriptJson } from '../screen/html.ts';

/** The states the page goes through, as the texts of `#webphone-status`. */
const STATUS = {
  asking: 'Asking for the microphone',
  noMicrophone: 'No microphone',
  registered: 'Registered',
  ringing: 'Ringing',
  inSession: 'In session',
} as const;

const style = `
body { font: 15px/1.4 system-ui, sans-serif; margin: 0; padding: 1rem; background: #14202b; color: #e6edf3; }
#webphone-status { font-weight: 600; } body[data-state=noMicrophone] #webphone-status { color: #ff9b8f; }
body[data-state=inSession] #webphone-status { color: #7ee2a8; }`;

/** How often the page looks whether it is being rung; a real one is told by its SIP server. */
const LOOK_MS = 300;

/** A phone in a page: needs a microphone, registers, rings, and joins the session by itself. Shows no secret. */
export function webphonePage(phoneLogin: string): string {
  const body = `
<h1>Webphone</h1>
<p>Extension: <span id="webphone-extension"></span></p>
<p id="webphone-status" role="status">${STATUS.asking}</p>
<button type="button" id="webphone-retry" hidden>Try the microphone again</button>
<script>${script(phoneLogin)}</script>`;
  return htmlPage({ title: 'Webphone', style, body });
}

function script(phoneLogin: string): string {
  return `
'use strict';
const phoneLogin = ${scriptJson(phoneLogin)};
const texts = ${scriptJson(STATUS)};
const retry = document.getElementById('webphone-retry');
document.getElementById('webphone-extension').textContent = phoneLogin;

function show(state) {
  document.body.dataset.state = state;
  document.getElementById('webphone-status').textContent = texts[state];
  retry.hidden = state !== 'noMicrophone';
}

async function ask(action) {
  const fields = new URLSearchParams({ ACTION: action, phone_login: phoneLogin });
  const response = await fetch('/agc/webphone/line.php', { method: 'POST', body: fields });
  return response.json();
}

async function look() {
  try {
    const line = await ask('look');
    show(line.inSession ? 'inSession' : line.ringing ? 'ringing' : 'registered');
  } finally {
    setTimeout(look, ${LOOK_MS});
  }
}

async function start() {
  show('asking');
  try {
    if (!navigator.mediaDevices) throw new Error('the microphone needs a secure address');
    await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    show('noMicrophone');
    return;
  }
  await ask('register');
  show('registered');
  look();
}

retry.addEventListener('click', start);
addEventListener('pagehide', () => {
  const fields = new URLSearchParams({ ACTION: 'unregister', phone_login: phoneLogin });
  navigator.sendBeacon('/agc/webphone/line.php', fields);
});
start();
`;
}
