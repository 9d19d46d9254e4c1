import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { eventually } from '../patience.ts';
import { type CallDesk, type CallSteps, DIGITS, NUMBER } from './call-desk.ts';

const ALTERNATIVE = '7275550188';

/** What an agent does with calls that are not answered, and with leads that somebody else puts on his screen. */
export const callPreviews: CallSteps = {
  async 'a call that rings in vain is told, and ended by the agent'(at) {
    at.dialer.telephone.setDefaultPlan({ outcome: 'noAnswer' });
    await at.panel.dial(NUMBER);
    await at.panel.expectStage('Ringing');
    await at.panel.expectText('Nobody answered, and the dialer has given up.');
    at.dialer.telephone.setDefaultPlan({ outcome: 'answered' });
    await at.panel.press('Hang up');
    await at.panel.expectStage('Wrap-up');
    await at.wrapUp();
  },

  async 'a lead on preview is skipped, and another one dialled'(at) {
    const called = () => at.dialer.telephone.calls().map(({ number }) => number);
    const before = called();
    await preview(at);
    await at.panel.expectText('Previewing a lead');
    await at.panel.press('Skip');
    await eventually(() => equal(at.live()?.external_dial, ''));
    await at.panel.expectText('Paused');
    deepEqual(called(), before);
    await preview(at);
    await at.panel.expectText('Previewing a lead');
    await at.panel.press('Call lead');
    await at.panel.expectText('Talking');
    deepEqual(called(), [...before, `1${DIGITS}`]);
    await at.wrapUp();
  },

  async 'of a lead on preview the alternative number is dialled'(at) {
    Object.assign(at.campaign(), { alt_number_dialing: 'Y' });
    for (const lead of at.dialer.world.leads)
      if (lead.phone_number === DIGITS) Object.assign(lead, { alt_phone: ALTERNATIVE });
    await preview(at);
    await at.panel.expectText('Previewing a lead');
    await at.panel.press('Alternative number');
    await at.panel.expectText('Talking');
    ok(at.commands().includes('preview_dial_action ALTDIAL'));
    match(at.dialer.telephone.calls().at(-1)?.number ?? '', new RegExp(`${ALTERNATIVE}$`));
    await at.wrapUp();
  },

  async 'a manual campaign ignores "Go ready" and a phone out of the session holds calls: each is told with its way out'(
    at,
  ) {
    const waysOut = () =>
      at.panel.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.problem button')].map(({ textContent }) => textContent),
      );
    Object.assign(at.campaign(), { dial_method: 'MANUAL', auto_dial_level: '0' });
    await at.screen.comeBackWithoutPhone();
    await at.panel.expectText('Paused');
    await at.panel.press('Go ready');
    await at.panel.expectText('You are not ready: a manual campaign keeps you paused.');
    // What the agent does next takes the place of what was said of the last.
    await at.panel.choose('Choose a pause code', 'Lunch break');
    // After 17 polls without the phone (agent-screen.md 3.3).
    await eventually(async () => match(await at.panel.textOf('.problem'), /Your phone is not in the session/), 120_000);
    deepEqual(await waysOut(), ['Show agent screen', 'Ring my phone', 'Webphone']);
    await at.panel.press('Ring my phone', { within: '.problem' });
    await eventually(() => ok(at.commands().includes('call_agent CALL')));
    // The phone has been rung: what is left to do is on the agent screen.
    await eventually(async () => deepEqual(await waysOut(), ['Show agent screen']));
  },
};

/** Puts a lead on the agent's screen, as another program of the company may. */
async function preview({ dialer }: CallDesk): Promise<void> {
  const answer = await fetch(`${dialer.url}/agc/api.php`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ source: 'test', user: AGENT.user, pass: AGENT.password, agent_user: AGENT.user, focus: 'NO' },
      ...{ function: 'external_dial', value: DIGITS, phone_code: '1', search: 'YES', preview: 'YES' },
    }),
  });
  match(await answer.text(), /SUCCESS/);
}
