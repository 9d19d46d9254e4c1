import { ALERT_LENGTH, NAME_LENGTH, type ScreenBox, type ScreenKind } from '../agent/state/screen-reading.ts';
import { callIdIn, type PhaseSigns } from './screen-phase.ts';

// Ids are the same in every language; texts and titles are translated (agent-screen.md 9).
const BOX_IDS: Readonly<Record<ScreenBox, string>> = {
  pauseCode: 'PauseCodeSelectBox',
  emptySession: 'NoneInSessionBox',
  groupAlias: 'GroupAliasSelectBox',
  dialInGroup: 'DiaLInGrouPSelectBox',
  customerGone: 'CustomerGoneBox',
  disposition: 'DispoSelectBox',
  alert: 'AlertBox',
  systemDisabled: 'SysteMDisablEBoX',
};
const LOGGED_OUT_ID = 'LogouTBox';
const DISABLED_ID = 'AgenTDisablEBoX';
const DIAL_CONTROL_ID = 'DiaLControl';
const STATUS_LINE_ID = 'MainStatuSSpan';
const SCREEN_IDS = [STATUS_LINE_ID, 'sessionIDspan', 'AgentStatusSpan'];
const LIVE_CALL_NAME = 'livecall';
const FORM_NAME = 'vicidial_form';

// "Logged in as User: 1001 on Phone: SIP/cc101 to campaign: TESTCAMP", in the words of any language (agent-screen.md 9.1).
const LOGGED_IN = /:\s*([\w.-]{2,20})\s[^:]*:\s*\w+\/\S+\s[^:]*:\s*([\w-]{0,20})/;
// "Incoming: (727)555-1212 Group- Sales line UID: Y...", as the open sources of VICIdial's screens write it; in English alone.
const INGROUP = /\bGroup- (.+?)(?=\s*\u00a0|\s+(?:UID|Lead|List): |\s*$)/;
/** It is the first line; what is far below is of the customer, who may write what he likes. */
const FIRST_TEXTS = 20;

/** Who is logged in, and to which campaign; both empty where the page does not say so in its first words. */
export function readLogIn(document: Document): { readonly user: string; readonly campaign: string } {
  const texts = document.createNodeIterator(document.body, NodeFilter.SHOW_TEXT);
  for (let left = FIRST_TEXTS; left > 0; ) {
    const text = texts.nextNode();
    if (text === null) break;
    if (text.parentElement?.closest('script, style') || text.nodeValue?.trim() === '') continue;
    const [, user, campaign = ''] = LOGGED_IN.exec(text.nodeValue ?? '') ?? [];
    if (user !== undefined) return { user, campaign };
    left--;
  }
  return { user: '', campaign: '' };
}

/** The in-group that the call came by, by the status line, as one line; empty where that names none. */
export function readIngroup(document: Document): string {
  const line = document.getElementById(STATUS_LINE_ID)?.textContent ?? '';
  return oneLine([INGROUP.exec(line)?.[1] ?? '']).slice(0, NAME_LENGTH);
}

/** The CRM's code of the lead; empty where there is none, and for a text that is none of VICIdial's codes. */
export function readVendorLeadCode(document: Document): string {
  const code = (fieldOf(document, 'vendor_lead_code')?.value ?? '').trim();
  return /^[\w.-]{1,20}$/.test(code) ? code : '';
}

/** The few elements whose changes say that there is something new to read. */
export function watchedElements(document: Document): Element[] {
  const ids = [...Object.values(BOX_IDS), LOGGED_OUT_ID, DISABLED_ID, DIAL_CONTROL_ID, STATUS_LINE_ID];
  const elements = ids.map((id) => document.getElementById(id));
  return [...elements, liveCallPicture(document)].filter((element) => element !== null);
}

export function readKind(document: Document): ScreenKind {
  const isScreen = SCREEN_IDS.every((id) => document.getElementById(id)) && liveCallPicture(document) !== null;
  if (!isScreen) return readLogin(document);
  if (isOpen(document, LOGGED_OUT_ID)) return 'loggedOut';
  return isOpen(document, DISABLED_ID) ? 'disabled' : 'agentScreen';
}

function readLogin(document: Document): ScreenKind {
  const has = (name: string) => fieldOf(document, name) !== null;
  if (has('VD_login') && has('VD_campaign')) return 'campaignLogin';
  return has('phone_login') ? 'phoneLogin' : 'unrecognised';
}

export function readBoxes(document: Document): ScreenBox[] {
  const boxes = Object.entries(BOX_IDS) as [ScreenBox, string][];
  return boxes.filter(([, id]) => isOpen(document, id)).map(([box]) => box);
}

export function readSigns(document: Document): PhaseSigns {
  const line = document.getElementById(STATUS_LINE_ID)?.textContent ?? '';
  return {
    control: readControl(document),
    liveCall: readLiveCall(document),
    hasLead: readField(document, 'lead_id') !== '',
    callId: callIdIn(line),
    isWrappingUp: isOpen(document, BOX_IDS.disposition),
  };
}

/** Digits of a field of the lead form; empty where there is none. */
export function readField(document: Document, name: 'lead_id' | 'phone_number'): string {
  return (fieldOf(document, name)?.value ?? '').replace(/[^\d+]/g, '').slice(0, 20);
}

/** The calling code of the lead's number; empty where the page shows none, or something else. */
export function readCallingCode(document: Document): string {
  const code = (fieldOf(document, 'phone_code')?.value ?? '').trim();
  return /^[1-9]\d{0,2}$/.test(code) ? code : '';
}

/** First and last name of the lead as one line of at most {@link NAME_LENGTH} characters; empty where there is none. */
export function readName(document: Document): string {
  const names = ['first_name', 'last_name'].map((name) => fieldOf(document, name)?.value ?? '');
  return oneLine(names).slice(0, NAME_LENGTH).trim();
}

/** The alert box's message without its buttons, as one line of at most {@link ALERT_LENGTH} characters. */
export function readAlertText(document: Document): string {
  const box = document.getElementById('AlertBoxContent') ?? document.getElementById(BOX_IDS.alert);
  if (!box) return '';
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('a, button, select, script, style')) parts.push(node.nodeValue ?? '');
  }
  return oneLine(parts).slice(0, ALERT_LENGTH);
}

function oneLine(parts: readonly string[]): string {
  return parts
    .join(' ')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
}

function readControl(document: Document): PhaseSigns['control'] {
  const pictures = [...(document.getElementById(DIAL_CONTROL_ID)?.querySelectorAll('img') ?? [])].map(pictureName);
  const shows = (part: RegExp) => pictures.some((name) => part.test(name));
  if (shows(/_active(_|$)/)) return 'ready';
  if (shows(/_paused(_|$)/)) return 'paused';
  if (shows(/_dialnextnumber_OFF(_|$)/)) return 'busy';
  return shows(/_dialnextnumber(_|$)/) ? 'free' : null;
}

function readLiveCall(document: Document): PhaseSigns['liveCall'] {
  const picture = liveCallPicture(document);
  // Sites in other languages put a suffix behind.
  const state = picture && pictureName(picture).match(/live_call_(OFF|ON|DEAD)(?:_|$)/)?.[1];
  return state === 'OFF' || state === 'ON' || state === 'DEAD' ? state : null;
}

function liveCallPicture(document: Document): HTMLImageElement | null {
  const picture = document.getElementsByName(LIVE_CALL_NAME)[0];
  return picture instanceof HTMLImageElement ? picture : null;
}

/** `agc_live_call_ON` of `./images/agc_live_call_ON.gif`. */
function pictureName(picture: Element): string {
  return picture.getAttribute('src')?.match(/([^/]*?)\.\w+(?:\?.*)?$/)?.[1] ?? '';
}

function fieldOf(document: Document, name: string): HTMLInputElement | HTMLSelectElement | null {
  // The page's own `document.vicidial_form` does not exist in an isolated world (agent-screen.md 9.2).
  const field = document.forms.namedItem(FORM_NAME)?.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field : null;
}

function isOpen(document: Document, id: string): boolean {
  return document.getElementById(id)?.checkVisibility({ visibilityProperty: true }) ?? false;
}
