import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { CERTIFICATES } from '../steps/certificates.ts';
import { serveSecurely } from '../steps/secure-dialer.ts';
import type { Firefox } from './firefox.ts';
import { createControls } from './fixtures/controls.ts';
import { answerPermissionPrompt } from './fixtures/permission-prompt.ts';
import { expect, test } from './fixtures/test.ts';

const HOST = 'secure.example';

test('a dialer whose certificate has changed to one that nobody vouches for gets no password, and the agent is told', async ({
  desk,
}) => {
  const { firefox } = desk;
  const dialer = await serveSecurely(CERTIFICATES.first, desk.dialer.url, 0);
  const { port } = dialer;
  await trust(firefox, CERTIFICATES.first.cert, port);
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

/** Has the browser trust one certificate for the host and port, as a person can who is warned of it; no other. */
function trust({ chrome }: Firefox, pem: string, port: number): Promise<void> {
  const base64 = pem.replace(/-----[A-Z ]+-----|\n/g, '');
  return chrome.inspect(addException, base64, HOST, port);
}

interface CertificateServices {
  readonly Cc: Readonly<
    Record<
      string,
      {
        getService(id: unknown): {
          constructX509FromBase64(base64: string): unknown;
          rememberValidityOverride(
            host: string,
            port: number,
            attributes: object,
            certificate: unknown,
            isTemporary: boolean,
          ): void;
        };
      }
    >
  >;
  readonly Ci: Readonly<Record<string, unknown>>;
}

// Runs in the browser's window and sees nothing of this file.
function addException(base64: string, host: string, port: number): void {
  const { Cc, Ci } = globalThis as unknown as CertificateServices;
  const database = Cc['@mozilla.org/security/x509certdb;1']?.getService(Ci.nsIX509CertDB);
  const overrides = Cc['@mozilla.org/security/certoverride;1']?.getService(Ci.nsICertOverrideService);
  overrides?.rememberValidityOverride(host, port, {}, database?.constructX509FromBase64(base64), true);
}
