import type { ScreenReading } from '../../../lib/agent/state/screen-reading.ts';
import type { PollTiming } from '../../../lib/screen/poll-pace.ts';
import { watchScreen } from '../../../lib/screen/screen-watcher.ts';
import { render } from '../../simulator/screen/page/render.ts';
import { type AgentScreen, createAgentScreen } from '../../simulator/screen/page/screen.ts';
import type { LeadFields, ScreenSettings } from '../../simulator/screen/protocol.ts';
import { LEAD_COLUMNS } from '../../simulator/screen/protocol.ts';
import { screenPage } from '../../simulator/screen/screen-page.ts';
import { POLL } from './answer-polls.ts';

/** Nothing of these may leave the page. */
export const SECRETS = { password: 'canary-agent-password', phonePassword: 'canary-phone-password' } as const;
export const WEBPHONE = '/agc/blank.php?canary-sip-secret';

export const SETTINGS: ScreenSettings = {
  ...SECRETS,
  user: '1000',
  fullName: 'Alice Agent',
  sessionName: 'canary-session-name',
  sessionId: '8600051',
  extension: 'SIP/cc100',
  campaign: 'TESTCAMP',
  dialMethod: 'RATIO',
  dialLevel: 1,
  pauseCodesActive: 'N',
  manualDialFilter: 'NONE',
  callTimeCheck: 'DISABLED',
  dialTimeoutSeconds: 60,
  apiManualDial: 'STANDARD',
  allowInbound: false,
  watchesSession: true,
  agentDisable: true,
  webphoneFrame: WEBPHONE,
  otherSession: false,
  pauseCodes: [{ code: 'BREAK', name: 'Break' }],
  dispositions: [{ code: 'NA', name: 'No Answer' }],
  inGroups: [],
};

export const LEAD = {
  ...(Object.fromEntries(LEAD_COLUMNS.map((column) => [column, ''])) as unknown as LeadFields),
  ...{ lead_id: '2001', phone_number: '7275551212', first_name: 'Erika', comments: 'canary-of-the-customer' },
};

export const CALL = { callId: 'M1121001512000002001', lead: LEAD, display: '(727)555-1212' };

export interface ScreenStage extends AsyncDisposable {
  readonly screen: AgentScreen;
  readonly readings: ScreenReading[];
  readonly clock: { now: number };
  /** The newest reading, after every change so far has been noticed. */
  newest(): Promise<ScreenReading | undefined>;
  /** Changes the page's state and draws it, as one round of its timer does. */
  change(change: (screen: AgentScreen) => void): Promise<ScreenReading | undefined>;
  /** One answered poll, and the page's own other requests beside it. */
  poll(): Promise<ScreenReading | undefined>;
  end(): void;
}

/** Shows a page with the body of `html`; scripts in it stand there as text, as they do for an isolated world. */
function showPage(html: string): void {
  document.body.innerHTML = html.replace(/^[\s\S]*<body[^>]*>|<\/body>[\s\S]*$/g, '');
}

/** The simulator's agent screen in the test's page, watched. It does nothing by itself. */
export function screenStage(
  page = screenPage(SETTINGS),
  isPaceOfLost: (poll: PollTiming) => boolean = () => false,
): ScreenStage {
  showPage(page);
  const screen = createAgentScreen(SETTINGS, { post() {}, alert() {}, changed() {} });
  const readings: ScreenReading[] = [];
  const clock = { now: 1_795_211_352_000 };
  const ending = new AbortController();
  watchScreen({
    isPaceOfLost,
    document,
    pageUrl: `${location.origin}/agc/vicidial.php`,
    signal: ending.signal,
    onReading: (reading) => readings.push(reading),
    now: () => clock.now,
  });

  const newest = async () => {
    await pause(20);
    return readings.at(-1);
  };
  const poll = async () => {
    const seen = readings.length;
    clock.now += 2_000;
    await fetch(POLL, { method: 'POST' }).then((answer) => answer.text());
    // The browser reports a request some time after it has ended.
    for (let turn = 0; turn < 100 && readings.length === seen; turn++) await pause(20);
    return readings.at(-1);
  };
  return {
    screen,
    readings,
    clock,
    newest,
    poll,
    change(change) {
      change(screen);
      render(screen);
      return newest();
    },
    end: () => ending.abort(),
    async [Symbol.asyncDispose]() {
      ending.abort();
      document.body.replaceChildren();
      await pause(0);
    },
  };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
