import { type CallDesk, DIGITS, followOneAgent, NUMBER, test } from './fixtures/call-desk.ts';
import { AGENT } from './fixtures/demo-agent.ts';
import { expect } from './fixtures/test.ts';

const COLLEAGUE = '7275550188';
/** Of a test in which the one before has left a colleague with a customer. */
const OTHER_COLLEAGUE = '7275550189';

followOneAgent();

/** Puts a lead on the agent's screen, as a CRM of the company may. */
function preview({ desk }: CallDesk): Promise<Response> {
  return fetch(`${desk.dialer.url}/agc/api.php`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ source: 'test', user: AGENT.user, pass: AGENT.password, agent_user: AGENT.user, focus: 'NO' },
      ...{ function: 'external_dial', value: DIGITS, phone_code: '1', search: 'YES', preview: 'YES' },
    }),
  });
}

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

test('a third person is hung up, and the customer stays', async ({ at }) => {
  await at.talk();
  await at.button('Transfer').first().click();
  await at.field('Number to bring in or transfer to').fill(OTHER_COLLEAGUE);
  await at.button('Three-way call').click();
  // Nobody tells whether he has answered.
  await at.popup.expectText('Third person called');
  const stateOf = (digits: string) =>
    at.desk.dialer.telephone.calls().find(({ number }) => number.endsWith(digits))?.state;
  await expect.poll(() => stateOf(OTHER_COLLEAGUE)).toBe('answered');
  // It has no effect before the agent screen has noticed the answer, so it stays there to be pressed again.
  await expect(async () => {
    await at.button('Hang up third person').click();
    expect(stateOf(OTHER_COLLEAGUE)).toBeUndefined();
  }).toPass();
  expect(stateOf(DIGITS)).toBe('answered');
  await at.popup.expectStage('Talking');
  expect(at.commands()).toContain('transfer_conference HANGUP_XFER');
  await at.button('Hang up').click();
  await at.popup.expectStage('Wrap-up');
  await at.finish('NI', 'Finish, stay paused');
  await at.expectFree('PAUSED');
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
  await preview(at);
  await at.popup.expectText('Previewing a lead');
  await at.button('Skip').click();
  await expect.poll(() => at.live()?.external_dial).toBe('');
  await at.popup.expectText('Paused');
  await preview(at);
  await at.popup.expectText('Previewing a lead');
  await at.button('Dial').click();
  await at.popup.expectText('Talking');
  await at.finish('NI', 'Finish, stay paused');
  await at.expectFree('PAUSED');
});

test('of a lead on preview the alternative number is dialled', async ({ at }) => {
  Object.assign(at.campaign(), { alt_number_dialing: 'Y' });
  for (const lead of at.desk.dialer.world.leads)
    if (lead.phone_number === DIGITS) Object.assign(lead, { alt_phone: COLLEAGUE });
  await preview(at);
  await at.popup.expectText('Previewing a lead');
  await at.button('Alternative number').click();
  await at.popup.expectText('Talking');
  expect(at.commands()).toContain('preview_dial_action ALTDIAL');
  expect(at.desk.dialer.telephone.calls().at(-1)?.number).toMatch(new RegExp(`${COLLEAGUE}$`));
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
