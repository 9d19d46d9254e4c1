import { AGENT } from '../../e2e/fixtures/demo-agent.ts';
import { createDialer } from '../../simulator/dialer.ts';
import type { Build } from '../build.ts';
import { createHostileDialer, type HostileDialer } from './hostile-dialer.ts';
import { createHostileWeb, type HostileWeb } from './hostile-web.ts';
import type { ScenePage } from './scene-page.ts';

/** A browser with one of the two builds, signed in, enabled on one site; and the world against it. */
export interface Scene extends Stage {
  readonly dialer: HostileDialer;
  readonly web: HostileWeb;
  /** Asks as a page of Dialside's own; resolves to the whole reply. */
  ask(name: string, payload?: unknown): Promise<unknown>;
  /** The numbers that were dialled since the attack began; waits a moment where there is none yet. */
  dialled(waitMs?: number): Promise<readonly string[]>;
  /** Clears away what an attack left behind. */
  tidy(): Promise<void>;
}

/** What each browser does in its own way. */
export interface Stage {
  /** The popup in a tab: the agent's own view, and a page that may ask everything. */
  readonly panel: ScenePage;
  /** By what other extensions and pages speak to Dialside. */
  readonly id: string;
  /** Address of a page of Dialside's own, for example `popup.html`. */
  readonly url: (path: string) => string;
  open(address: string): Promise<ScenePage>;
  /** Every page in a tab or window. */
  pages(): Promise<readonly ScenePage[]>;
  /** A page of another extension's. */
  openOther(): Promise<ScenePage>;
  /** Turns a site on, with the browser's permission, or off again. */
  switchSite(page: ScenePage): Promise<void>;
  /** Gives the browser's permission for the site of an address. */
  givePermission(address: string): Promise<void>;
  /** Has the browser take the first of the tests' certificates for `secure.example` at that port, and no other. */
  trustFirstCertificate(port: number): Promise<void>;
  /** Stops the background, as the browser does whenever it likes, and lets it come again. */
  restartBackground(): Promise<void>;
  /** Takes Dialside's entry of the context menu at a link. */
  chooseAtLink(href: string): Promise<void>;
  /** Takes Dialside's entry of the context menu at a text that is selected. */
  chooseAtSelection(text: string): Promise<void>;
  close(): Promise<void>;
}

// A message is answered within some 20 ms, and a dial sent at once; the rest is for a busy machine. Where the enemy is to
// succeed, waiting ends with his success and may be long.
const DIAL_MS: Readonly<Record<Build, number>> = { weakened: 5000, ours: 500 };

/** Another agent of the recorded world, with the same password. */
const COLLEAGUE = { user: '1001' };

/** The request of the popup by which the demo agent signs in to a server. */
export function signInTo(server: string) {
  const address = { server, agentPath: '', nonAgentPath: '', allowInsecure: true };
  const agent = { user: AGENT.user, password: AGENT.password, agentUser: '', statusCredential: null };
  return { ...address, ...agent, region: 'US', dialMethod: 'unknown', pin: null };
}

/** Sets up the world of the attacks, and in it a stage: a browser with that build, which has its agent sign in to `dialerUrl`. */
export async function openScene(
  build: Build,
  openStage: (dialerUrl: string, web: HostileWeb) => Promise<Stage>,
): Promise<Scene> {
  const simulator = await createDialer();
  simulator.screens.logIn(simulator.screens.loginFormOf(AGENT.user));
  const dialer = await createHostileDialer(simulator);
  const web = await createHostileWeb();
  const stage = await openStage(dialer.url, web);
  const { panel } = stage;

  const ask = async (name: string, payload: unknown = null) => {
    const message = JSON.stringify({ dialside: name, payload });
    return JSON.parse(String(await panel.evaluate(`chrome.runtime.sendMessage(${message}).then(JSON.stringify)`)));
  };
  const signIn = async (agent: object) => {
    const reply = JSON.stringify(await ask('session.signIn', { ...signInTo(dialer.url), ...agent }));
    if (!reply.startsWith('{"value":{"ok":true')) throw new Error(`The agent could not sign in: ${reply}`);
  };
  const tidy = async () => {
    for (const page of await stage.pages()) if (page !== panel) await page.close();
    dialer.reset();
    // After another agent's session nothing is remembered of a dial that is still on its way, nor a distance kept from it.
    for (const agent of [COLLEAGUE, {}]) await signIn(agent);
    dialer.requests.length = 0;
  };
  await signIn({});
  await stage.switchSite(await stage.open(web.publish('<title>The site that is enabled</title>')));
  await tidy();

  return {
    ...{ ...stage, dialer, web, ask, tidy },
    async dialled(waitMs = DIAL_MS[build]) {
      const end = Date.now() + waitMs;
      while (dialer.dialled().length === 0 && Date.now() < end) await panel.waitForTimeout(25);
      return dialer.dialled();
    },
    async close() {
      await stage.close();
      await Promise.all([dialer.close(), web.close(), simulator.close()]);
    },
  };
}
