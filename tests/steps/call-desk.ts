import { deepEqual, match } from 'node:assert/strict';
import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { eventually } from '../patience.ts';
import type { Dialer } from '../simulator/dialer.ts';
import type { StepPanel, StepScreen } from './step-desk.ts';

export const NUMBER = '+1 415 555 0132';
export const DIGITS = '4155550132';
const SETTINGS = {
  alwaysAllow: ['+'],
  pauseBeforeDial: 'always',
  dialPauseCode: 'MANUAL',
  pauseCodes: [
    { code: 'LUNCH', name: 'Lunch break' },
    { code: 'MANUAL', name: 'Manual dialing' },
  ],
  dispositions: [
    { code: 'SALE', name: 'Sale made', isCallback: false },
    { code: 'NI', name: 'Not interested', isCallback: false },
    { code: 'CALLBK', name: 'Call back', isCallback: true },
  ],
  transferIngroups: ['SALESLINE'],
} as const;

// A disposition is acted on by a hidden agent screen two of its rounds later, on a busy machine each of them five times as long.
const FREE_MS = 60_000;

/** Of several controls of a name: those within a selector, and the last of them instead of the first. */
export interface Which {
  readonly within?: string;
  readonly isLast?: boolean;
}

/** The popup's page in a tab of its own, with what is typed and chosen there during a call. */
export interface CallPanel extends StepPanel {
  press(name: string, which?: Which): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** A date and time as a field has it: `YYYY-MM-DDTHH:MM`. */
  fillTime(label: string, time: string): Promise<void>;
  /** Chooses from the menu that a button opens. */
  choose(menu: string | RegExp, item: string): Promise<void>;
  /** Runs a function in the page. It sees no variable of the test. */
  evaluate<T>(task: () => T): Promise<T>;
}

export interface CallScreen extends StepScreen {
  goReady(): Promise<void>;
  pause(): Promise<void>;
  /** Whether the box of that id is open. */
  shows(id: string): Promise<boolean>;
  /** Logs the agent in anew, with a phone that never comes into the session. */
  comeBackWithoutPhone(): Promise<void>;
}

export interface CallDeskParts {
  readonly dialer: Dialer;
  readonly panel: CallPanel;
  readonly screen: CallScreen;
}

/** An agent's desk for calls that are worked from the panel, the same in every browser. */
export interface CallDesk extends CallDeskParts {
  /** The agent's campaign, row in the live table and lead, as the dialer has them now. */
  campaign(): Dialer['world']['campaigns'][number];
  live(): Dialer['world']['live_agents'][number] | undefined;
  lead(): Dialer['world']['leads'][number] | undefined;
  /** Every command that reached the dialer, in order, with its value; readings of the status left out. */
  commands(): readonly string[];
  /** Dials the number, and waits for its answer. */
  talk(): Promise<void>;
  /** Chooses the disposition in the form, which stands open in wrap-up, and is opened by Finish before. */
  finish(code: string, after: 'Finish, stay paused' | 'Finish, next call'): Promise<void>;
  /** The same with the next best, to be paused and free again. */
  wrapUp(): Promise<void>;
  expectFree(status: 'PAUSED' | 'READY'): Promise<void>;
}

/** What an agent does at that desk, by the name that it has in every browser; each leaves him free, for the next. */
export type CallSteps = Readonly<Record<string, (at: CallDesk) => Promise<void>>>;

/** To be called before the agent logs in. */
export function prepareDialer(dialer: Dialer): void {
  // The dialer gives up ringing after seven seconds instead of 63.
  campaignOf(dialer).dial_timeout = '4';
  dialer.telephone.setDefaultPlan({ ringMs: 300 });
}

/** The desk of an agent who has signed in; codes and dispositions come into the options. */
export async function createCallDesk(parts: CallDeskParts): Promise<CallDesk> {
  const { dialer, panel } = parts;
  await panel.writeSettings(SETTINGS);
  await panel.expectText('Paused');
  const live = () => dialer.world.live_agents.find(({ user }) => user === AGENT.user);
  const desk: CallDesk = {
    ...parts,
    campaign: () => campaignOf(dialer),
    live,
    lead: () => dialer.world.leads.find(({ phone_number }) => phone_number === DIGITS),
    commands: () =>
      dialer.log
        .requests({ path: '/agc/api.php' })
        .map(({ function: name, parameters }) => `${name} ${parameters.value ?? ''}`)
        .filter((command) => command !== 'recording STATUS'),
    async talk() {
      await panel.dial(NUMBER);
      await panel.expectStage('Talking');
    },
    async finish(code, after) {
      const stage = await panel.textOf('.call-stage');
      // In wrap-up it opens by itself.
      if (!stage.includes('Wrap-up')) await panel.press('Finish');
      await panel.fill('Disposition', code);
      await panel.press(after);
    },
    async wrapUp() {
      await desk.finish('NI', 'Finish, stay paused');
      await desk.expectFree('PAUSED');
    },
    async expectFree(status) {
      await eventually(() => deepEqual([live()?.status, live()?.lead_id], [status, '0']), FREE_MS);
      await eventually(
        async () => match(await panel.textOf('.status-phase'), status === 'PAUSED' ? /Paused/ : /Ready/),
        FREE_MS,
      );
    },
  };
  return desk;
}

function campaignOf({ world }: Dialer): Dialer['world']['campaigns'][number] {
  const found = world.campaigns.find(({ campaign_id }) => campaign_id === AGENT.campaign);
  if (!found) throw new Error('The world has no such campaign.');
  return found;
}
