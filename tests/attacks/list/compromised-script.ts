import { panelRequestSchemas } from '../../../lib/messages/requests.ts';
import { AGENT } from '../../e2e/fixtures/demo-agent.ts';
import type { Attack } from '../attack.ts';
import { baitHtml, firstButton, layBait, numberOf } from '../scene/bait.ts';
import { type Scene, signInTo } from '../scene/scene.ts';
import type { IsolatedWorld } from '../scene/scene-page.ts';

const group = 'A content script was taken over';

/** A page whose renderer belongs to the enemy: he sends what he likes in the content script's name. */
async function takeOver(scene: Scene): Promise<IsolatedWorld> {
  const { page } = await layBait(scene, 70);
  return page.isolatedWorld();
}

function takenOver(run: (world: IsolatedWorld, scene: Scene) => Promise<boolean>): Attack['run'] {
  return async (scene) => run(await takeOver(scene), scene);
}

/** What is in a reply; empty for none and for a refusal. */
const contentOf = (reply: unknown) => JSON.stringify(reply ?? null);

const PAGES_ONLY = 'only Dialside’s own pages may ask, by what the browser says of the sender';
const CLOSED = 'every storage area is closed to content scripts';
const OWN_DATABASE = 'what is kept lies in a database of Dialside’s own origin, and nothing in the storage areas';
/** Everything that a content script can read of what outlives the browser. */
const ALL_KEPT = `Promise.all(['local', 'sync'].map((area) => chrome.storage[area]?.get().catch(String))).then(JSON.stringify)`;
const PREMIUM = '+19002345678';

const requested = async (scene: Scene, name: string) => {
  await scene.panel.waitForTimeout(500);
  return scene.dialer.requests.some((request) => request.function === name);
};

export const compromisedScript: readonly Attack[] = [
  {
    group,
    name: 'asking for the agent’s state and call history',
    defence: PAGES_ONLY,
    run: takenOver(async (world) => contentOf(await world.send('panel.state', null)).includes('history')),
  },
  {
    group,
    name: 'pausing the agent',
    defence: PAGES_ONLY,
    run: takenOver(async (world, scene) => {
      await world.send('agent.pause', { pauseCode: null });
      return requested(scene, 'external_pause');
    }),
  },
  {
    group,
    name: 'hanging up, sending tones, transferring',
    defence: PAGES_ONLY,
    run: takenOver(async (world, scene) => {
      for (const name of ['agent.hangUp', 'call.queueCount']) await world.send(name, null);
      return (await requested(scene, 'external_hangup')) || requested(scene, 'calls_in_queue_count');
    }),
  },
  {
    group,
    name: 'dialling as the dial pad does',
    defence: PAGES_ONLY,
    run: takenOver(async (world, scene) => {
      await world.send('dial.start', { text: numberOf(71).e164 });
      return (await scene.dialled()).length > 0;
    }),
  },
  {
    group,
    name: 'sending every request there is for Dialside’s own pages: panel, options, supervisor, window about a number',
    defence: PAGES_ONLY,
    run: takenOver(async (world) => {
      // One that is answered is enough for him: the rest is left undone.
      for (const name of Object.keys(panelRequestSchemas)) {
        if (contentOf(await world.send(name, null)) !== '{"error":"refused"}') return true;
      }
      return false;
    }),
  },
  {
    group,
    name: 'opening the feed of the panel',
    defence: PAGES_ONLY,
    run: takenOver(async (world) => {
      const heard = await world.evaluate(`new Promise((resolve) => {
        const port = chrome.runtime.connect({ name: 'panel' });
        port.onMessage.addListener((state) => resolve(JSON.stringify(state)));
        port.onDisconnect.addListener(() => resolve(''));
        setTimeout(resolve, 1000, '');
      })`);
      return heard.includes('history');
    }),
  },
  {
    group,
    name: 'signing in to a server of the enemy’s',
    defence: PAGES_ONLY,
    run: takenOver(async (world, scene) => {
      const server = new URL(scene.web.address('crm.example', '')).origin;
      await world.send('session.signIn', signInTo(server));
      return scene.web.requests('crm.example').some(({ url }) => url.includes('api.php'));
    }),
  },
  {
    group,
    name: 'allowing a webphone host of the enemy’s in the settings',
    defence: PAGES_ONLY,
    run: takenOver(async (world, scene) => {
      await world.send('settings.write', { webphoneHosts: ['phone.evil.example'] });
      return contentOf(await scene.ask('settings.read')).includes('evil');
    }),
  },
  {
    group,
    name: 'taking the webphone’s address, which holds the SIP secret',
    defence: 'it is given to the webphone’s window alone',
    run: takenOver(async (world, scene) => {
      const secret = 'https://127.0.0.1/phone?secret=sip-secret-100';
      scene.dialer.answer('webphone_url', (out) => void out.end(secret));
      const asking = scene.ask('webphone.open', { allowHost: '127.0.0.1' });
      const taken: string[] = [];
      for (let tries = 0; tries < 20; tries += 1) taken.push(contentOf(await world.send('webphone.takeUrl', null)));
      await asking;
      return taken.join().includes('sip-secret');
    }),
  },
  {
    group,
    name: 'reading the extension’s storage',
    defence: CLOSED,
    run: takenOver(async (world) => {
      const read = (area: string) =>
        world.evaluate(`Promise.resolve(chrome.storage.${area}?.get()).then(JSON.stringify, () => '')`);
      return `${await read('session')}${await read('local')}`.includes(AGENT.password);
    }),
  },
  {
    group,
    name: 'taking the remembered sign-in, to guess its PIN at home',
    defence: CLOSED,
    defenceInFirefox: OWN_DATABASE,
    run: takenOver(async (world, scene) => {
      await scene.ask('session.signIn', { ...signInTo(scene.dialer.url), pin: '493817' });
      if (!contentOf(await world.evaluate(ALL_KEPT)).includes('sealed')) return false;
      await scene.ask('session.forget');
      return true;
    }),
  },
  {
    group,
    name: 'allowing itself every number, by writing into the extension’s storage',
    defence: CLOSED,
    defenceInFirefox: OWN_DATABASE,
    run: takenOver(async (world, scene) => {
      const read = async () => contentOf(await scene.ask('settings.read'));
      await world.evaluate(`Promise.resolve(chrome.storage.local.set({ alwaysAllow: ['+1900'] })).catch(String)`);
      await scene.restartBackground();
      const isAllowed = (await read()).includes('"alwaysAllow":["+1900"]');
      await scene.panel.evaluate(`chrome.storage.local.remove('alwaysAllow')`);
      await scene.restartBackground();
      if ((await read()).includes('+1900')) throw new Error('The settings are not as before.');
      return isAllowed;
    }),
  },
  {
    group,
    name: 'dialling a premium-rate number',
    defence: 'the agent confirms calls to costly kinds of numbers in Dialside’s own window',
    run: takenOver(async (world, scene) => {
      await world.send('page.dial', { e164: PREMIUM, extension: null });
      return (await scene.dialled()).includes(PREMIUM);
    }),
  },
  {
    group,
    name: 'a flood of dials to 30 numbers',
    defence: 'one dial at a time, and more than a second between two',
    run: takenOver(async (world, scene) => {
      const numbers = Array.from({ length: 30 }, (_, last) => numberOf(last).e164);
      const send = (e164: string) => world.send('page.dial', { e164, extension: null });
      await Promise.all(numbers.map(send));
      await scene.dialled();
      // The second is a moment behind the first; on a busy machine another may follow a second later, as a person's may.
      await scene.panel.waitForTimeout(500);
      const [first, second] = scene.dialer.requests.filter((request) => request.function === 'external_dial');
      return first !== undefined && second !== undefined && second.at - first.at < 1000;
    }),
  },
  {
    group,
    name: 'an extension of a million digits, to be kept and shown',
    defence: 'every message is measured before it is read',
    run: takenOver(async (world, scene) => {
      await world.evaluate(`chrome.runtime.sendMessage({ dialside: 'page.dial',
        payload: { e164: '${numberOf(72).e164}', extension: '9'.repeat(1e6) } }).then(String)`);
      return contentOf(await scene.ask('panel.state')).length > 1e6;
    }),
  },
  {
    group,
    name: 'pretending to be the agent screen, with an agent who is talking',
    defence: 'the agent screen is believed in its own tab and top frame alone',
    run: takenOver(async (world, scene) => {
      const screen = { kind: 'agentScreen', phase: 'talking', leadId: '', phoneNumber: '', boxes: [], alert: null };
      await world.send('screen.reading', { ...screen, isHidden: false, isPolling: true });
      return contentOf(await scene.ask('panel.state')).includes('"alive":true');
    }),
  },
  {
    group,
    name: 'a script left behind in a site that was disabled, dialling on',
    defence: 'whether its site is enabled is asked at each dial',
    async run(scene) {
      const page = await scene.open(scene.web.publish(baitHtml(numberOf(73).text), 'other.example'));
      await scene.switchSite(page);
      await firstButton(page);
      const world = await page.isolatedWorld();
      await scene.switchSite(page);
      await page.waitForTimeout(300);
      await world.send('page.dial', { e164: numberOf(73).e164, extension: null });
      return (await scene.dialled()).length > 0;
    },
  },
];
