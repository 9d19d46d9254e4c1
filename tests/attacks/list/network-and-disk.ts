import { AGENT } from '../../e2e/fixtures/demo-agent.ts';
import { CERTIFICATES } from '../../steps/certificates.ts';
import { serveSecurely } from '../../steps/secure-dialer.ts';
import type { Attack } from '../attack.ts';
import { standInForDialer } from '../scene/impostor.ts';
import { type Scene, signInTo } from '../scene/scene.ts';

const group = 'The network listens, the disk is stolen';

/** The agent is signed in over https, at a port that is free again afterwards, and the browser lets Dialside reach that name in every way. */
async function signInSecurely(scene: Scene): Promise<number> {
  const dialer = await serveSecurely(CERTIFICATES.first, scene.dialer.url, 0);
  const server = `https://secure.example:${dialer.port}`;
  await scene.trustFirstCertificate(dialer.port);
  for (const address of [server, scene.web.publish('<title>x</title>', 'secure.example')])
    await scene.switchSite(await scene.open(address));
  const reply = JSON.stringify(await scene.ask('session.signIn', signInTo(server)));
  if (!reply.startsWith('{"value":{"ok":true')) throw new Error(`The agent could not sign in over https: ${reply}`);
  await dialer.close();
  return dialer.port;
}

export const networkAndDisk: readonly Attack[] = [
  {
    group,
    name: 'reading the password in addresses, as servers and proxies log them',
    defence: 'everything is in the body of a POST',
    async run(scene) {
      await scene.ask('agent.refresh');
      if (scene.dialer.requests.length === 0) throw new Error('Nothing was sent.');
      return scene.dialer.requests.some(({ address }) => address.includes(AGENT.password));
    },
  },
  {
    group,
    name: 'reading the password on disk, or synchronised',
    defence: 'it is kept in memory alone',
    async run(scene) {
      const stored = await scene.panel.evaluate(
        'Promise.all([chrome.storage.local.get(), chrome.storage.sync.get()]).then(JSON.stringify)',
      );
      return String(stored).includes(AGENT.password);
    },
  },
  {
    group,
    name: 'reading the password on its way to a public server without encryption',
    defence: 'http is taken for this machine, and on the agent’s word for private networks, alone',
    async run(scene) {
      await scene.ask('session.signIn', signInTo(`http://crm.example:${scene.dialer.port}`));
      return scene.dialer.requests.some(({ host, parameters }) => host === 'crm.example' && parameters.has('pass'));
    },
  },
  {
    group,
    name: 'leading a public name to this machine, so that it passes for one that needs no encryption (DNS rebinding)',
    defence: 'what may go unencrypted is told by the name that was entered, never by the address it leads to',
    async run(scene) {
      // Leads to this machine, as an enemy's name server may have it lead anywhere. The agent has turned Dialside on there, so
      // that the browser lets requests through.
      await scene.switchSite(await scene.open(scene.web.publish('<title>x</title>', 'rebound.example')));
      await scene.ask('session.signIn', signInTo(`http://rebound.example:${scene.dialer.port}`));
      return scene.dialer.requests.some(({ host, parameters }) => host === 'rebound.example' && parameters.has('pass'));
    },
  },
  {
    group,
    name: 'answering in the dialer’s place: with another certificate, and without encryption to whoever tries that next',
    defence: 'the browser turns the certificate away, and nothing is ever asked without encryption instead',
    async run(scene) {
      const impostor = await standInForDialer(scene, await signInSecurely(scene));
      try {
        await scene.ask('agent.refresh');
        if (impostor.refusals() === 0) throw new Error('The impostor was not asked.');
        const told = scene.web.requests('secure.example').map(({ url, body }) => url + body);
        return told.some((text) => text.includes(AGENT.password));
      } finally {
        await impostor.close();
      }
    },
  },
];
