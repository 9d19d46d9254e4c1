import { doesNotMatch, equal, match } from 'node:assert/strict';
import type { Fault } from '../simulator/faults.ts';
import { comesTrue } from './comes-true.ts';
import {
  alerts,
  offers,
  openFloor,
  type SectionName,
  type SupervisorPage,
  type SupervisorPart,
  type SupervisorSteps,
  TESTCAMP,
} from './supervisor-desk.ts';

interface Asked {
  readonly function: string;
  readonly section: SectionName;
  readonly press: (part: SupervisorPart) => Promise<void>;
  /** What it is told with where the answer is no page, but in another language. */
  readonly isLine?: true;
}

const again = (part: SupervisorPart) => part.press(/^Read again/);

/** Each list that is asked for, after what it needs was entered once. */
const LISTS: readonly Asked[] = [
  { function: 'campaigns_list', section: 'campaigns', press: again },
  { function: 'user_group_status', section: 'queues', press: again },
  {
    ...{ function: 'hopper_list', section: 'campaigns', isLine: true },
    press: (part) => part.press('Count the hopper of QCAMP'),
  },
  { function: 'agent_stats_export', section: 'figures', press: (part) => part.press('Show'), isLine: true },
  { function: 'lead_search', section: 'leads', press: (part) => part.press('Search'), isLine: true },
  { function: 'check_phone_number', section: 'dnc', press: (part) => part.press('Look up'), isLine: true },
  { function: 'update_alt_url', section: 'urls', press: (part) => part.press('Show'), isLine: true },
];

const OF_NO_VICIDIAL = /The answer is not VICIdial’s\./;
// By the signs in it; VICIdial itself does not translate this API's answers (docs/vicidial, section 4.4).
const IN_SPANISH = /The dialer answers in another language|The answer is not VICIdial’s/;

async function enterQuestions(page: SupervisorPage): Promise<void> {
  await page.section('leads').fill('Phone number', '(415) 555-0199');
  await page.section('dnc').fill('Phone number', '+1 727-555-0000');
  await page.section('urls').choose('Campaign', TESTCAMP);
}

export const supervisorAnswers: SupervisorSteps = {
  async 'a page, Spanish or nothing in place of an answer is told in each list, nothing of it is shown, and no change is sent again'(
    desk,
  ) {
    const { faults, log } = desk.dialer;
    const page = await openFloor(desk);
    await offers(page, 'Stop TESTCAMP');
    await enterQuestions(page);
    const told = async ({ function: name, section, press }: Asked, fault: Fault, sentence: RegExp) => {
      const part = page.section(section);
      const mend = faults.add({ match: { function: name }, fault });
      const before = log.requests({ function: name }).length;
      await press(part);
      equal(await comesTrue(() => log.requests({ function: name }).length > before), true);
      await alerts(part, sentence);
      doesNotMatch(await page.text(), /Maintenance|back soon|FALLO/);
      mend();
    };
    for (const list of LISTS) {
      await told(list, { kind: 'html' }, OF_NO_VICIDIAL);
      if (list.isLine) await told(list, { kind: 'translated', word: 'FALLO' }, IN_SPANISH);
      if (list.section === 'figures') await told(list, { kind: 'delayBefore', ms: 9_000 }, /did not answer in time/);
      await list.press(page.section(list.section));
      await alerts(page.section(list.section), null);
    }

    const mend = faults.add({ match: { function: 'logged_in_agents' }, fault: { kind: 'html' } });
    const agents = page.section('agents');
    await alerts(agents, OF_NO_VICIDIAL);
    match(await agents.text(), /Last read at.*Erin Ready/s);
    mend();

    faults.add({ match: { function: 'update_campaign' }, fault: { kind: 'translated', word: 'EXITO' } });
    const campaigns = page.section('campaigns');
    await campaigns.press('Stop TESTCAMP');
    await campaigns.press('Stop');
    await alerts(campaigns, /This may have been done/);
    // Read again: it was.
    await offers(campaigns, 'Start TESTCAMP');
    equal(log.requests({ function: 'update_campaign' }).length, 1);
    doesNotMatch(await page.text(), /EXITO/);
  },
};
