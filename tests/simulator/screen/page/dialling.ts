import { type DialRequest, type PreviewAction, parseDialRequest, parsePreviewAction } from '../dial-request.ts';
import type { DialAnswer, Fields, LookupAnswer, StartedCall } from '../protocol.ts';
import { type AgentScreen, isDialHeld, openBox, takeStep } from './screen.ts';

/** The page does not dial while it is still starting: it has to be open for more than this many ticks. */
const START_UP_TICKS = 2;
/** A dial timeout of 60 s showed its box after 63 s. */
const DIAL_TIMEOUT_GRACE_TICKS = 3;

/** Looks at the request column of a poll. What the page cannot act on now stays there and comes with the next poll. */
export function obeyDialColumn(screen: AgentScreen, text: string): void {
  const action = parsePreviewAction(text);
  const request = parseDialRequest(text);
  if (action) obeyPreviewAction(screen, action);
  if (request && canDial(screen, request)) dialRequest(screen, request);
}

function canDial(screen: AgentScreen, request: DialRequest): boolean {
  const { state } = screen;
  if (state.dialPending || state.ticks <= START_UP_TICKS || isDialHeld(screen)) return false;
  return request.epoch !== state.lastDialEpoch;
}

function dialRequest(screen: AgentScreen, request: DialRequest) {
  screen.state.lastDialEpoch = request.epoch;
  screen.state.boxes.delete('NeWManuaLDiaLBox');
  if (request.focus === 'YES') openBox(screen, 'AlertBox', `Placing call to:${request.phoneCode} ${request.number}`);
  if (request.number === 'MANUALNEXT') dialNext(screen, request.preview === 'YES');
  else
    dial(screen, {
      phone_number: request.number,
      phone_code: request.phoneCode,
      search: request.search,
      preview: request.preview,
      vendor_id: request.vendorId,
      lead_id: request.leadId,
      dial_ingroup: request.dialIngroup,
    });
}

function obeyPreviewAction(screen: AgentScreen, action: PreviewAction) {
  if (!screen.state.previewing || screen.state.dialPending) return;
  if (action === 'SKIP') skipPreview(screen);
  if (action === 'DIALONLY') dialPreviewed(screen, 'phone_number');
  if (action === 'ALTDIAL') dialPreviewed(screen, 'alt_phone');
  if (action === 'ADR3DIAL') dialPreviewed(screen, 'address3');
}

/** One dial step. The filters are those the page was told at login. */
export function dial(screen: AgentScreen, fields: Fields): void {
  startDialStep(screen, 'dial', fields);
}

/** Dials the next lead of the hopper, or shows it first. */
export function dialNext(screen: AgentScreen, preview: boolean): void {
  startDialStep(screen, 'dialNext', { preview: preview ? 'YES' : 'NO' });
}

function startDialStep(screen: AgentScreen, step: 'dial' | 'dialNext', fields: Fields) {
  const { state, settings } = screen;
  const filters = { manual_dial_filter: settings.manualDialFilter, call_time_check: settings.callTimeCheck };
  state.dialPending = true;
  takeStep(
    screen,
    step,
    { ...filters, ...fields },
    (answer) => {
      state.dialPending = false;
      acceptDialAnswer(screen, answer);
    },
    () => {
      state.dialPending = false;
    },
  );
}

function acceptDialAnswer(screen: AgentScreen, answer: DialAnswer) {
  const { state } = screen;
  if (answer.kind === 'refused') openBox(screen, 'AlertBox', answer.text);
  if (answer.kind === 'preview') {
    state.previewing = true;
    state.lead = answer.lead;
    state.statusLine = 'Preview the Lead then DIAL LEAD or SKIP LEAD';
  }
  if (answer.kind === 'calling') beginCall(screen, answer);
}

function beginCall(screen: AgentScreen, call: StartedCall) {
  const { state } = screen;
  state.call = { ...call, phase: 'dialling', seconds: 0 };
  state.lead = call.lead;
  // During a manual call the page behaves as in a campaign without a dial level.
  state.control = 'paused';
  state.statusLine = `Calling: ${call.display} UID: ${call.callId}`;
}

/** Once a tick while a call rings: looks whether it has been answered, and gives up after the dial timeout. */
export function followDialling(screen: AgentScreen): void {
  const { call } = screen.state;
  if (call?.phase !== 'dialling') return;
  if (call.seconds >= screen.settings.dialTimeoutSeconds + DIAL_TIMEOUT_GRACE_TICKS) {
    call.phase = 'timedOut';
    openBox(screen, 'AlertBox', 'Dial timed out, contact your system administrator');
    return;
  }
  screen.state.statusLine = `Calling: ${call.display} UID: ${call.callId} Waiting for Ring... ${call.seconds} seconds`;
  takeStep(screen, 'lookup', { callerid: call.callId }, (answer) => acceptLookup(screen, call.callId, answer));
}

function acceptLookup(screen: AgentScreen, callId: string, answer: LookupAnswer) {
  const { call } = screen.state;
  if (call?.callId !== callId || call.phase !== 'dialling' || answer.state === 'ringing') return;
  if (answer.state === 'failed') {
    call.phase = 'timedOut';
    openBox(screen, 'AlertBox', `Call Rejected: ${answer.reason}`);
    return;
  }
  call.phase = 'live';
  call.seconds = 0;
  screen.state.statusLine = `Called: ${call.display} UID: ${call.callId}`;
}

/** Dials the lead on preview, under the number of one of its columns. */
export function dialPreviewed(screen: AgentScreen, column: 'phone_number' | 'alt_phone' | 'address3'): void {
  const { lead } = screen.state;
  if (!lead) return;
  screen.state.previewing = false;
  dial(screen, { lead_id: lead.lead_id, phone_code: lead.phone_code, phone_number: lead[column], preview: 'NO' });
}

export function skipPreview(screen: AgentScreen): void {
  const { state } = screen;
  if (!state.previewing) return;
  state.previewing = false;
  state.lead = null;
  state.statusLine = '';
  takeStep(screen, 'skipPreview');
}
