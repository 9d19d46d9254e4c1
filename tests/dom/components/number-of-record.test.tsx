import { afterEach, describe, expect, it, vi } from 'vitest';
import type { NumberCommands } from '../../../components/number/number-commands.ts';
import { REST_MS } from '../../../components/number/use-rest.ts';
import { fail, ok } from '../../../lib/result.ts';
import { leadsOf, numberView } from '../../pages/component-gallery/number-views.tsx';
import { control, drawn, expectAccessible, hide, show } from './mount.tsx';
import { dialIn } from './panel-states.ts';
import { words } from './sign-in-stage.tsx';

afterEach(hide);

const RECORD = { vendorCode: 'CRM-78' };
const FREE = { leadId: '2002', place: 'free' } as const;
const HAS = { leadId: '2002', place: 'has' } as const;
const GIVE = 'Add this number to lead 2002';
const nobody = async () => ok(leadsOf());

function showRecord(commands: Partial<NumberCommands>) {
  show(numberView({ record: RECORD, commands: { leads: nobody, ...commands } }));
}

describe('a number that is no lead, of a record whose lead has another', () => {
  it('is given to that lead once, and called as that lead from then on', async () => {
    const recordLead = vi.fn<NumberCommands['recordLead']>(async () => ok(HAS)).mockResolvedValueOnce(ok(FREE));
    const giveNumber = vi.fn(async () => ok('given' as const));
    const dial = vi.fn(async () => ok(dialIn('preparing')));
    showRecord({ recordLead, giveNumber, dial });
    await expect.poll(words).toContain(GIVE);
    expect(words()).toContain('A call to this one makes a second lead of it.');
    await expectAccessible();
    for (let press = 0; press < 2; press++) control('button', GIVE).click();
    await expect.poll(words).toContain('This is another number of lead 2002, the page’s record.');
    expect(giveNumber.mock.calls).toEqual([['2002']]);
    expect(words()).not.toContain(GIVE);
    await new Promise((resolve) => setTimeout(resolve, REST_MS + 50));
    control('button', 'Call').click();
    await expect.poll(() => dial.mock.calls).toEqual([['2002']]);
  });

  it('is not given to one that was changed meanwhile, which is said when that was read', async () => {
    const taken = { ...FREE, place: 'taken' } as const;
    const recordLead = vi.fn<NumberCommands['recordLead']>(async () => ok(taken)).mockResolvedValueOnce(ok(FREE));
    showRecord({ recordLead, giveNumber: async () => ok('taken') });
    await expect.poll(words).toContain(GIVE);
    control('button', GIVE).click();
    await expect.poll(words).toContain('which has two other numbers');
    expect(words()).toContain('The lead was changed meanwhile. Nothing was written.');
    expect(words()).not.toContain(GIVE);
  });

  it('may have been given where nobody has answered clearly, which is read again and said', async () => {
    const recordLead = vi.fn<NumberCommands['recordLead']>(async () => ok(FREE));
    const unclear = fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 8_000 } } as const);
    showRecord({ recordLead, giveNumber: async () => unclear });
    await expect.poll(words).toContain(GIVE);
    control('button', GIVE).click();
    await expect.poll(() => recordLead.mock.calls.length).toBe(2);
    await expect.poll(words).toContain('This may have been done');
  });

  it('is only said where the login may not write', async () => {
    const rights = async () => ok({ leads: false, add: false, doNotCall: false, newLeadList: null });
    showRecord({ rights, recordLead: async () => ok(FREE) });
    await expect.poll(words).toContain('A call to this one makes a second lead of it.');
    await drawn();
    expect(words()).not.toContain(GIVE);
  });

  it('goes by its number as long as the lead has not got it', async () => {
    const dial = vi.fn(async () => ok(dialIn('preparing')));
    showRecord({ recordLead: async () => ok(FREE), dial });
    await expect.poll(words).toContain(GIVE);
    await new Promise((resolve) => setTimeout(resolve, REST_MS + 50));
    control('button', 'Call').click();
    await expect.poll(() => dial.mock.calls).toEqual([[null]]);
  });
});

it('nobody asks for the lead of a record where a lead has the number, or no page names one', async () => {
  const recordLead = vi.fn(async () => ok(FREE));
  show(numberView({ record: RECORD, commands: { recordLead } }));
  await expect.poll(words).toContain('Bert Jones');
  hide();
  show(numberView({ commands: { leads: nobody, recordLead } }));
  await expect.poll(words).toContain('No lead of the dialer has this number.');
  await drawn();
  expect(recordLead).not.toHaveBeenCalled();
});
