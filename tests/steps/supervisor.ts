import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { eventually } from '../patience.ts';
import { findCampaign } from '../simulator/world.ts';
import {
  alerts,
  askedBy,
  offers,
  openFloor,
  SUPERVISOR,
  type SupervisorDesk,
  type SupervisorPage,
  type SupervisorPart,
  type SupervisorSteps,
  says,
  signInAs,
  TESTCAMP,
} from './supervisor-desk.ts';

const SURVEY = {
  ...{ name: 'Survey', template: 'https://crm.example.com/survey?lead=--A--lead_id--B--', campaigns: ['TESTCAMP'] },
  ...{ statuses: ['SALE'], minimumSeconds: 30, rank: 1 },
};

const counted = ({ dialer }: SupervisorDesk, name: string) => dialer.log.requests({ function: name }).length;

export const supervisor: SupervisorSteps = {
  async 'a supervisor sees the floor beside an agent’s own session, changes a campaign once, and what is asked for'(
    desk,
  ) {
    const { world } = desk.dialer;
    const panel = await desk.signIn();
    const page = await openFloor(desk);
    const erin = world.live_agents.find(({ user }) => user === '1004');
    Object.assign(erin ?? {}, { status: 'PAUSED', pause_code: 'LUNCH' });
    await says(page.section('agents'), /Erin Ready.*\s+Paused · LUNCH/);

    const campaigns = page.section('campaigns');
    await campaigns.press('Stop TESTCAMP');
    equal(findCampaign(world, 'TESTCAMP')?.active, 'Y');
    await campaigns.press('Stop');
    await says(campaigns, /TESTCAMP is changed\./);
    await offers(campaigns, 'Start TESTCAMP');
    equal(findCampaign(world, 'TESTCAMP')?.active, 'N');
    equal(counted(desk, 'update_campaign'), 1);

    await campaigns.press('Count the hopper of TESTCAMP');
    await says(campaigns, /TESTCAMP has 1 lead in its hopper\..*\n2001\s/s);
    equal(counted(desk, 'hopper_list'), 1);
    await page.fill('In-groups to watch', 'SALESLINE');
    await page.press('Watch');
    await says(page.section('queues'), /SALESLINE\s+1\s.*AGENTS/s);

    deepEqual(askedBy(desk, '/vicidial/non_agent_api.php'), [SUPERVISOR.user]);
    deepEqual(askedBy(desk, '/agc/api.php'), ['1000']);
    await page.press('Sign out');
    await offers(page, 'Sign in as supervisor');
    await panel.bringToFront();
    await panel.expectText('Sign out');
  },

  async 'figures become a file, leads are found, and do-not-call lists and addresses are changed once each'(desk) {
    const { world } = desk.dialer;
    Object.assign(findCampaign(world, 'TESTCAMP') ?? {}, { dispo_call_url: 'ALT' });
    const page = await openFloor(desk);
    await page.ask('settings.write', { afterCallPages: [SURVEY] });
    await page.goto('supervisor.html');
    await offers(page, 'Stop TESTCAMP');

    const figures = page.section('figures');
    await figures.fillDay('First day', '2020-01-01');
    await figures.fillDay('Last day', '2099-01-01');
    await figures.press('Show');
    await says(figures, /Alice Agent/);
    const name = 'dialside-agents-2020-01-01-2099-01-01.csv';
    match(await page.savedFile(name, () => figures.press('Save as CSV')), /Alice Agent/);

    const leads = page.section('leads');
    await leads.fill('Phone number', '(727) 555-1212');
    await leads.press('Search');
    await says(leads, /2 leads found/);

    await changeDoNotCall(desk, page, page.section('dnc'));
    await changeAddresses(desk, page.section('urls'));
    deepEqual(askedBy(desk, '/vicidial/non_agent_api.php'), [SUPERVISOR.user]);
  },

  async 'who may not is told which right is missing, and each page shows who is signed in now, no other page anything'(
    desk,
  ) {
    const page = await desk.openPage();
    await signInAs(desk, page, { ...SUPERVISOR, password: 'wrong' });
    await alerts(page, /password/);
    equal(counted(desk, 'logged_in_agents'), 1);

    await signInAs(desk, page, { user: 'apilimited', password: 'limited123' });
    await alerts(page.section('agents'), /This user may not use “logged_in_agents”\./);
    await alerts(page.section('campaigns'), /This user may not use “campaigns_list”\./);
    await page.section('figures').press('Show');
    await alerts(page.section('figures'), /This user may not use “agent_stats_export”\./);
    await page.press('Sign out');
    await signInAs(desk, page, { user: 'api7', password: 'level7pass' });
    await says(page.section('agents'), /Alice Agent/);
    await alerts(page.section('campaigns'), /This user may not use “campaigns_list”\./);
    await page.press('Sign out');

    await signInAs(desk, page);
    await offers(page, 'Stop TESTCAMP');
    const second = await desk.openPage();
    await second.press('Sign out');
    await signInAs(desk, second, { user: 'otherapi', password: 'otherpass1' });
    await says(second.section('campaigns'), /OTHERCMP/);
    await page.bringToFront();
    await says(page, /otherapi at/);
    await says(page.section('campaigns'), /OTHERCMP/);
    doesNotMatch(await page.text(), /TESTCAMP/);

    const { session } = (await second.ask('supervisor.state')).value as { readonly session: string };
    const payload = { session, question: null };
    match(JSON.stringify(await second.ask('supervisor.agents', payload)), /"ok":true/);
    await page.goto('options.html');
    match(JSON.stringify(await page.ask('supervisor.state')), /"signedOut"/);
    deepEqual((await page.ask('supervisor.agents', payload)).value, { ok: false, failure: { code: 'notSignedIn' } });
  },
};

async function changeDoNotCall(desk: SupervisorDesk, page: SupervisorPage, dnc: SupervisorPart): Promise<void> {
  await dnc.fill('Phone number', '(727) 555-1212');
  await dnc.press('Look up');
  await dnc.press('Put on the list');
  await dnc.press('Put on the list');
  await says(dnc, /was put on this list/);
  equal(counted(desk, 'add_dnc_phone'), 1);
  // The button that did it is gone, and whoever works by keyboard goes on from here.
  await eventually(async () => equal(await page.focused(), 'Do-not-call lists'));
  // Taken off, and nobody says so.
  const fault = { kind: 'dropConnection', takesEffect: true } as const;
  desk.dialer.faults.add({ match: { function: 'delete_dnc_phone' }, fault });
  await dnc.press('Look up');
  await dnc.press('Take off the list');
  await dnc.press('Take off the list');
  await says(dnc, /the list was asked again\. .* is not on this list/);
  equal(counted(desk, 'delete_dnc_phone'), 1);
}

async function changeAddresses({ dialer: { world, log } }: SupervisorDesk, urls: SupervisorPart): Promise<void> {
  await urls.choose('Campaign', TESTCAMP);
  await urls.press('Show');
  await says(urls, /VICIdial calls no address here\./);
  await urls.press('Write to VICIdial');
  await says(urls, /VICIdial’s server then calls its address/);
  equal(world.url_multi.length, 0);
  await urls.press('Write to VICIdial');
  await says(urls, /Survey is written to TESTCAMP\./);
  await says(urls, /Survey.*SALE.*30.*https:\/\/crm\.example\.com\/survey\?lead=--A--lead_id--B--/s);
  const [stored, ...others] = world.url_multi;
  ok(stored);
  deepEqual(others, []);
  deepEqual([stored.active, stored.url_address, stored.url_statuses], ['Y', SURVEY.template, 'SALE']);

  stored.url_address = 'http://127.0.0.1/vicidial/non_agent_api.php?user=6666&pass=secret1&lead_id=--A--lead_id--B--';
  await urls.press('Switch off: Survey');
  await urls.press('Switch off');
  await says(urls, /Survey is switched\..*pass=\*\*\*/s);
  doesNotMatch((await urls.buttons()).join(), /Open in the browser/);
  doesNotMatch(await urls.text(), /secret1/);
  equal(stored.active, 'N');
  const sent = log.requests({ function: 'update_alt_url' }).map(({ parameters }) => parameters.alt_url_id);
  deepEqual(
    sent.filter((id) => id !== 'LIST'),
    ['NEW', stored.url_id],
  );
}
