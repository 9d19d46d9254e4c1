import { afterEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../lib/result.ts';
import { LEADS, leadsOf, numberView } from '../../pages/component-gallery/number-views.tsx';
import { control, expectAccessible, hide, show } from './mount.tsx';
import { chooseLead } from './number-stage.tsx';
import { words } from './sign-in-stage.tsx';

afterEach(hide);

const BERT = LEADS[0]!;
const RECORD = { vendorCode: 'CRM-78', firstName: 'Bertram', lastName: 'Jones', email: 'bert@jones.example' };
const UNCLEAR = fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 8_000 } } as const);

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('.take-over input')];
const chosen = () => boxes().map(({ name, checked }) => [name, checked]);
const rows = () => [...document.querySelectorAll('.take-over tbody tr')].map((row) => row.textContent);
const offered = () => words().includes('Take over from the page…');

async function open(): Promise<void> {
  await expect.poll(offered).toBe(true);
  control('button', 'Take over from the page…').click();
  await expect.poll(() => document.querySelector('.take-over')).not.toBeNull();
}

describe('a lead of which the page says otherwise', () => {
  it('shows both side by side, takes over what the agent chooses by one change, and is read again', async () => {
    const updateLead = vi.fn(async () => ok({ isAltered: false }));
    const leads = vi.fn(async () => ok(leadsOf(BERT)));
    show(numberView({ record: RECORD, commands: { updateLead, leads } }));
    await open();
    expect(rows()).toEqual(['First nameBertBertram', 'E-mailnothingbert@jones.example']);
    // What the lead has is kept unless the agent says otherwise.
    expect(chosen()).toEqual([
      ['take-firstName', false],
      ['take-email', true],
    ]);
    await expectAccessible();
    boxes()[0]!.click();
    await expect.poll(chosen).toContainEqual(['take-firstName', true]);
    leads.mockImplementation(async () => ok(leadsOf({ ...BERT, ...RECORD, name: 'Bertram Jones' })));
    const update = control('button', 'Update the lead');
    update.click();
    update.click();
    await expect.poll(words).toContain('The lead is updated.');
    await expect.poll(() => document.querySelector('.number-name')?.textContent).toBe('Bertram Jones');
    expect(updateLead.mock.calls).toEqual([['2002', { firstName: 'Bertram', email: 'bert@jones.example' }]]);
    expect(leads).toHaveBeenCalledTimes(2);
    expect(words()).toContain('The lead is updated.');
    await expect.poll(() => document.activeElement?.textContent).toBe('The lead is updated.');
    expect(offered()).toBe(false);
  });

  it('takes over nothing where nothing is chosen', async () => {
    const updateLead = vi.fn(async () => ok({ isAltered: false }));
    show(numberView({ record: { firstName: 'Bertram' }, commands: { updateLead } }));
    await open();
    control('button', 'Update the lead').click();
    await expect.poll(words).toContain('Nothing is chosen.');
    expect(updateLead).not.toHaveBeenCalled();
  });

  it('says where it is another record’s', async () => {
    show(numberView({ record: { ...RECORD, vendorCode: 'CRM-79' } }));
    await open();
    expect(rows()[0]).toBe('Id in the CRMCRM-78CRM-79');
    expect(words()).toContain('it may be somebody else.');
    expect(chosen()[0]).toEqual(['take-vendorCode', false]);
  });

  it('that may have taken it over is not told twice by itself: that is said beside what was chosen', async () => {
    const updateLead = vi.fn(async () => UNCLEAR);
    const leads = vi.fn(async () => ok(leadsOf(BERT)));
    show(numberView({ record: RECORD, commands: { updateLead, leads } }));
    await open();
    boxes()[0]!.click();
    control('button', 'Update the lead').click();
    await expect.poll(() => leads.mock.calls.length).toBe(2);
    await expect
      .poll(() => document.querySelector('form [role=alert]')?.textContent)
      .toContain('This may have been done');
    expect(chosen()).toContainEqual(['take-firstName', true]);
    expect(updateLead).toHaveBeenCalledTimes(1);
    control('button', 'Cancel').click();
    await expect.poll(() => document.querySelector('form')).toBeNull();
    expect(document.querySelector('[role=alert]')).toBeNull();
  });

  it('says which letters VICIdial has not kept', async () => {
    show(numberView({ record: RECORD, commands: { updateLead: async () => ok({ isAltered: true }) } }));
    await open();
    control('button', 'Update the lead').click();
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('VICIdial dropped letters');
  });

  it('is not changed by what was chosen for another one', async () => {
    show(numberView({ record: RECORD }));
    await open();
    await chooseLead('1987');
    await expect.poll(() => document.querySelector('form')).toBeNull();
  });

  it('is the one that is shown first, where the page says so', async () => {
    show(numberView({ record: { leadId: '1987' } }));
    await expect.poll(() => document.querySelector<HTMLSelectElement>('select')?.value).toBe('1987');
  });
});

it.each([
  ['the page says the same', { firstName: 'Bert', vendorCode: 'CRM-78' }, {}],
  ['the page says nothing', null, {}],
  [
    'the login may not change it',
    RECORD,
    { rights: async () => ok({ leads: false, add: true, doNotCall: true, newLeadList: null }) },
  ],
])('nothing is taken over where %s', async (_what, record, commands) => {
  show(numberView({ record, commands }));
  await expect.poll(() => document.querySelector('[data-tool=doNotCall]')).not.toBeNull();
  expect(words()).toContain('Bert Jones');
  expect(offered()).toBe(false);
});
