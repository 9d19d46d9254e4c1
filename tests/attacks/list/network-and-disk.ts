import { AGENT } from '../../e2e/fixtures/demo-agent.ts';
import type { Attack } from '../attack.ts';
import { signInTo } from '../scene/scene.ts';

const group = 'The network listens, the disk is stolen';

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
];
