import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { NumberCommands } from '../../../components/number/number-commands.ts';
import { fail, ok } from '../../../lib/result.ts';
import { LEADS, leadsOf, numberView } from '../../pages/component-gallery/number-views.tsx';
import { control, drawn, expectAccessible, hide, later, show } from './mount.tsx';
import { words } from './sign-in-stage.tsx';

afterEach(hide);

const UNCLEAR = fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 8_000 } } as const);

describe('a number that is no lead', () => {
  const nobody = async () => ok(leadsOf());
  const openForm = async ({ isSent = true } = {}) => {
    await expect.poll(words).toContain('Add it as a lead');
    control('button', 'Add it as a lead').click();
    await expect.poll(() => document.querySelector('input[name=first-name]')).not.toBeNull();
    await userEvent.fill(document.querySelector('input[name=first-name]')!, ' Ada ');
    if (isSent) control('button', 'Add the lead').click();
  };

  it('is added once, and read again', async () => {
    const leads = vi.fn(nobody);
    const addLead = vi.fn(async () => ok({ outcome: 'added', isAltered: false } as const));
    show(numberView({ commands: { leads, addLead } }));
    await openForm();
    await expect.poll(() => leads.mock.calls.length).toBe(2);
    expect(addLead.mock.calls).toEqual([
      [{ vendorCode: '', firstName: 'Ada', lastName: '', email: '', listId: '998' }],
    ]);
  });

  it('is filled in with what the page says of whose number it is, said to be from there, and changed before it is sent', async () => {
    const addLead = vi.fn(async () => ok({ outcome: 'duplicate', leadId: '4711' } as const));
    const record = { leadId: '7', vendorCode: 'P-7', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };
    show(numberView({ record, commands: { leads: nobody, addLead } }));
    await expect.poll(words).toContain('Add it as a lead');
    control('button', 'Add it as a lead').click();
    await expect.poll(() => document.querySelectorAll('form input')).toHaveLength(5);
    const values = () => [...document.querySelectorAll<HTMLInputElement>('form input')].map(({ value }) => value);
    expect(values()).toEqual(['P-7', 'Ada', 'Lovelace', 'ada@example.com', '998']);
    const first = document.querySelector<HTMLInputElement>('input[name=first-name]')!;
    const noteOf = ({ ariaDescribedByElements }: Element) => ariaDescribedByElements?.[0]?.textContent;
    expect(noteOf(first)).toBe('From the page');
    await expectAccessible();
    await userEvent.fill(first, 'Augusta Ada');
    expect(noteOf(first)).toBeUndefined();
    await userEvent.fill(document.querySelector('input[name=e-mail]')!, '');
    control('button', 'Add the lead').click();
    await expect.poll(words).toContain('as lead 4711. Nothing was added.');
    expect(addLead.mock.calls).toEqual([
      [{ vendorCode: 'P-7', firstName: 'Augusta Ada', lastName: 'Lovelace', email: '', listId: '998' }],
    ]);
    expect(first.value).toBe('Augusta Ada');
  });

  it.each([
    ['first-name', 'A'.repeat(31), 'This is too long: 30 characters at most.'],
    ['list', '9'.repeat(15), 'A list is a number of 2 to 14 digits.'],
  ])('is not sent with a %s that is longer than VICIdial keeps, which is said beside it', async (name, value, said) => {
    const addLead = vi.fn(async () => ok({ outcome: 'added', isAltered: false } as const));
    show(numberView({ commands: { leads: nobody, addLead } }));
    await openForm({ isSent: false });
    const field = document.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
    await userEvent.fill(field, value);
    expect(field.ariaDescribedByElements?.[0]?.textContent).toBe(said);
    control('button', 'Add the lead').click();
    await drawn();
    expect(addLead).not.toHaveBeenCalled();
    // Spaces around it are not sent.
    await userEvent.fill(field, `  ${value.slice(1)}  `);
    control('button', 'Add the lead').click();
    await expect.poll(() => addLead.mock.calls.length).toBe(1);
  });

  it.each(['', '9', 'Sales', '99 8', '٩٩٨', '-998'])('is not sent into “%s”, which is no list', async (list) => {
    const addLead = vi.fn(async () => ok({ outcome: 'added', isAltered: false } as const));
    show(numberView({ commands: { leads: nobody, addLead } }));
    await openForm({ isSent: false });
    const field = document.querySelector<HTMLInputElement>('input[name=list]')!;
    await userEvent.fill(field, list);
    // Of what may still become one nothing is said before it is sent.
    if (list.length < 2) expect(field.getAttribute('aria-invalid')).toBe('false');
    control('button', 'Add the lead').click();
    await expect
      .poll(() => field.ariaDescribedByElements?.[0]?.textContent)
      .toBe('A list is a number of 2 to 14 digits.');
    expect(addLead).not.toHaveBeenCalled();
  });

  it.each([
    [
      ['2001', '101'],
      ['2001', '101'],
    ],
    [undefined, null],
  ])('may be added to a list that is known, of which it proposes %j', async (lists, proposed) => {
    show(numberView({ commands: { leads: async () => ok({ ...leadsOf(), ...(lists && { lists }) }) } }));
    await openForm({ isSent: false });
    const { list } = document.querySelector<HTMLInputElement>('input[name=list]')!;
    expect(list && [...list.options].map(({ value }) => value)).toEqual(proposed);
    await expectAccessible();
  });

  it('is added by keyboard alone, which is led into the form, back out of it, and on to the lead', async () => {
    const leads = vi.fn<NumberCommands['leads']>(async () => ok(leadsOf(LEADS[0]!))).mockImplementationOnce(nobody);
    const addLead = vi.fn(async () => ok({ outcome: 'added', isAltered: false } as const));
    show(numberView({ commands: { leads, addLead } }));
    await expect.poll(words).toContain('Add it as a lead');
    control('button', 'Add it as a lead').focus();
    // Held down it opens the form, and sends nothing.
    await userEvent.keyboard('{Enter>5/}');
    const field = () => (document.activeElement as HTMLInputElement | null)?.name;
    await expect.poll(field).toBe('first-name');
    control('button', 'Cancel').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.textContent).toBe('Add it as a lead');
    expect(addLead).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    await expect.poll(field).toBe('first-name');
    await userEvent.keyboard('Ada{Enter}');
    await expect.poll(words).toContain('Bert Jones');
    await expect.poll(() => document.activeElement?.textContent).toBe('Lead');
    expect(addLead).toHaveBeenCalledTimes(1);
  });

  it('leaves the focus where it is by the time the lead is there', async () => {
    const { answer, come } = later<Awaited<ReturnType<NumberCommands['addLead']>>>();
    const leads = vi.fn<NumberCommands['leads']>(async () => ok(leadsOf(LEADS[0]!))).mockImplementationOnce(nobody);
    show(numberView({ commands: { leads, addLead: () => answer } }));
    await openForm();
    control('button', 'Do not call…').focus();
    come(ok({ outcome: 'added', isAltered: false }));
    await expect.poll(words).toContain('Bert Jones');
    await drawn();
    expect(document.activeElement?.textContent).toBe('Do not call…');
  });

  it('asks for no more than the page has said', async () => {
    show(numberView({ record: { email: 'ada@example.com' }, commands: { leads: nobody } }));
    await expect.poll(words).toContain('Add it as a lead');
    control('button', 'Add it as a lead').click();
    const names = () => [...document.querySelectorAll<HTMLInputElement>('form input')].map(({ name }) => name);
    await expect.poll(names).toEqual(['first-name', 'last-name', 'e-mail', 'list']);
  });

  it.each([
    [{ outcome: 'duplicate', leadId: '4711' } as const, 'as lead 4711. Nothing was added.', 'Show the lead'],
    [{ outcome: 'doNotCall' } as const, 'It was not added.', 'Add the lead'],
    [{ outcome: 'added', isAltered: true } as const, 'VICIdial dropped letters', 'Show the lead'],
  ])('told %j says “%s”, and offers “%s”', async (outcome, said, next) => {
    const leads = vi.fn(nobody);
    const addLead = vi.fn(async () => ok(outcome));
    show(numberView({ commands: { leads, addLead } }));
    await openForm();
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain(said);
    const isAsked = next === 'Show the lead';
    control('button', next).click();
    await expect.poll(() => leads.mock.calls.length).toBe(isAsked ? 2 : 1);
    await expect.poll(() => addLead.mock.calls.length).toBe(isAsked ? 1 : 2);
  });

  it('is not shown where its digits are those of another country’s lead, of which it is said that VICIdial cannot add it', async () => {
    const addLead = vi.fn(async () => ok({ outcome: 'duplicate', leadId: '4711' } as const));
    show(numberView({ commands: { leads: async () => ok({ ...leadsOf(), foreign: 1 }), addLead } }));
    await openForm();
    await expect
      .poll(() => document.querySelector('[role=alert]')?.textContent)
      .toContain('Lead 4711, in another country,');
    expect(words()).not.toContain('Show the lead');
    expect(words()).toContain('You can still call it.');
  });

  it('may be one where nobody has answered clearly: that is still said once the leads were read again, beside what was filled in', async () => {
    const leads = vi.fn(nobody);
    const addLead = vi.fn(async () => UNCLEAR);
    show(numberView({ commands: { leads, addLead } }));
    await openForm();
    await expect.poll(() => leads.mock.calls.length).toBe(2);
    await expect.poll(() => document.querySelector<HTMLInputElement>('[name=first-name]')?.value).toBe(' Ada ');
    expect(document.querySelector('form [role=alert]')?.textContent).toContain('This may have been done');
    expect(addLead).toHaveBeenCalledTimes(1);
    control('button', 'Cancel').click();
    await expect.poll(() => document.querySelector('form')).toBeNull();
    control('button', 'Add it as a lead').click();
    await expect.poll(() => document.querySelector('form')).not.toBeNull();
    expect(document.querySelector('[role=alert]')).toBeNull();
  });

  it('may be one, and that is said, too, where the leads could not be read again', async () => {
    const leads = vi.fn<NumberCommands['leads']>(async () => UNCLEAR).mockResolvedValueOnce(ok(leadsOf()));
    show(numberView({ commands: { leads, addLead: async () => UNCLEAR } }));
    await openForm();
    await expect.poll(words).toContain('Try again');
    expect(words()).toContain('This may have been done');
  });

  it('goes into the list that the company has chosen, which the agent is told', async () => {
    const rights = async () => ok({ leads: true, add: true, doNotCall: true, newLeadList: '2001' });
    show(numberView({ commands: { leads: nobody, rights } }));
    await expect.poll(words).toContain('Add it as a lead');
    control('button', 'Add it as a lead').click();
    await expect.poll(words).toContain('It goes into list 2001, which your company has chosen.');
    expect(document.querySelector('input[name=list]')).toBeNull();
  });

  it('is not offered to be one where the login may not', async () => {
    const rights = async () => ok({ leads: true, add: false, doNotCall: true, newLeadList: null });
    show(numberView({ commands: { leads: nobody, rights } }));
    await expect.poll(() => document.querySelector('[data-tool=doNotCall]')).not.toBeNull();
    expect(words()).not.toContain('Add it as a lead');
  });
});
