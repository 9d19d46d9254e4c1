import { CERTIFICATES } from '../steps/certificates.ts';
import { serveSecurely } from '../steps/secure-dialer.ts';
import { AGENT } from './fixtures/demo-agent.ts';
import { openPopupPage } from './fixtures/popup-page.ts';
import { expect, test } from './fixtures/test.ts';

test('a dialer whose certificate has changed to one that nobody vouches for gets no password, and the agent is told', async ({
  desk,
}) => {
  const dialer = await serveSecurely(CERTIFICATES.first, desk.dialer.url, 0);
  const { port } = dialer;
  const popup = await openPopupPage(desk.extension);
  await popup.signIn({ server: `https://secure.example:${port}`, user: AGENT.user, password: AGENT.password });
  await popup.expectSignedIn();
  expect(dialer.bodies.join()).toContain(AGENT.password);
  await dialer.close();

  const other = await serveSecurely(CERTIFICATES.second, desk.dialer.url, port);
  try {
    await popup.page.reload();
    await popup.expectText('No connection to the dialer');
    await popup.dial('+1 415 555 2671');
    await popup.page.waitForTimeout(2_000);
    expect(other.bodies).toEqual([]);
    // It was asked, and the browser went away when it saw who answered.
    expect(other.refusals()).toBeGreaterThan(0);
  } finally {
    await other.close();
  }
});
