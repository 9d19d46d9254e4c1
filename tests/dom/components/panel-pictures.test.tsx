import { describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { DialStage } from '../../../lib/agent/dial/dial-view.ts';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import { control, hide } from './mount.tsx';
import { showPanel } from './panel-stage.tsx';
import { agentIn, DISPOSITIONS, dialIn, LISTED, SCREEN, UNSEEN } from './panel-states.ts';

// What a browser gives a popup, and what Dialside makes of it.
const POPUP = { width: 360, height: 600 };
const FOLDER = '../../../.output/panel-states';

const SETTINGS = { dispositions: DISPOSITIONS, transferIngroups: ['SALESLINE'] } satisfies Partial<PanelState>;
const LIVE = { phoneNumber: '+14155552671', customerName: 'Erika Example' } as const;

/** Every situation of the agent, without a call of Dialside's; a phase that is missing here does not compile. */
const AGENT: Readonly<Record<AgentPhase | 'pausedWithCode' | 'lagging', Partial<PanelState>>> = {
  unknown: { agent: agentIn('unknown', { since: 0, source: null }), screen: UNSEEN },
  notLoggedIn: { agent: agentIn('notLoggedIn'), screen: { ...SCREEN, kind: 'loggedOut', alive: false } },
  paused: { agent: agentIn('paused') },
  pausedWithCode: { agent: agentIn('paused', { pauseCode: 'LUNCH' }) },
  ready: { agent: agentIn('ready') },
  previewing: { agent: agentIn('previewing', LIVE) },
  dialling: { agent: agentIn('dialling', LIVE) },
  onCall: { agent: agentIn('onCall', { source: 'recording', since: Date.now() - 20_000 }), screen: UNSEEN },
  talking: { agent: agentIn('talking', LIVE) },
  parked: { agent: agentIn('parked', LIVE) },
  threeWay: { agent: agentIn('threeWay', LIVE) },
  customerGone: { agent: agentIn('customerGone', LIVE) },
  wrapUp: { agent: agentIn('wrapUp', LIVE) },
  phoneRinging: { agent: agentIn('phoneRinging', { source: 'agentStatus' }), screen: UNSEEN },
  lagging: { agent: agentIn('ready'), screen: { ...SCREEN, alive: false } },
};

/** Every stage of a dial, with the phase that the agent is in then. */
const DIAL: Readonly<Record<DialStage, Partial<PanelState>>> = {
  confirming: { dial: dialIn('confirming', { confirm: ['international'], canCancel: true }) },
  preparing: { agent: agentIn('ready'), dial: dialIn('preparing', { canCancel: true }) },
  sending: { dial: dialIn('sending') },
  accepted: { dial: dialIn('accepted') },
  previewing: { agent: agentIn('previewing', LIVE), dial: dialIn('previewing') },
  onCall: { agent: agentIn('onCall', { source: 'recording' }), dial: dialIn('onCall'), screen: UNSEEN },
  ringing: { agent: agentIn('dialling', LIVE), dial: dialIn('ringing') },
  talking: { agent: agentIn('talking', LIVE), dial: dialIn('talking') },
  customerGone: { agent: agentIn('customerGone', LIVE), dial: dialIn('customerGone') },
  wrapUp: { agent: agentIn('wrapUp', LIVE), dial: dialIn('wrapUp') },
  ended: { dial: dialIn('ended') },
  refused: { dial: dialIn('refused', { problem: { code: 'pauseTimedOut' } }) },
  unknown: { dial: dialIn('unknown', { problem: { code: 'screenHidden' }, canCancel: true }) },
  cancelled: { dial: dialIn('cancelled') },
};

/** What stands in the way, and what is under way. */
const TROUBLE = {
  pauseCodeBox: { screen: { ...SCREEN, boxes: ['pauseCode'] } },
  emptySession: { screen: { ...SCREEN, boxes: ['emptySession'] } },
  sessionLost: { screen: { ...SCREEN, alive: false, sessionLost: true } },
  leftPaused: {
    agent: agentIn('paused'),
    dial: dialIn('unknown', { problem: { code: 'screenHidden' }, canCancel: true, leftPaused: true }),
  },
  held: { dial: dialIn('accepted', { problem: { code: 'screenHeld', kind: 'pauseCode' }, canCancel: true }) },
  resumeIgnored: { problem: { code: 'resumeIgnored' } },
  pauseAfterCall: {
    agent: agentIn('talking', LIVE),
    dial: dialIn('talking'),
    pending: { kind: 'pause', pauseCode: 'LUNCH', afterCall: true },
  },
  wrapUpAndPause: {
    agent: agentIn('wrapUp', LIVE),
    dial: dialIn('wrapUp'),
    pending: { kind: 'pause', pauseCode: 'LUNCH', afterCall: true },
  },
  finishing: { agent: agentIn('wrapUp', LIVE), finish: { step: 'disposing', problem: null } },
  phoneGone: { isPhoneGone: true },
  listed: { dialList: LISTED },
  listedAfterCall: { dialList: LISTED, dial: dialIn('ended') },
  boxAfterCall: { screen: { ...SCREEN, boxes: ['pauseCode'] }, dial: dialIn('ended') },
  boxAndList: { screen: { ...SCREEN, boxes: ['pauseCode'] }, dialList: LISTED },
  boxAndListAfterCall: { screen: { ...SCREEN, boxes: ['pauseCode'] }, dial: dialIn('ended'), dialList: LISTED },
  sessionLostAfterCall: { screen: { ...SCREEN, alive: false, sessionLost: true }, dial: dialIn('ended') },
  emptySessionAfterCall: { screen: { ...SCREEN, boxes: ['emptySession'] }, dial: dialIn('ended'), dialList: LISTED },
  screenElsewhere: { screen: UNSEEN },
  refusedOrHeld: { dial: dialIn('refused', { problem: { code: 'screenRefusedOrHeld' } }) },
  screenSought: { dial: dialIn('accepted'), screen: UNSEEN },
} as const satisfies Record<string, Partial<PanelState>>;

const STATES: readonly (readonly [string, Partial<PanelState>])[] = [
  ...Object.entries(AGENT).map(([name, state]) => [`agent-${name}`, state] as const),
  ...Object.entries(DIAL).map(([name, state]) => [`dial-${name}`, state] as const),
  ...Object.entries(TROUBLE).map(([name, state]) => [`trouble-${name}`, state] as const),
];

/** Each state as it looks: the pictures lie in `.output/panel-states`. */
describe('the popup', () => {
  it.each(STATES)('fits into what a browser gives it, light and dark: %s', async (name, state) => {
    await page.viewport(POPUP.width, POPUP.height);
    showPanel({ ...SETTINGS, ...state });
    const root = document.documentElement;
    for (const scheme of ['light', 'dark']) {
      await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
      await page.screenshot({ path: `${FOLDER}/${name}-${scheme}.png` });
    }
    expect.soft(root.scrollWidth, 'width').toBeLessThanOrEqual(POPUP.width);
    expect.soft(root.scrollHeight, 'height').toBeLessThanOrEqual(POPUP.height);
  });

  it('shows what finishes a call without scrolling, with a call-back that is refused and in a call', async () => {
    await page.viewport(POPUP.width, POPUP.height);
    const bottomOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().bottom;
    const search = () => document.querySelector('[role=combobox]') as HTMLInputElement;
    showPanel({ ...SETTINGS, ...DIAL.wrapUp });
    await userEvent.fill(search(), 'callbk');
    await userEvent.fill(document.querySelector('[name=callback-at]') as HTMLInputElement, '2020-01-01T09:00');
    await userEvent.click(control('button', 'Finish, stay paused'));
    await page.screenshot({ path: `${FOLDER}/finish-call-back.png` });
    expect.soft(bottomOf('.tool-ends')).toBeLessThanOrEqual(POPUP.height);
    hide();
    showPanel({ ...SETTINGS, ...DIAL.talking });
    await userEvent.click(control('button', 'Finish'));
    await page.screenshot({ path: `${FOLDER}/finish-talking.png` });
    expect.soft(bottomOf('.call-tool select')).toBeLessThanOrEqual(POPUP.height);
    expect.soft(document.documentElement.scrollWidth, 'width').toBeLessThanOrEqual(POPUP.width);
  });
});
