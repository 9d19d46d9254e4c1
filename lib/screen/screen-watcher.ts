import type { ScreenAlert, ScreenReading } from '../agent/state/screen-reading.ts';
import { classifyAlert } from './alert-kind.ts';
import { createKeepAwake } from './keep-awake.ts';
import { observePolls } from './poll-observer.ts';
import { createPollPace, isAnswered } from './poll-pace.ts';
import {
  readAlertText,
  readBoxes,
  readCallingCode,
  readField,
  readIngroup,
  readKind,
  readLogIn,
  readName,
  readSigns,
  readVendorLeadCode,
  watchedElements,
} from './screen-elements.ts';
import { createPhaseReader } from './screen-phase.ts';

// Agent-screen.md 9.3: alive is a poll in the last 3 s when visible, 5 s when hidden and kept awake.
const POLL_LIMIT_MS = { visible: 3_000, hidden: 5_000 } as const;
// The page hides its boxes with its first tick; a page that has not polled after this long polls no more.
const START_MS = 5_000;
// Often enough for the background to count on the page, whose polls are 1 s or, hidden, 2 s apart.
const HEARTBEAT_MS = 1_900;

export interface ScreenWatcherOptions {
  readonly document: Document;
  /** Address of the page; its path is that of the polls. */
  readonly pageUrl: string;
  readonly signal: AbortSignal;
  /** Called when the reading has changed, and about every other second while the page polls. */
  readonly onReading: (reading: ScreenReading) => void;
  readonly now?: () => number;
  readonly isPaceOfLost?: ReturnType<typeof createPollPace>;
}

/**
 * Watches the agent screen until `signal` aborts: reads a few elements by id, sees its polls, and keeps it awake while it
 * is hidden. It changes nothing in the page and calls nothing of it.
 */
export function watchScreen(options: ScreenWatcherOptions): void {
  const { document, pageUrl, signal, onReading, now = Date.now, isPaceOfLost = createPollPace() } = options;
  const readPhase = createPhaseReader();
  const readAlert = createAlertReader(document, now);
  const keepAwake = createKeepAwake(signal, now);
  let polledAt: number | null = null;
  let isSessionLost = false;
  let told = '';
  let toldAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const limit = () => (document.hidden ? POLL_LIMIT_MS.hidden : POLL_LIMIT_MS.visible);
  const isPolling = () => polledAt !== null && now() - polledAt <= limit();

  // The page of one login: another one is another page.
  let logIn = { user: '', campaign: '' };

  const read = (): ScreenReading => {
    const kind = readKind(document);
    const isScreen = kind === 'agentScreen';
    if (isScreen && logIn.user === '') logIn = readLogIn(document);
    const boxes = isScreen ? readBoxes(document) : [];
    const phase = isScreen ? readPhase(readSigns(document), now()) : null;
    return {
      kind,
      phase,
      user: isScreen ? logIn.user : '',
      campaign: isScreen ? logIn.campaign : '',
      leadId: isScreen ? readField(document, 'lead_id') : '',
      phoneNumber: isScreen ? readField(document, 'phone_number') : '',
      callingCode: isScreen ? readCallingCode(document) : '',
      customerName: isScreen ? readName(document) : '',
      vendorLeadCode: isScreen ? readVendorLeadCode(document) : '',
      // The line keeps its words after the call (agent-screen.md 9.2).
      ingroup: phase === 'talking' || phase === 'customerGone' || phase === 'wrapUp' ? readIngroup(document) : '',
      boxes,
      alert: readAlert(boxes.includes('alert')),
      isHidden: document.hidden,
      isPolling: isScreen && isPolling(),
      ...(isScreen && isSessionLost && { isSessionLost: true as const }),
    };
  };

  const look = (isHeartbeat: boolean) => {
    const reading = read();
    const isSettled = polledAt !== null || hasStarted || isLogin(reading);
    if (signal.aborted || !isSettled) return;
    const telling = JSON.stringify(reading);
    if (telling === told && !(isHeartbeat && now() - toldAt >= HEARTBEAT_MS)) return;
    told = telling;
    toldAt = now();
    onReading(reading);
  };

  let hasStarted = false;
  // The one timer: polls that stay away are nothing that could be observed.
  const expectPoll = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      hasStarted = true;
      look(false);
    }, ms);
  };

  observePolls(
    pageUrl,
    (polls) => {
      for (const poll of polls) isSessionLost = isPaceOfLost(poll, document.hidden);
      keepAwake.ensure();
      if (!polls.some(isAnswered)) return;
      polledAt = now();
      expectPoll(limit() + 1);
      look(true);
    },
    signal,
  );
  observeElements(document, () => look(false), signal);
  document.addEventListener('visibilitychange', () => look(false), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  expectPoll(START_MS);
  look(false);
}

function isLogin({ kind }: ScreenReading): boolean {
  return kind === 'phoneLogin' || kind === 'campaignLogin';
}

/** Reads the alert box and remembers when its message came: only a message after a dial can be about it. */
function createAlertReader(document: Document, now: () => number): (isOpen: boolean) => ScreenAlert | null {
  let last: ScreenAlert | null = null;
  return (isOpen) => {
    const text = isOpen ? readAlertText(document) : '';
    if (!isOpen) last = null;
    else if (last?.text !== text) last = { kind: classifyAlert(text), text, since: now() };
    return last;
  };
}

function observeElements(document: Document, onChange: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(onChange);
  const what = { attributes: true, childList: true, characterData: true, subtree: true };
  for (const element of watchedElements(document)) observer.observe(element, what);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
