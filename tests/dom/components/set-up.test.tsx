import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SetUpView } from '../../../components/set-up/set-up-view.tsx';
import { emptyDraft } from '../../../components/sign-in/sign-in-draft.ts';
import type { ConnectionView } from '../../../lib/messages/panel-state.ts';
import type { FunctionReport, SetUpProblem, SetUpReport } from '../../../lib/messages/set-up-report.ts';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';
import { fail, ok, type Result } from '../../../lib/result.ts';
import { passwordWarning } from '../../../lib/vicidial/wire/credentials.ts';
import { ALL_WELL, FINDINGS } from '../../pages/component-gallery/set-up-views.tsx';
import { control, expectAccessible, hide, show } from './mount.tsx';
import { SIGNED_IN } from './panel-states.ts';
import { field, note, words } from './sign-in-stage.tsx';

const SIGNED_OUT: ConnectionView = { status: 'signedOut', remembered: null, isLocked: false, problem: null };
const onCheck = vi.fn<(typed: SignInRequest | null) => Promise<Result<SetUpReport, SetUpProblem>>>();
const onCopy = vi.fn<(text: string) => Promise<boolean>>();

function showPage(connection: ConnectionView = SIGNED_IN) {
  show(
    <SetUpView
      connection={connection}
      initial={{ ...emptyDraft('US'), server: 'dialer.example.com' }}
      isServerLocked={false}
      checkServer={() => null}
      passwordWarning={passwordWarning}
      onCheck={onCheck}
      onCopy={onCopy}
    />,
  );
}

beforeEach(() => {
  vi.clearAllMocks();
  onCopy.mockResolvedValue(true);
});
afterEach(hide);

it('checks the session by keyboard alone, once however often it is pressed', async () => {
  let answer = (_: Result<SetUpReport, SetUpProblem>) => {};
  onCheck.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  showPage();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.poll(words).toContain('Asking the dialer');
  expect(onCheck).toHaveBeenCalledExactlyOnceWith(null);
  answer(ok(ALL_WELL));
  await expect.poll(words).toContain('All is well');
  expect(words()).not.toContain('Asking the dialer');
});

it('tells of a supervisor what each function is for, and what it lacks, on the page and in the copy', async () => {
  const functions: readonly FunctionReport[] = [
    { name: 'logged_in_agents', told: 'allowed', needs: { level: 7, flags: ['apiAccess', 'viewReports'] } },
    {
      ...({ name: 'delete_dnc_phone', told: 'flagsMissing', isChange: true } as const),
      needs: { level: 8, flags: ['modifyLists', 'deleteFromDnc'] },
    },
  ];
  const supervisor = { user: 'boss', passwordWarning: null, problem: null, functions };
  onCheck.mockResolvedValue(ok({ ...ALL_WELL, supervisor }));
  showPage();
  control('button', 'Check').click();
  await expect.poll(words).toContain('Non-Agent API, supervisor boss');
  const row = [...document.querySelectorAll('tr')].find(({ innerText }) => innerText.includes('delete_dnc_phone'));
  expect(row?.innerText).toContain('Take off the list');
  const told = 'listed, but the user lacks a right: User Level = 8, Modify Lists = 1, Delete From DNC Lists = 1';
  expect(row?.innerText).toContain(told);
  await expectAccessible();
  control('button', 'Copy the result').click();
  await expect.poll(() => onCopy.mock.lastCall?.[0]).toContain(`- delete_dnc_phone: ${told}`);
});

it('copies the list of functions as VICIdial needs it, and the whole result', async () => {
  onCheck.mockResolvedValue(ok(FINDINGS));
  showPage();
  control('button', 'Check').click();
  await expect.poll(words).toContain('Park_call'.toLowerCase());
  expect(words()).toContain('3 things have to be changed.');
  expect(words()).toContain('It replaces the whole list: add to it whatever else');
  control('button', 'Copy this value').click();
  await expect.poll(() => onCopy.mock.lastCall?.[0]).toBe(' external_dial recording park_call logout ');
  control('button', 'Copy the result').click();
  await expect.poll(() => onCopy.mock.lastCall?.[0]).toContain('- park_call: not in the list');
  expect(onCopy.mock.lastCall?.[0]).toContain('" external_dial recording park_call logout "');
  expect(onCopy.mock.lastCall?.[0]).toContain('It replaces the whole list');
  await expect.poll(words).toContain('Copied.');
});

it('says once of all that may be changed that nobody has to', async () => {
  const functions: readonly FunctionReport[] = [
    { name: 'update_fields', told: 'flagsMissing', isChange: true, needs: { level: 7, flags: ['modifyLeads'] } },
  ];
  onCheck.mockResolvedValue(ok({ ...ALL_WELL, agent: { ...ALL_WELL.agent, functions }, service: null }));
  showPage();
  await userEvent.click(page.getByRole('button', { name: 'Check', exact: true }));
  const wanted = page.getByRole('heading', { name: 'Only if you want it' });
  await expect.element(wanted).toBeVisible();
  expect(wanted.elements()).toHaveLength(1);
  expect(wanted.element().nextElementSibling?.querySelectorAll('li')).toHaveLength(2);
});

it('breaks the name of a function behind its words, and nowhere within', async () => {
  const told = 'flagsMissing' as const;
  const needs = { level: 8, flags: ['apiAccess', 'modifyLeads', 'modifyLists'] } as const;
  const names = ['check_phone_number', 'lead_callback_info', 'recording_lookup'];
  const service = { ...ALL_WELL.agent, user: 'api7', functions: names.map((name) => ({ name, told, needs })) };
  onCheck.mockResolvedValue(ok({ ...ALL_WELL, service }));
  showPage();
  control('button', 'Check').click();
  await expect.poll(words).toContain('Non-Agent API, user api7');
  const parts = [...document.querySelectorAll('.set-up-functions code')]
    .filter(({ textContent }) => names.includes(textContent))
    .flatMap((code) => [...code.childNodes].filter((node) => node instanceof Text));
  const lines = parts.map((part) => {
    const range = document.createRange();
    range.selectNode(part);
    return [part.data, range.getClientRects().length];
  });
  expect(lines).toEqual(names.flatMap((name) => name.split(/(?<=_)/).map((word) => [word, 1])));
});

it('sets each campaign setting apart, under its own name', async () => {
  onCheck.mockResolvedValue(ok(ALL_WELL));
  showPage();
  control('button', 'Check').click();
  await expect.poll(words).toContain('All is well');
  const names = [...document.querySelectorAll('.set-up-campaign dt')];
  expect(names.map(({ textContent }) => textContent)).toContain('Manual Dial Filter');
  const [first, second] = names.map((name) => name.parentElement!.getBoundingClientRect());
  expect(second!.top - first!.bottom).toBeGreaterThanOrEqual(8);
  expect(Number(getComputedStyle(names[0]!).fontWeight)).toBeGreaterThanOrEqual(600);
});

it('says so when nothing could be copied', async () => {
  onCheck.mockResolvedValue(ok(ALL_WELL));
  onCopy.mockResolvedValue(false);
  showPage();
  control('button', 'Check').click();
  await expect.poll(words).toContain('All is well');
  control('button', 'Copy the result').click();
  await expect.poll(words).toContain('Not copied.');
});

it('takes a login where nobody is signed in, and sends nothing that is incomplete', async () => {
  onCheck.mockResolvedValue(fail({ code: 'vicidial', failure: { code: 'unreachable' } }));
  showPage(SIGNED_OUT);
  await userEvent.fill(field('User'), '6666');
  control('button', 'Check').click();
  await expect.poll(() => note('Password')).toContain('password');
  expect(onCheck).not.toHaveBeenCalled();
  await userEvent.fill(field('Password'), 'secret-1');
  await userEvent.fill(field('Status user'), '6666');
  await userEvent.fill(field('Status password'), 'secret-1');
  control('button', 'Check').click();
  await expect.poll(() => note('Status user')).toContain('Use another login than the agent');
  expect(onCheck).not.toHaveBeenCalled();
  await userEvent.fill(field('Status user'), 'api7');
  control('button', 'Check').click();
  await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('dialer');
  expect(onCheck).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ user: '6666', statusCredential: { user: 'api7', password: 'secret-1' }, pin: null }),
  );
});
