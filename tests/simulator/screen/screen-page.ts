import { escapeHtml, htmlPage, scriptJson } from './html.ts';
import { type Choice, LEAD_COLUMNS, type ScreenSettings } from './protocol.ts';
import { screenStyle } from './screen-style.ts';

/** The agent screen. Ids, names, titles and frames are those by which the real one is recognised. */
export function screenPage(settings: ScreenSettings): string {
  return htmlPage({ title: 'Agent web client', style: screenStyle, body: bodyOf(settings) });
}

function bodyOf(settings: ScreenSettings): string {
  const { user, extension, campaign, sessionId } = settings;
  return [
    `<header>Logged in as User: ${escapeHtml(user)} on Phone: ${escapeHtml(extension)} to campaign: ${escapeHtml(campaign)}`,
    '<button type="button" data-click="logOut">LOGOUT</button></header>',
    `<p>session ID: <span id="sessionIDspan">${escapeHtml(sessionId)}</span> <span id="AgentStatusSpan"></span></p>`,
    '<div class="columns"><div class="controls">',
    controls(settings),
    '</div><div class="main"><span id="MainStatuSSpan"></span>',
    leadForm(),
    '</div></div>',
    '<form name="inert_form" id="inert_form" onsubmit="return false"><input type="hidden" name="inert_button"></form>',
    '<form name="alert_form" id="alert_form" onsubmit="return false">',
    '<label><input type="checkbox" name="alert_enabled" data-check="alertOnIncoming"> Alert on incoming calls</label></form>',
    ...boxes(settings),
    frames(settings),
    // The real page's inline script holds the password too: nothing may read script text.
    `<script>var agentScreenSettings = ${scriptJson(settings)}; window.name = 'vicidial_window';</script>`,
    '<script type="module" src="/agc/screen/page/main.js"></script>',
  ].join('\n');
}

function controls({ apiManualDial }: ScreenSettings): string {
  const queue = apiManualDial.startsWith('QUEUE')
    ? '<p>Manual Queue: <span id="ManualQueueCounT">0</span> <a href="#" id="ManualQueueLink" data-click="toggleManualQueue"></a></p>'
    : '';
  return `
<span id="DiaLControl"><img name="dialcontrol" alt="" src="./images/vdc_LB_paused.gif"></span>
<p><button type="button" data-click="pause">Pause</button> <button type="button" data-click="resume">Resume</button>
<button type="button" data-click="dialNext">Dial Next Number</button></p>
<label><input type="checkbox" name="LeadPreview" data-check="previewNext"> LEAD PREVIEW</label>
<p id="PreviewControl"><button type="button" data-click="dialPreviewed">DIAL LEAD</button>
<button type="button" data-click="skipPreview">SKIP LEAD</button></p>${queue}
<p id="HangupControl"><button type="button" data-click="hangUp">Hangup Customer</button></p>
<p><button type="button" id="ParkControl" data-click="togglePark">Park Call</button>
<button type="button" id="RecorDControl" data-click="toggleRecording">Start Recording</button></p>
<p><button type="button" data-click="openManualDial">MANUAL DIAL</button>
<button type="button" data-click="openPauseCodes">ENTER A PAUSE CODE</button></p>
<p><img name="livecall" id="livecall" alt="" src="./images/agc_live_call_OFF.gif"> <span id="SecondSDISP">0</span> seconds</p>`;
}

function leadForm(): string {
  const inputs = LEAD_COLUMNS.map((column) => {
    const type = column === 'lead_id' ? 'hidden' : 'text';
    const input = `<input type="${type}" name="${column}" value="" autocomplete="off">`;
    return type === 'hidden' ? input : `<label>${column.replaceAll('_', ' ')} ${input}</label>`;
  });
  return `<form name="vicidial_form" id="vicidial_form" onsubmit="return false">${inputs.join('\n')}</form>`;
}

function boxes(settings: ScreenSettings): string[] {
  const close = (label: string) => `<button type="button" data-close>${label}</button>`;
  const reset = '<a href="/agc/vicidial.php">Click here to log in again</a>';
  return [
    box('PauseCodeSelectBox', `<strong>SELECT A PAUSE CODE</strong>${choices('pauseCode', settings.pauseCodes)}`),
    box(
      'NoneInSessionBox',
      `No one is in your session: ${escapeHtml(settings.sessionId)}<p>${close('Go Back')}
      <button type="button" data-click="callAgentAgain">Call Agent Again</button></p>`,
    ),
    box('GroupAliasSelectBox', `Select a group alias<p>${close('Go Back')}</p>`),
    box('DiaLInGrouPSelectBox', `Select a dial in-group<p>${close('Go Back')}</p>`),
    box('CustomerGoneBox', `Customer has hung up<p>${close('Go Back')}</p>`),
    box(
      'DispoSelectBox',
      `<strong>DISPOSITION CALL</strong>${choices('disposition', settings.dispositions)}
      <label><input type="checkbox" name="DispoSelectStop" data-check="pauseAfterCall"> PAUSE AGENT DIALING</label>`,
    ),
    box(
      'CloserSelectBox',
      `CLOSER INBOUND GROUP SELECTION<p>${settings.inGroups.map(escapeHtml).join(', ')}</p>${close('SUBMIT')}`,
    ),
    box('DeactivateDOlDSessioNSpan', `There was another session open for this user<p>${close('OK')}</p>`),
    box('AlertBox', `<span data-text></span><p>${close('OK')}</p>`),
    box('AgenTDisablEBoX', `Your session has been disabled<p>${reset}</p>`),
    box('SysteMDisablEBoX', 'There is a time synchronization problem with your system, please tell your administrator'),
    box(
      'NeWManuaLDiaLBox',
      `<strong>NEW MANUAL DIAL LEAD</strong>
      <label>Dial Code <input name="MDDiaLCodE" value="1"></label><label>Phone Number <input name="MDPhonENumbeR"></label>
      <p><button type="button" id="ManualDialNow">Dial Now</button> ${close('Go Back')}</p>`,
    ),
    box('LogouTBox', `You have been logged out: you received a command to log you out<p>${reset}</p>`),
  ];
}

function box(id: string, content: string): string {
  return `<span class="box" id="${id}" style="visibility:hidden">${content}</span>`;
}

function choices(click: string, list: readonly Choice[]): string {
  const buttons = list.map(
    ({ code, name }) =>
      `<button type="button" data-click="${click}" data-value="${escapeHtml(code)}">${escapeHtml(code)} - ${escapeHtml(name)}</button>`,
  );
  return `<div class="choices">${buttons.join('\n')}</div>`;
}

/** The real page's frames carry login and password in their addresses; whoever records addresses is found out here. */
function frames(settings: ScreenSettings): string {
  const query = new URLSearchParams({ user: settings.user, pass: settings.password });
  const withPhone = new URLSearchParams({ ...Object.fromEntries(query), phone_pass: settings.phonePassword });
  const frame = (id: string, src: string) =>
    `<iframe id="${id}" name="${id}" class="hidden-frame" src="${escapeHtml(src)}"></iframe>`;
  const webphone = settings.webphoneFrame
    ? `<span id="webphonecontent"><iframe id="webphone" name="webphone" src="${escapeHtml(settings.webphoneFrame)}"
      allow="microphone *; speakers *;" width="460" height="160"></iframe></span>`
    : '';
  return [
    frame('vcFormIFrame', '/agc/blank.php'),
    frame('vcEmailIFrame', `/agc/blank.php?${query}`),
    frame('CustomerChatIFrame', `/agc/blank.php?${withPhone}`),
    frame('InternalChatIFrame', `/agc/blank.php?${withPhone}`),
    webphone,
  ].join('\n');
}
