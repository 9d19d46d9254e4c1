import { followOneAgent, test } from './fixtures/call-desk.ts';
import { expect } from './fixtures/test.ts';

followOneAgent();

test('the box that asks for a pause code is closed by one of the list', async ({ at }) => {
  // First of all: for some seconds a finished call keeps the agent paused against his screen.
  await at.screen.goReady();
  await at.expectFree('READY');
  await at.screen.pause();
  await at.popup.expectText('The agent screen asks for a pause code');
  await at.choose(at.popup.page.locator('.problem').getByRole('button', { name: 'Choose pause code' }), /Lunch break/);
  await expect(at.screen.page.locator('#PauseCodeSelectBox')).toBeHidden();
  await expect.poll(() => at.live()?.pause_code).toBe('LUNCH');
});

test('a call is finished with its disposition and the agent stays paused, with the code of the pause', async ({
  at,
}) => {
  await at.talk();
  await at.finish('SALE', 'Finish, stay paused');
  await at.popup.expectText('Call finished');
  await at.expectFree('PAUSED');
  const order = at.commands();
  expect(order.indexOf('external_pause PAUSE')).toBeLessThan(order.indexOf('external_hangup 1'));
  expect(order.indexOf('external_hangup 1')).toBeLessThan(order.indexOf('external_status SALE'));
  expect(at.lead()?.status).toBe('SALE');
});

test('a wrap-up is finished with a call-back in the dialer’s time, and the next call may come', async ({ at }) => {
  await at.talk();
  await at.screen.hangUp();
  await at.popup.expectStage('Wrap-up');
  await at.popup.page.getByRole('combobox').first().fill('CALLBK');
  await at.field('Call back at (dialer’s time)').fill('2031-03-09T14:30');
  await at.field('Comment').fill('after lunch');
  await at.button('Finish, next call').click();
  await at.expectFree('READY');
  const kept = at.desk.dialer.world.callbacks.find(({ lead_id }) => lead_id === at.lead()?.lead_id);
  expect(kept).toMatchObject({ callback_time: '2031-03-09 14:30:00', recipient: 'USERONLY', comments: 'after lunch' });
});

test('a pause asked for in a call comes after it', async ({ at }) => {
  await at.talk();
  await at.button('Pause after this call').click();
  await at.popup.expectText('Pauses after this call');
  await at.screen.hangUp();
  await at.screen.setDisposition('No Answer');
  await at.expectFree('PAUSED');
  await at.popup.expectText('Paused');
});

test('a customer is held and taken back, tones and a recording reach him, and the queue is counted', async ({ at }) => {
  await at.talk();
  await at.button('Hold').click();
  await at.popup.expectText('Customer on hold');
  await expect.poll(() => at.desk.dialer.world.parked_channels.length).toBe(1);
  await at.button('Take back').click();
  await expect.poll(() => at.desk.dialer.world.parked_channels.length).toBe(0);
  await at.popup.expectStage('Talking');

  await at.button('Tones').click();
  for (const tones of ['12#', '3']) {
    await at.field('Tones to send').fill(tones);
    await at.button('Send').click();
    await at.popup.expectText(`Sent: ${tones}`);
  }
  // The second has not overwritten the first in the dialer's one field for them.
  await expect.poll(() => at.desk.dialer.telephone.tones.map(({ tones }) => tones)).toEqual(['12#', '3']);

  await at.button('Record').click();
  await expect(at.button('Stop recording')).toBeVisible();
  await at.button('Stop recording').click();
  await expect(at.button('Record')).toBeVisible();

  await at.choose(at.popup.page.getByRole('button', { name: /^1000 ·/ }), 'Calls waiting in queue');
  await at.popup.expectText(/Calls waiting: \d/);
  await at.finish('NI', 'Finish, stay paused');
  await at.expectFree('PAUSED');
});

test('the agent is logged out of the dialer', async ({ at }) => {
  await at.choose(at.popup.page.getByRole('button', { name: /^1000 ·/ }), 'Log out of the dialer');
  await at.popup.expectText('Not logged in to the agent screen');
  // The watched screen says so before its own request to be logged out has reached the dialer.
  await expect.poll(() => at.live()).toBeUndefined();
});
