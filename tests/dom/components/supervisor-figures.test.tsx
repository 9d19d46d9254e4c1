import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fail, ok } from '../../../lib/result.ts';
import { COMMANDS, STATS, supervisor } from '../../pages/component-gallery/supervisor-views.tsx';
import { control, drawn, expectAccessible, hide, later, show } from './mount.tsx';
import { field, words } from './sign-in-stage.tsx';

afterEach(hide);

const NOT_PERMITTED = fail({
  code: 'vicidial',
  failure: { code: 'notPermitted', function: 'call_dispo_report' },
} as const);
const SIGNED_IN = { status: 'signedIn', session: '1', server: 'https://dialer.example.com', user: 'boss' } as const;
const chart = () => document.querySelector('.shares')?.getAttribute('aria-label');
const press = (name: string) => control('[aria-labelledby="floor-figures"] button', name).click();
const choose = async (campaign: string) =>
  userEvent.selectOptions(document.querySelector('[aria-labelledby="floor-figures"] select') as HTMLElement, campaign);

it('asks for nothing until it is asked to', async () => {
  const figures = vi.fn(COMMANDS.figures);
  show(supervisor({ commands: { ...COMMANDS, figures } }));
  expect(figures).not.toHaveBeenCalled();
});

it.each([[-20], [20]])('begins with the dialer’s day, also where its clock is %i hours off', (hours) => {
  const clockAheadMs = hours * 3_600_000;
  show(supervisor({ state: { ...SIGNED_IN, clockAheadMs } }));
  const there = new Date(Date.now() + clockAheadMs).toISOString().slice(0, 10);
  expect(field('First day').value).toBe(there);
  expect(field('Last day').value).toBe(there);
});

it('shows what each did on those days, and reads the chart out', async () => {
  const figures = vi.fn(COMMANDS.figures);
  show(supervisor({ commands: { ...COMMANDS, figures } }));
  await userEvent.fill(field('First day'), '2026-11-02');
  await userEvent.fill(field('Last day'), '2026-11-06');
  press('Show');
  await expect.poll(words).toContain('Nov 2, 2026 to Nov 6, 2026');
  expect(figures).toHaveBeenCalledExactlyOnceWith({ from: '2026-11-02', to: '2026-11-06', campaign: null });
  expect(chart()).toBe('Talking 58%, Ready 23%, Wrap-up 8%, Paused 12%');
  expect(words()).toContain('All together');
  await expectAccessible();
});

it('asks for no period that ends before it begins', async () => {
  const figures = vi.fn(COMMANDS.figures);
  show(supervisor({ commands: { ...COMMANDS, figures } }));
  await userEvent.fill(field('First day'), '2026-11-06');
  await userEvent.fill(field('Last day'), '2026-11-02');
  press('Show');
  await expect.poll(words).toContain('the last not before the first');
  expect(figures).not.toHaveBeenCalled();
});

it('begins with the calls of a campaign where the figures are not told', async () => {
  show(supervisor({ commands: { ...COMMANDS, figures: async () => NOT_PERMITTED } }));
  await choose('TESTCAMP');
  press('Show');
  const told = () => document.querySelector('[aria-labelledby="floor-figures"] [role=status]')?.textContent;
  await expect.poll(told).toBe('TESTCAMP: 117 calls');
});

it('counts the calls of one campaign, or says what is missing for that, and shows the rest', async () => {
  const campaignCalls = vi.fn(COMMANDS.campaignCalls);
  show(supervisor({ commands: { ...COMMANDS, campaignCalls } }));
  await choose('TESTCAMP');
  press('Show');
  await expect.poll(words).toContain('TESTCAMP: 117 calls');
  expect(campaignCalls).toHaveBeenCalledTimes(1);
  show(supervisor({ commands: { ...COMMANDS, campaignCalls: async () => NOT_PERMITTED } }));
  press('Show');
  await expect.poll(words).toContain('This user may not use “call_dispo_report”.');
  expect(words()).toContain('Alice Agent');
});

it('tells no number of calls for another campaign, nor for one that was asked for before', async () => {
  const late = later<Awaited<ReturnType<typeof COMMANDS.campaignCalls>>>();
  const campaignCalls = vi.fn(COMMANDS.campaignCalls);
  show(supervisor({ commands: { ...COMMANDS, campaignCalls } }));
  await choose('TESTCAMP');
  press('Show');
  await expect.poll(words).toContain('TESTCAMP: 117 calls');
  campaignCalls.mockReturnValueOnce(late.answer);
  await choose('OFFCAMP');
  press('Show');
  await expect.poll(() => campaignCalls.mock.calls.length).toBe(2);
  await drawn();
  expect(words()).not.toContain('117 calls');
  late.come(ok(4));
  await expect.poll(words).toContain('OFFCAMP: 4 calls');
});

it('says that nobody worked, and why nothing could be told', async () => {
  show(supervisor({ commands: { ...COMMANDS, figures: async () => ok([]) } }));
  press('Show');
  await expect.poll(words).toContain('Nobody whom this user may see worked in this period.');
  const failure = { code: 'vicidial', failure: { code: 'timeout', timeoutMs: 8_000 } } as const;
  show(supervisor({ commands: { ...COMMANDS, figures: async () => fail(failure) } }));
  press('Show');
  await expect.poll(() => document.querySelectorAll('.problem').length).toBe(1);
  expect(words()).not.toContain('All together');
});

it('saves what it shows as a file, without the sum', async () => {
  const saveFile = vi.fn();
  show(supervisor({ commands: { ...COMMANDS, saveFile } }));
  press('Show');
  await expect.poll(words).toContain('Save as CSV');
  press('Save as CSV');
  const [name, text] = saveFile.mock.calls[0] as [string, string];
  expect(name).toMatch(/^dialside-agents-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  expect(text.split('\r\n').slice(0, 2)).toEqual([
    '\uFEFFAgent,Name,User group,Calls,Logged in,Talking,Ready,Wrap-up,Paused,Customer hung up',
    '1000,Alice Agent,AGENTS,41,4:20:00,2:30:00,1:00:00,0:20:00,0:30:00,0:01:30',
  ]);
  expect(text.split('\r\n')).toHaveLength(STATS.length + 2);
});
