import { chooseFromMenu } from './fixtures/context-menu.ts';
import { expect, test } from './fixtures/test.ts';

test('a selected number is dialled by right-click on a page Dialside may not read', async ({ desk }) => {
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  await desk.openCrm();
  await chooseFromMenu(desk.extension, { menuItemId: 'dialSelection', selectionText: '(415) 555-0132' });
  await popup.expectStage('Talking');
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ phone_code: '1', value: '4155550132' });
});

test('a tel: link is dialled after Dialside has shown its number and the agent has agreed', async ({ desk }) => {
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  await desk.openCrm('contact.html');
  const opening = desk.extension.context.waitForEvent('page');
  await chooseFromMenu(desk.extension, { menuItemId: 'dialLink', linkUrl: 'tel:+14155550158' });
  const window = await opening;
  await expect(window.getByText('+1 415 555 0158')).toBeVisible();
  await desk.expectDialRequests(0);
  await window.getByRole('button', { name: 'Call', exact: true }).click();
  await popup.expectStage('Talking');
  await desk.expectDialRequests(1);
});

test('a tel: link is not dialled when the agent declines', async ({ desk }) => {
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  await desk.openCrm('contact.html');
  const opening = desk.extension.context.waitForEvent('page');
  await chooseFromMenu(desk.extension, { menuItemId: 'dialLink', linkUrl: 'tel:+14155550158' });
  await (await opening).getByRole('button', { name: 'Don’t call' }).click();
  await popup.expectStage('Cancelled');
  await desk.expectDialRequests(0);
});

test('a premium-rate number is dialled only after a question, which the popup shows again without asking twice', async ({
  desk,
}) => {
  await desk.openAgentScreen();
  const popup = await desk.signIn();
  const questions = () => desk.extension.context.pages().filter((page) => page.url().includes('/confirm.html'));
  const opening = desk.extension.context.waitForEvent('page');
  await popup.dial('+1 900 555 1234');
  const window = await opening;
  await expect(window.getByText('Premium-rate number: the call may be very expensive.')).toBeVisible();
  await popup.expectStage('Waiting for your answer');
  await popup.page.getByRole('button', { name: 'Show question' }).click();
  await popup.expectStage('Waiting for your answer');
  expect(questions()).toEqual([window]);
  await desk.expectDialRequests(0);
  await window.getByRole('button', { name: 'Call', exact: true }).click();
  await desk.expectDialRequests(1);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ phone_code: '1', value: '9005551234' });
});
