import { createServer } from 'node:http';
import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import type { Firefox } from './firefox.ts';
import { createControls } from './fixtures/controls.ts';
import { answerPermissionPrompt } from './fixtures/permission-prompt.ts';
import { expect, test } from './fixtures/test.ts';

// Of a private network that this machine need not have: a proxy stands for what would answer there.
const DIALER = 'http://192.168.77.7';

test('a dialer in a private network without encryption is spoken to as the agent has agreed', async ({ desk }) => {
  const { firefox } = desk;
  const asked: string[] = [];
  const proxy = createServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`);
    answer.writeHead(503).end();
  });
  // What is led to https instead comes as a tunnel.
  proxy.on('connect', ({ url }, socket) => {
    asked.push(`CONNECT ${url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const bound = proxy.address();
  await leadThere(firefox, typeof bound === 'object' ? (bound?.port ?? 0) : 0);
  try {
    const panel = await firefox.openTab(firefox.url('popup.html'));
    const controls = createControls(panel);
    await controls.fill('Server address', DIALER);
    await controls.fill('User', AGENT.user);
    await controls.fill('Password', AGENT.password);
    await controls.press('Connect');
    await controls.check('I am on this network and accept that the password travels unencrypted.');
    await controls.press('Connect');
    await answerPermissionPrompt(firefox, 'Allow');
    await expect.poll(() => asked, { timeout: 20_000 }).toContain(`POST ${DIALER}/agc/api.php`);
    expect(asked.filter((one) => one.startsWith('CONNECT'))).toEqual([]);
  } finally {
    await leadThere(firefox, null);
    proxy.close();
  }
});

/** Has the browser ask that proxy for the dialer's address, and for nothing else; null: for nothing. */
function leadThere({ chrome }: Firefox, port: number | null): Promise<void> {
  const script = `function FindProxyForURL(url, host) { return host === '192.168.77.7' ? 'PROXY 127.0.0.1:${port}' : 'DIRECT'; }`;
  return chrome.inspect(
    setProxy,
    port === null ? null : `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(script)}`,
  );
}

// The function runs in the browser's window and sees nothing of this file.
declare const Services: {
  readonly prefs: {
    setIntPref(name: string, value: number): void;
    setStringPref(name: string, value: string): void;
    clearUserPref(name: string): void;
  };
};

function setProxy(script: string | null): void {
  const { prefs } = Services;
  if (script === null) {
    for (const name of ['type', 'autoconfig_url']) prefs.clearUserPref(`network.proxy.${name}`);
    return;
  }
  prefs.setStringPref('network.proxy.autoconfig_url', script);
  prefs.setIntPref('network.proxy.type', 2);
}
