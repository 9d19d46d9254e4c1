import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { CERTIFICATES } from '../steps/certificates.ts';
import { serveSecurely } from '../steps/secure-dialer.ts';
import { createControls } from './fixtures/controls.ts';
import { answerPermissionPrompt } from './fixtures/permission-prompt.ts';
import { expect, test } from './fixtures/test.ts';
import { trustFirstCertificate } from './fixtures/trusted-certificate.ts';

const HOST = 'secure.example';

test('a dialer whose certificate has changed to one that nobody vouches for gets no password, and the agent is told', async ({
  desk,
}) => {
  const { firefox } = desk;
  const dialer = await serveSecurely(CERTIFICATES.first, desk.dialer.url, 0);
  const { port } = dialer;
  await trustFirstCertificate(firefox, HOST, port);
  const panel = await firefox.openTab(firefox.url('popup.html'));
  const controls = createControls(panel);
  await controls.fill('Server address', `https://${HOST}:${port}`);
  await controls.fill('User', AGENT.user);
  await controls.fill('Password', AGENT.password);
  await controls.press('Connect');
  await answerPermissionPrompt(firefox, 'Allow');
  await controls.expectText('Sign out');
  expect(dialer.bodies.join()).toContain(AGENT.password);
  await dialer.close();

  const other = await serveSecurely(CERTIFICATES.second, desk.dialer.url, port);
  try {
    await panel.goto(firefox.url('popup.html'));
    await controls.expectText('No connection to the dialer');
    await controls.fill('Number to call', '+1 415 555 2671');
    await controls.press('Call');
    // It was asked, and the browser went away when it saw who answered.
    await controls.expectStage(/not known|Not called/);
    expect(other.refusals()).toBeGreaterThan(0);
    expect(other.bodies).toEqual([]);
  } finally {
    await other.close();
  }
});
