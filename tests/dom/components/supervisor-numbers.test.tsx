import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { SupervisorCommands } from '../../../components/supervisor/commands.ts';
import type { DoNotCallState } from '../../../lib/messages/supervisor.ts';
import type { E164 } from '../../../lib/phone/phone-number.ts';
import { fail, ok } from '../../../lib/result.ts';
import { COMMANDS, supervisor } from '../../pages/component-gallery/supervisor-views.tsx';
import { control, drawn, expectAccessible, hide, later, show } from './mount.tsx';
import { words } from './sign-in-stage.tsx';

const changeDoNotCall = vi.fn<SupervisorCommands['changeDoNotCall']>();
beforeEach(() => void changeDoNotCall.mockReset().mockResolvedValue(ok('changed')));
afterEach(hide);

const section = (id: string) => document.querySelector(`[aria-labelledby="${id}"]`) as HTMLElement;
const input = (name: string) => document.querySelector(`input[name="${name}"]`) as HTMLInputElement;

async function lookUp(listed: DoNotCallState['listed'], campaign = '') {
  const doNotCall = vi.fn(async () => ok({ e164: '+17275551212' as E164, nationalNumber: '7275551212', listed }));
  show(supervisor({ commands: { ...COMMANDS, doNotCall, changeDoNotCall } }));
  await userEvent.fill(input('dnc-number'), '727 555 1212');
  await userEvent.selectOptions(section('floor-dnc').querySelector('select')!, campaign);
  control('button', 'Look up').click();
  await expect.poll(() => section('floor-dnc').querySelector('.told')?.textContent).toContain('555');
  return doNotCall;
}
const offered = () =>
  [...section('floor-dnc').querySelectorAll('.row-actions button')].map(({ textContent }) => textContent);

it('puts a number on a list after one question, and sends it once', async () => {
  const look = await lookUp('none', 'TESTCAMP');
  expect(look).toHaveBeenCalledExactlyOnceWith({ text: '727 555 1212', campaign: 'TESTCAMP' });
  expect(words()).toContain('+1 727 555 1212 is not on this list: TESTCAMP.');
  control('button', 'Put on the list').focus();
  await userEvent.keyboard('{Enter}');
  expect(words()).toContain('Put +1 727 555 1212 on this list: TESTCAMP?');
  expect(changeDoNotCall).not.toHaveBeenCalled();
  await expectAccessible();
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.poll(words).toContain('+1 727 555 1212 was put on this list: TESTCAMP.');
  expect(changeDoNotCall).toHaveBeenCalledExactlyOnceWith({
    ...{ nationalNumber: '7275551212', campaign: 'TESTCAMP', change: 'add' },
  });
});

it('takes one off, and does neither when the question is left', async () => {
  await lookUp('system');
  control('button', 'Take off the list').click();
  await expect.poll(() => document.activeElement?.closest('.row-confirm') ?? null).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  expect(changeDoNotCall).not.toHaveBeenCalled();
  control('button', 'Take off the list').click();
  await expect.poll(words).toContain('It may be called again.');
  await expect.poll(() => document.activeElement?.closest('.row-confirm') ?? null).not.toBeNull();
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain('was taken off this list: Whole dialer.');
});

it.each([
  ['none', '', ['Put on the list']],
  ['system', '', ['Take off the list']],
  ['campaign', 'TESTCAMP', ['Take off the list']],
  ['system', 'TESTCAMP', ['Put on the list', 'Take off the list']],
  ['unknown', '', ['Put on the list', 'Take off the list']],
] as const)('offers for a number that is on %s of “%s” what may be changed', async (listed, campaign, buttons) => {
  await lookUp(listed, campaign);
  expect(offered()).toEqual(buttons);
});

it('offers nothing any more for a number once another is typed', async () => {
  await lookUp('none');
  await userEvent.fill(input('dnc-number'), '415');
  expect(offered()).toEqual([]);
  expect(words()).not.toContain('is not on this list');
});

it('offers nothing for a number that was left before its answer came', async () => {
  const late = later<Awaited<ReturnType<SupervisorCommands['doNotCall']>>>();
  show(supervisor({ commands: { ...COMMANDS, doNotCall: () => late.answer, changeDoNotCall } }));
  await userEvent.fill(input('dnc-number'), '727 555 1212');
  control('button', 'Look up').click();
  await userEvent.fill(input('dnc-number'), '415 555 0100');
  late.come(await COMMANDS.doNotCall({ text: '', campaign: null }));
  await drawn();
  expect(offered()).toEqual([]);
});

const NOT_IN_TIME = fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 8_000 } } as const);

it.each([
  ['done all the same', 'none', 'system', 'asked again. +1 727 555 1212 is on this list: Whole dialer.'],
  ['not done', 'system', 'system', 'asked again. +1 727 555 1212 is on this list: Whole dialer.'],
  ['not done', 'none', 'none', 'asked again. +1 727 555 1212 is not on this list: Whole dialer.'],
  ['known to nobody', 'none', null, 'Whether +1 727 555 1212 is on this list now is not known: Whole dialer.'],
] as const)('tells of a change without a clear answer that it is %s', async (_, before, now, sentence) => {
  changeDoNotCall.mockResolvedValue(NOT_IN_TIME);
  const look = await lookUp(before);
  look.mockImplementation(async () =>
    now === null
      ? (NOT_IN_TIME as never)
      : ok({ e164: '+17275551212' as E164, nationalNumber: '7275551212', listed: now }),
  );
  control('button', /Put on the list|Take off the list/).click();
  await expect.poll(() => document.activeElement?.closest('.row-confirm') ?? null).not.toBeNull();
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain(sentence);
  expect(words()).not.toContain('agent screen');
  expect(changeDoNotCall).toHaveBeenCalledOnce();
  expect(look).toHaveBeenLastCalledWith({ text: '+17275551212', campaign: null });
});

it('asks again also where the background did not answer', async () => {
  changeDoNotCall.mockRejectedValue(new Error('gone'));
  const look = await lookUp('none', 'TESTCAMP');
  control('button', 'Put on the list').click();
  await expect.poll(() => document.activeElement?.closest('.row-confirm') ?? null).not.toBeNull();
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain('asked again. +1 727 555 1212 is not on this list: TESTCAMP.');
  expect(look).toHaveBeenLastCalledWith({ text: '+17275551212', campaign: 'TESTCAMP' });
});

it.each<[string, Awaited<ReturnType<SupervisorCommands['changeDoNotCall']>>, string]>([
  ['done', ok('changed'), '+1 727 555 1212 was put on this list: Whole dialer.'],
  [
    'refused',
    fail({ code: 'vicidial', failure: { code: 'notPermitted', function: 'add_dnc_phone' } }),
    'Nothing was changed for +1 727 555 1212 on this list: Whole dialer.',
  ],
])('tells that a change was %s, also when another number stands there by then', async (_, answer, sentence) => {
  const late = later<Awaited<ReturnType<SupervisorCommands['changeDoNotCall']>>>();
  changeDoNotCall.mockReturnValue(late.answer);
  await lookUp('none');
  control('button', 'Put on the list').click();
  await expect.poll(() => document.activeElement?.closest('.row-confirm') ?? null).not.toBeNull();
  await userEvent.keyboard('{Enter}');
  await userEvent.fill(input('dnc-number'), '415 555 0100');
  expect(control('button', 'Look up').getAttribute('aria-disabled')).toBe('true');
  late.come(answer);
  await expect.poll(words).toContain(sentence);
  expect(offered()).toEqual([]);
  await userEvent.fill(input('dnc-number'), '415 555 0101');
  expect(words()).not.toContain(sentence);
});

it('shows no leads of what stood in the field before', async () => {
  const late = later<Awaited<ReturnType<SupervisorCommands['leads']>>>();
  const leads = vi.fn<SupervisorCommands['leads']>(COMMANDS.leads).mockReturnValueOnce(late.answer);
  show(supervisor({ commands: { ...COMMANDS, leads } }));
  await userEvent.fill(input('lead-key'), '727 555 1212');
  await userEvent.keyboard('{Enter}');
  await userEvent.fill(input('lead-key'), '415 555 0100');
  late.come(ok({ ids: [], leads: [] }));
  await drawn();
  expect(words()).not.toContain('No lead found.');
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain('2 leads found, the newest first.');
});

it('says why a number was not taken off, and what is no number', async () => {
  changeDoNotCall.mockResolvedValue(
    fail({ code: 'vicidial', failure: { code: 'notPermitted', function: 'delete_dnc_phone' } }),
  );
  await lookUp('system');
  control('button', 'Take off the list').click();
  await expect.poll(() => document.activeElement?.closest('.row-confirm') ?? null).not.toBeNull();
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain('delete_dnc_phone');
  const doNotCall = async () => fail({ code: 'number', failure: { code: 'noDigits' } } as const);
  show(supervisor({ commands: { ...COMMANDS, doNotCall } }));
  control('button', 'Look up').click();
  await expect.poll(() => section('floor-dnc').querySelectorAll('.problem').length).toBe(1);
  expect(offered()).toEqual([]);
});

it('finds leads, and shows all that one holds when it is asked for', async () => {
  const leads = vi.fn(COMMANDS.leads);
  show(supervisor({ commands: { ...COMMANDS, leads } }));
  control('button', 'Search').click();
  expect(leads).not.toHaveBeenCalled();
  await userEvent.fill(input('lead-key'), '727 555 1212');
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain('2 leads found, the newest first.');
  expect(leads).toHaveBeenCalledExactlyOnceWith({ by: 'number', text: '727 555 1212' });
  expect(words()).toContain('Ana Ruiz');
  control('summary', 'Show all fields of lead 2007').click();
  await expect.poll(() => section('floor-leads').innerText).toContain('ana@example.com');
  await expectAccessible();
});

it('searches by what is chosen, and says that there is none, or what may not be seen', async () => {
  const leads = vi.fn<SupervisorCommands['leads']>().mockResolvedValue(ok({ ids: [], leads: [] }));
  show(supervisor({ commands: { ...COMMANDS, leads } }));
  await userEvent.selectOptions(section('floor-leads').querySelector('select')!, 'vendorLeadCode');
  await userEvent.fill(input('lead-key'), 'CRM-77');
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain('No lead found.');
  expect(leads).toHaveBeenCalledExactlyOnceWith({ by: 'vendorLeadCode', text: 'CRM-77' });
  leads.mockResolvedValue(ok({ ids: ['2007', '2001'], leads: null }));
  control('button', 'Search').click();
  await expect.poll(words).toContain('lead_all_info: 2007, 2001');
});
