import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** As whom the bare extension dials: nobody, so that its requests are told apart and start no call. */
export const BARE_AGENT = 'bare';

/** Where its button stands in the page's window: a square in the upper left corner. */
export const BARE_BUTTON = { label: '', box: { x: 0, y: 0, width: 24, height: 24 } } as const;

/** The least an extension has to do for a call: one button, one message, one request. */
export async function writeBareExtension(dialerUrl: string): Promise<AsyncDisposable & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'dialside-bare-'));
  const files = {
    'manifest.json': JSON.stringify(MANIFEST),
    'content.js': CONTENT,
    'background.js': `const address = '${dialerUrl}/agc/api.php';\n${BACKGROUND}`,
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

const MANIFEST = {
  manifest_version: 3,
  name: 'Bare',
  version: '1',
  permissions: ['storage'],
  host_permissions: ['http://127.0.0.1/*'],
  background: { service_worker: 'background.js' },
  content_scripts: [
    { matches: ['http://crm.example/*'], js: ['content.js'], run_at: 'document_idle', all_frames: true },
  ],
};

const CONTENT = `{
  const host = document.createElement('bare-host');
  const button = document.createElement('button');
  button.style.cssText = 'all: initial; position: fixed; inset: 0 auto auto 0; width: 24px; height: 24px; background: red';
  button.addEventListener('click', ({ isTrusted }) => {
    if (isTrusted) chrome.runtime.sendMessage('4155550132');
  });
  host.attachShadow({ mode: 'closed' }).append(button);
  document.documentElement.append(host);
}`;

const BACKGROUND = `chrome.runtime.onMessage.addListener((value, _, respond) => {
  const body = new URLSearchParams({
    function: 'external_dial', source: 'bare', user: 'bare', pass: 'bare', agent_user: '${BARE_AGENT}',
    value, phone_code: '1', search: 'YES', preview: 'NO', focus: 'NO',
  });
  fetch(address, { method: 'POST', body, credentials: 'omit', cache: 'no-store' })
    .then((answer) => answer.text())
    .then(respond);
  return true;
});`;
