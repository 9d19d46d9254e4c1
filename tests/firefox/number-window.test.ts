import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { newRow } from '../simulator/world.ts';
import { type Controls, createControls } from './fixtures/controls.ts';
import type { Desk, PanelTab } from './fixtures/desk.ts';
import { askFrom } from './fixtures/extension-requests.ts';
import { expect, test } from './fixtures/test.ts';
import type { Tab } from './tab.ts';

/** Bert Jones of the recorded world. */
const BERT = { e164: '+17275551313', digits: '7275551313', leadId: '2002' };
const PATIENCE = { timeout: 20_000 };

/** An agent whose second login may read and write leads; what has been recorded of Bert lies on the dialer. */
async function openPanel({ dialer, ...desk }: Desk): Promise<PanelTab> {
  const { world, url } = dialer;
  const login = world.users.find(({ user }) => user === STATUS_LOGIN.user);
  if (!login) throw new Error('The world has no such user.');
  Object.assign(login, { user_level: '8', view_reports: '1', modify_leads: '1', modify_lists: '1' });
  world.recordings.push(
    newRow('recordings', {
      ...{ recording_id: '92', start_time: '2026-11-20 09:00:00', length_in_sec: '2', lead_id: BERT.leadId },
      ...{ user: AGENT.user, location: `${url}/RECORDINGS/bert.wav` },
    }),
  );
  await desk.openAgentScreen();
  return desk.signIn({ withStatusLogin: true });
}

async function numberWindow({ firefox }: Desk, panel: PanelTab): Promise<Controls & { readonly tab: Tab }> {
  expect(await askFrom(panel.tab, 'number.show', { e164: BERT.e164 })).toBe('{"value":null}');
  const find = async () => {
    for (const tab of await firefox.tabs()) if ((await tab.url()).includes('/number.html')) return tab;
    return null;
  };
  await expect.poll(find, PATIENCE).not.toBeNull();
  const tab = (await find()) as Tab;
  return { tab, ...createControls(tab) };
}

test('the window about a number tells whose it is, plays what was recorded, plans a call-back and calls as that lead', async ({
  desk,
}) => {
  const panel = await openPanel(desk);
  const page = await numberWindow(desk, panel);
  await page.expectText('Bert Jones');
  await page.expectText(/Nov 19, 2026.*SALE.*1:05/s);
  expect(await page.tab.url()).not.toContain(BERT.digits);

  // A machine without a loudspeaker knows how long it is, and cannot play it.
  await page.tab.evaluate(() => {
    const note = ({ target }: Event) => {
      document.documentElement.dataset.seconds = String((target as HTMLAudioElement).duration);
    };
    document.addEventListener('loadedmetadata', note, { capture: true });
  });
  await page.press(/^Play the recording of Nov 20/);
  await expect.poll(() => page.tab.evaluate(() => document.documentElement.dataset.seconds), PATIENCE).toBe('2');

  await page.press('Call back at…');
  await page.press('Plan the call-back');
  await page.expectText('The call-back is planned.');
  const planned = desk.dialer.world.callbacks.filter(({ lead_id }) => lead_id === BERT.leadId);
  expect(planned).toMatchObject([{ user: AGENT.user, campaign_id: AGENT.campaign }]);

  await page.press('Dial');
  await desk.expectDialRequests(1);
  expect(desk.dialRequests()[0]?.parameters).toMatchObject({ lead_id: BERT.leadId, user: AGENT.user });
  const asked = desk.dialer.log
    .requests({ path: '/vicidial/non_agent_api.php' })
    .filter(({ function: name }) => name !== 'version');
  expect(asked.every(({ parameters }) => parameters.user === STATUS_LOGIN.user)).toBe(true);
});
