import { DIGITS, followOneAgent, NUMBER, test } from './fixtures/call-desk.ts';
import { AGENT } from './fixtures/demo-agent.ts';
import { expect } from './fixtures/test.ts';

const COLLEAGUE = '7275550188';

followOneAgent();

test('a third person is brought in and left with the customer', async ({ at }) => {
  await at.talk();
  await at.button('Transfer').first().click();
  await at.field('Number to bring in or transfer to').fill(COLLEAGUE);
  await at.button('Three-way call').click();
  await expect.poll(() => at.desk.dialer.telephone.calls().length).toBe(2);
  await at.button('Leave the call').click();
  await at.popup.expectStage('Wrap-up');
  await at.finish('NI', 'Finish, stay paused');
  await at.expectFree('PAUSED');
  expect(at.commands()).toEqual(
    expect.arrayContaining(['transfer_conference DIAL_WITH_CUSTOMER', 'external_status NI']),
  );
});

for (const [name, label, value] of [
  ['another number', 'Transfer and leave', 'BLIND_TRANSFER'],
  ['an in-group', 'Transfer', 'LOCAL_CLOSER'],
] as const) {
  test(`a customer is handed to ${name}`, async ({ at }) => {
    await at.talk();
    await at.button('Transfer').first().click();
    await at.field('Number to bring in or transfer to').fill(COLLEAGUE);
    await at.button(label).last().click();
    await at.popup.expectStage('Wrap-up');
    expect(at.commands()).toContain(`transfer_conference ${value}`);
    await at.finish('NI', 'Finish, stay paused');
    await at.expectFree('PAUSED');
  });
}

test('a call that rings in vain is told, and ended by the agent', async ({ at }) => {
  at.desk.dialer.telephone.setDefaultPlan({ outcome: 'noAnswer' });
  await at.popup.dial(NUMBER);
  await at.popup.expectStage('Ringing');
  await at.popup.expectText('Nobody answered, and the dialer has given up.');
  at.desk.dialer.telephone.setDefaultPlan({ outcome: 'answered' });
  await at.button('Hang up').click();
  await at.popup.expectStage('Wrap-up');
  await at.finish('NI', 'Finish, stay paused');
  await at.expectFree('PAUSED');
});

test('a lead on preview is skipped, and another one dialled', async ({ at }) => {
  const preview = () =>
    fetch(`${at.desk.dialer.url}/agc/api.php`, {
      method: 'POST',
      body: new URLSearchParams({
        ...{ source: 'test', user: AGENT.user, pass: AGENT.password, agent_user: AGENT.user, focus: 'NO' },
        ...{ function: 'external_dial', value: DIGITS, phone_code: '1', search: 'YES', preview: 'YES' },
      }),
    });
  await preview();
  await at.popup.expectText('Previewing a lead');
  await at.button('Skip').click();
  await expect.poll(() => at.live()?.external_dial).toBe('');
  await at.popup.expectText('Paused');
  await preview();
  await at.popup.expectText('Previewing a lead');
  await at.button('Dial').click();
  await at.popup.expectText('Talking');
  await at.finish('NI', 'Finish, stay paused');
  await at.expectFree('PAUSED');
});

test('a manual campaign ignores "Go ready" and a phone out of the session holds calls: each is told with its way out', async ({
  at,
}) => {
  Object.assign(at.campaign(), { dial_method: 'MANUAL', auto_dial_level: '0' });
  await at.screen.page.goto(`${at.desk.dialer.url}/control/screen?user=${AGENT.user}&joins=never`);
  await at.screen.page.locator('#CloserSelectBox').getByText('SUBMIT').click();
  await at.popup.expectText('Paused');
  await at.button('Go ready').click();
  await at.popup.expectText('You are not ready: a manual campaign keeps you paused.');
  // What the agent does next takes the place of what was said of the last.
  await at.choose(at.button('Choose a pause code'), /Lunch break/);
  const problem = at.popup.page.locator('.problem');
  // After 17 polls without the phone (agent-screen.md 3.3).
  await expect(problem).toContainText('Your phone is not in the session', { timeout: 120_000 });
  await expect(problem.getByRole('button')).toHaveText(['Show agent screen', 'Ring my phone', 'Webphone']);
  await problem.getByRole('button', { name: 'Ring my phone' }).click();
  await expect.poll(at.commands).toContain('call_agent CALL');
  // The phone has been rung: what is left to do is on the agent screen.
  await expect(problem.getByRole('button')).toHaveText(['Show agent screen']);
});
