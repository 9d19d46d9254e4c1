import type { Fault } from '../simulator/faults.ts';
import type { StepDesk, StepPage, StepPanel, Steps } from './step-desk.ts';

const NUMBER = '(415) 555-0132';
const OTHER_NUMBER = '+1 212-555-0187';

const NOT_CALLED = /not known|Not called/;
const TO_DIAL = { function: 'external_dial' } as const;

export const oneClickOneCall: Steps = {
  async 'two clicks in a row are one call'(desk) {
    const { crm, panel } = await sitDown(desk);
    await crm.press(NUMBER, 2);
    await panel.expectStage('Talking');
    await desk.expectDialRequests(1);
  },

  async 'a click in another tab while the request of the first is on its way is none'(desk) {
    const { crm, panel } = await sitDown(desk);
    const other = await desk.openCrm();
    await other.expectLabel(OTHER_NUMBER, 'Call +1 212 555 0187');
    desk.dialer.faults.add({ match: TO_DIAL, fault: { kind: 'delayAfter', ms: 4000 } });
    const arriving = desk.dialer.log.next(TO_DIAL);
    await crm.press(NUMBER);
    await arriving;
    await other.press(OTHER_NUMBER);
    await panel.expectStage('Talking');
    await desk.expectDialRequests(1);
  },

  async 'a click wakes a stopped background and is one call'(desk) {
    const { crm, panel } = await sitDown(desk);
    await crm.expectLabel(NUMBER, 'Call +1 415 555 0132');
    // Its port would wake the background before the click does.
    await panel.close();
    await desk.stopBackground();
    await crm.press(NUMBER);
    await desk.expectDialRequests(1);
    await crm.expectLabel(NUMBER, 'Talking');
  },

  async 'a background stopped while the request is on its way does not send it again'(desk) {
    const { crm, panel } = await sitDown(desk);
    desk.dialer.faults.add({ match: TO_DIAL, fault: { kind: 'delayAfter', ms: 3000 } });
    const arriving = desk.dialer.log.next(TO_DIAL);
    await crm.press(NUMBER);
    await arriving;
    await desk.stopBackground();
    await panel.expectStage('Talking');
    await desk.expectDialRequests(1);
  },

  async 'a background stopped while the customer rings follows the call when it wakes'(desk) {
    const { crm, panel } = await sitDown(desk);
    desk.dialer.telephone.setDefaultPlan({ outcome: 'noAnswer' });
    await crm.press(NUMBER);
    await panel.expectStage('Ringing');
    await desk.stopBackground();
    desk.dialer.telephone.answer();
    await panel.expectStage('Talking');
    await crm.expectLabel(NUMBER, 'Talking');
    await desk.expectDialRequests(1);
  },

  async 'a dialer that is down is said to be down, and gets no request when it is back'(desk) {
    const { crm, panel } = await sitDown(desk);
    for (const path of ['/agc/api.php', '/vicidial/non_agent_api.php']) {
      desk.dialer.faults.add({ match: { path }, fault: { kind: 'dropConnection', takesEffect: false } });
    }
    await crm.press(NUMBER);
    await panel.expectText('No connection to the dialer');
    await panel.expectStage(/not known|Not called/);
    desk.dialer.faults.clear();
    await desk.expectDialRequests(1);
  },
};

/** What goes wrong between the request and its answer, and what the agent is told once live status has been read. */
export const DIALER_FAULTS: Readonly<Record<string, { readonly fault: Fault; readonly stage: RegExp }>> = {
  'answers after the timeout': { fault: { kind: 'delayAfter', ms: 12_000 }, stage: /Talking/ },
  'never answers, but dials': { fault: { kind: 'neverAnswer', takesEffect: true }, stage: /Talking/ },
  'never answers and does not dial': { fault: { kind: 'neverAnswer', takesEffect: false }, stage: NOT_CALLED },
  'drops the connection after it dialled': { fault: { kind: 'dropConnection', takesEffect: true }, stage: /Talking/ },
  'drops the connection before it dials': { fault: { kind: 'dropConnection', takesEffect: false }, stage: NOT_CALLED },
  'answers with a server error': { fault: { kind: 'httpStatus', status: 502 }, stage: NOT_CALLED },
  'answers with a page of something else': { fault: { kind: 'html' }, stage: NOT_CALLED },
  'answers in another language': { fault: { kind: 'translated', word: 'EXITO' }, stage: /Talking/ },
  'sends the answer byte by byte': { fault: { kind: 'slowBytes', gapMs: 20 }, stage: /Talking/ },
  redirects: { fault: { kind: 'redirect', to: 'https://elsewhere.example/' }, stage: NOT_CALLED },
};

/** Each at a desk of its own. */
export const faultyDialers: Steps = Object.fromEntries(
  Object.entries(DIALER_FAULTS).map(([name, { fault, stage }]) => [
    `a dialer that ${name} gets one request`,
    async (desk: StepDesk) => {
      const { crm, panel } = await sitDown(desk);
      desk.dialer.faults.add({ match: TO_DIAL, fault });
      await crm.press(NUMBER);
      await panel.expectStage(stage);
      await desk.expectDialRequests(1);
    },
  ]),
);

/** Signed in, the agent screen and the CRM open, the CRM enabled and in front. */
async function sitDown(desk: StepDesk): Promise<{ crm: StepPage; panel: StepPanel }> {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  const crm = await desk.openCrm();
  await desk.enableSite(crm);
  return { crm, panel };
}
