import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NOTHING_READ, readingAfter } from '../../../components/supervisor/reading.ts';
import type { SignInRequest } from '../../../lib/messages/sign-in.ts';
import type {
  CampaignChangeRequest,
  CampaignRow,
  QueueRow,
  SupervisorAnswer,
  SupervisorSignInProblem,
} from '../../../lib/messages/supervisor.ts';
import { fail, ok, type Result } from '../../../lib/result.ts';
import {
  AGENTS_OUT_OF_REACH,
  CAMPAIGNS,
  SUPERVISOR_VIEWS,
  supervisor,
} from '../../pages/component-gallery/supervisor-views.tsx';
import { control, drawn, hide, later, show } from './mount.tsx';
import { field, words } from './sign-in-stage.tsx';
import { wordsIn } from './words.ts';

const onChange = vi.fn<(change: CampaignChangeRequest) => Promise<SupervisorAnswer<null>>>();
const onSignIn = vi.fn<(request: SignInRequest) => Promise<Result<null, SupervisorSignInProblem>>>();
beforeEach(() => {
  onChange.mockReset().mockResolvedValue(ok(null));
  onSignIn.mockReset().mockResolvedValue(ok(null));
});
afterEach(async () => {
  hide();
  await page.viewport(1000, 700);
});

const row = (name: string) => [...document.querySelectorAll('tr')].find((each) => each.textContent?.startsWith(name));

const levelField = () =>
  expect
    .poll(() => document.querySelector<HTMLInputElement>('.row-confirm input'))
    .not.toBeNull()
    .then(() => document.querySelector('.row-confirm input') as HTMLInputElement);

it('counts the agents of each state, and names each with his state', () => {
  show(supervisor());
  expect(row('Talking')?.querySelector('td')?.textContent).toBe('2');
  expect(row('Bob Best')?.textContent).toContain('Paused · LUNCH');
  expect(row('Ivan Ink')?.textContent).toContain('Wrap-up');
});

it('says that there is no campaign to be seen, and draws no table without rows', () => {
  show(supervisor({ campaigns: readingAfter<CampaignRow>(NOTHING_READ, ok([]), 0) }));
  const section = document.querySelector('section[aria-labelledby="floor-campaigns"]')!;
  expect(section.textContent).toContain('This user may see no campaign.');
  expect(section.querySelector('table')).toBeNull();
});

it('draws its bars from where the words of the page begin', () => {
  show(<div dir="rtl">{supervisor()}</div>);
  const bars = [...document.querySelectorAll('.bars .bar')];
  const boxes = bars.map((bar) => [bar.getBoundingClientRect(), bar.querySelector('rect')!.getBoundingClientRect()]);
  expect(boxes.map(([room, bar]) => Math.round(room!.right - bar!.right))).toEqual(bars.map(() => 0));
});

it('says of one in-group why it is not known, and shows the others', () => {
  const failed = fail({ code: 'vicidial', failure: { code: 'notVicidial' } } as const);
  const known = ok({ callsWaiting: 3, agents: 1, inCalls: 1, waiting: 0, paused: 0, inWrapUp: 0, dialling: 0 });
  const rows: readonly QueueRow[] = [
    { name: 'SALESLINE', counts: failed },
    { name: 'SUPPORT', counts: known },
    { name: 'BILLING', counts: null },
  ];
  show(supervisor({ ingroups: readingAfter(NOTHING_READ, ok(rows), 0), watched: rows.map(({ name }) => name) }));
  expect(row('SALESLINE')?.querySelector('td')?.textContent).toContain('The answer is not VICIdial’s.');
  expect(row('SALESLINE')?.querySelectorAll('td').length).toBe(1);
  expect(row('SUPPORT')?.querySelector('td')?.textContent).toContain('3');
  const cells = [...(row('BILLING')?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent);
  expect(cells).toEqual(Array(7).fill('–'));
});

it('keeps what was read last while the dialer is away, says from when it is, and lets nothing be changed by it', async () => {
  show(supervisor({ agents: AGENTS_OUT_OF_REACH, onChange }));
  expect(words()).toContain('No connection to the dialer');
  expect(words()).toMatch(/Last read at \d+:\d+:\d+/);
  expect(row('Bob Best')?.textContent).toContain('Paused · LUNCH');
  const dots = [...document.querySelectorAll('.rows-table .dot')].map((dot) => getComputedStyle(dot).backgroundColor);
  expect(new Set(dots).size).toBe(1);
  control('button', 'Stop TESTCAMP').click();
  control('button', 'Set level of OFFCAMP').click();
  expect(control('button', 'Stop TESTCAMP').getAttribute('aria-disabled')).toBe('true');
  // Two drawings, in which a question would have come.
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  expect(document.querySelector('.row-confirm')).toBeNull();
});

it('stops a campaign after one question, by keyboard, and sends it once', async () => {
  let answer = (_: SupervisorAnswer<null>) => {};
  onChange.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  show(supervisor({ onChange }));
  control('button', 'Stop TESTCAMP').focus();
  await userEvent.keyboard('{Enter}');
  expect(words()).toContain('Stop TESTCAMP? Its agents get no more calls.');
  expect(onChange).not.toHaveBeenCalled();
  await expect.poll(() => document.activeElement?.textContent).toBe('Stop');
  await userEvent.keyboard('{Enter}{Enter}');
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ campaign: 'TESTCAMP', kind: 'active', active: false });
  answer(ok(null));
  await expect.poll(words).toContain('TESTCAMP is changed.');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Stop TESTCAMP');
});

it('says of a change without a clear answer that it may have been made', async () => {
  onChange.mockResolvedValue(fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 8_000 } }));
  show(supervisor({ onChange }));
  control('button', 'Stop TESTCAMP').click();
  await expect.poll(() => document.activeElement?.textContent).toBe('Stop');
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain('This may have been done: see what this page shows now');
  expect(words()).not.toContain('agent screen');
});

it.each(['de', 'es', 'fil', 'fr', 'it', 'pl', 'pt_BR'])(
  'breaks no word of a column’s name in a window of 320 pixels in %s',
  async (folder) => {
    await page.viewport(320, 700);
    show(supervisor(), await wordsIn(folder));
    const pen = document.createElement('canvas').getContext('2d')!;
    const broken = [...document.querySelectorAll<HTMLElement>('td[data-label]')].flatMap((cell) => {
      const { font, gridTemplateColumns } = getComputedStyle(cell);
      pen.font = font;
      const words = (cell.dataset.label ?? '').split(' ');
      return words.filter((word) => pen.measureText(word).width > Number.parseFloat(gridTemplateColumns));
    });
    expect(broken).toEqual([]);
    expect(document.documentElement.scrollWidth).toBe(320);
    for (const list of document.querySelectorAll<HTMLSelectElement>('.fields-form select')) {
      // The arrow and the edges take forty pixels.
      pen.font = getComputedStyle(list).font;
      expect(pen.measureText(list.selectedOptions[0]?.text ?? '').width, list.value).toBeLessThan(
        list.clientWidth - 40,
      );
    }
  },
);

it('puts the buttons of its forms in line with the fields beside them', () => {
  show(supervisor());
  const forms = [...document.querySelectorAll('form.fields-form')];
  expect(forms.length).toBe(4);
  for (const form of forms) {
    const edges = [...form.querySelectorAll('input, select, button')].map((each) => each.getBoundingClientRect());
    expect(new Set(edges.map(({ bottom }) => Math.round(bottom))).size, form.textContent ?? '').toBe(1);
    expect(new Set(edges.map(({ top }) => Math.round(top))).size, form.textContent ?? '').toBe(1);
  }
});

it('sends nothing when the question is left by Escape', async () => {
  show(supervisor({ onChange }));
  control('button', 'Start OFFCAMP').click();
  await expect.poll(() => document.activeElement?.textContent).toBe('Start');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Start OFFCAMP');
  expect(onChange).not.toHaveBeenCalled();
});

it.each(['', '-1', '20.5', '1.234', '1,5', 'two'])('takes no dial level of “%s”', async (level) => {
  show(supervisor({ onChange }));
  control('button', 'Set level of TESTCAMP').click();
  const input = await levelField();
  await userEvent.fill(input, level);
  await userEvent.keyboard('{Enter}');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
    'A number from 0 to 20',
  );
  expect(onChange).not.toHaveBeenCalled();
});

it('asks about one campaign at a time', async () => {
  show(supervisor({ onChange }));
  control('button', 'Set level of TESTCAMP').click();
  await levelField();
  control('button', 'Start OFFCAMP').click();
  await expect.poll(words).toContain('Start OFFCAMP?');
  expect(document.querySelectorAll('.row-confirm')).toHaveLength(1);
});

it('begins no change of another campaign before one is answered, and says of which one it was refused', async () => {
  const late = later<SupervisorAnswer<null>>();
  onChange.mockReturnValue(late.answer);
  show(supervisor({ onChange }));
  control('button', 'Stop TESTCAMP').click();
  await expect.poll(() => document.activeElement?.textContent).toBe('Stop');
  await userEvent.keyboard('{Enter}');
  const others = ['Start OFFCAMP', 'Set level of OFFCAMP'];
  const areShut = () => others.map((name) => control('button', name).getAttribute('aria-disabled'));
  await expect.poll(areShut).toEqual(['true', 'true']);
  for (const name of others) control('button', name).click();
  await drawn();
  expect(document.querySelectorAll('.row-confirm')).toHaveLength(1);
  late.come(fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 8_000 } }));
  await expect.poll(words).toContain('This may have been done');
  expect(words()).toContain('This is about: TESTCAMP.');
  expect(areShut()).toEqual(['false', 'false']);
  expect(onChange).toHaveBeenCalledTimes(1);
});

it('still tells how a change went where a hopper was counted meanwhile', async () => {
  const late = later<SupervisorAnswer<null>>();
  onChange.mockReturnValue(late.answer);
  show(supervisor({ onChange }));
  control('button', 'Stop TESTCAMP').click();
  await expect.poll(() => document.activeElement?.textContent).toBe('Stop');
  await userEvent.keyboard('{Enter}');
  control('button', 'Count the hopper of OFFCAMP').click();
  await expect.poll(() => document.querySelector('[role=status].told')?.textContent).toContain('OFFCAMP');
  late.come(fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 8_000 } }));
  await expect.poll(words).toContain('This is about: TESTCAMP.');
});

it('breaks no word of VICIdial at 640 pixels, keeps a dot beside its state, and scrolls nothing sideways', async () => {
  await page.viewport(640, 800);
  show(supervisor());
  const rectsOf = (node: Node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  };
  const method = [...document.querySelectorAll('.rows-table td > span')].find(
    ({ textContent }) => textContent === 'MANUAL',
  );
  expect(rectsOf(method!)).toHaveLength(1);
  const states = [...document.querySelectorAll('.rows-table .state > span')];
  expect(states.length).toBeGreaterThan(CAMPAIGNS.length);
  for (const state of states) {
    const [dot, ...text] = rectsOf(state);
    for (const line of text) expect(line.top).toBeLessThan(dot!.bottom);
  }
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(640);
});

it('sets a dial level, and says why it was refused', async () => {
  onChange.mockResolvedValue(
    fail({ code: 'vicidial', failure: { code: 'notPermitted', function: 'update_campaign' } }),
  );
  show(supervisor({ onChange }));
  control('button', 'Set level of TESTCAMP').click();
  await userEvent.fill(await levelField(), '2.5');
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain('This user may not use “update_campaign”.');
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ campaign: 'TESTCAMP', kind: 'dialLevel', dialLevel: 2.5 });
});

it('counts a hopper when it is asked for', async () => {
  show(supervisor());
  control('button', 'Count the hopper of TESTCAMP').click();
  await expect.poll(words).toContain('TESTCAMP has 42 leads in its hopper.');
  expect(row('2007')?.textContent).toContain('1 7275551212');
  expect(words()).toContain('The first 50');
});

it('names the level as a cause where the login is refused', async () => {
  onSignIn.mockResolvedValue(fail({ code: 'vicidial', failure: { code: 'badCredentials' } }));
  show(supervisor({ state: { status: 'signedOut', server: '' }, onSignIn }));
  await userEvent.fill(field('User'), '6666');
  await userEvent.fill(field('Password'), 'secret-1');
  control('button', 'Sign in as supervisor').click();
  await expect.poll(words).toContain('or a user below level 7');
});

it('signs in with a login of its own, and says what is wrong with another', async () => {
  onSignIn.mockResolvedValue(fail({ code: 'sameUser' }));
  show(supervisor({ state: { status: 'signedOut', server: '' }, onSignIn }));
  await userEvent.fill(field('User'), 'boss');
  await userEvent.fill(field('Password'), 'secret-1');
  control('button', 'Sign in as supervisor').click();
  await expect.poll(words).toContain('This login is the agent’s');
  expect(onSignIn).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ user: 'boss', statusCredential: null }));
});

it('shows what waits in each in-group, and that nobody is free for it', () => {
  show(supervisor());
  const cells = [...(row('SALESLINE')?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent?.trim());
  expect(cells.slice(0, 2)).toEqual(['3', '0']);
  expect(row('SALESLINE')?.dataset.tone).toBe('problem');
  expect(row('BILLING')?.dataset.tone).toBe('idle');
});

it('watches the in-groups that are typed, and none that cannot be one', async () => {
  const onWatch = vi.fn();
  show(supervisor({ onWatch }));
  await userEvent.fill(field('In-groups to watch'), 'SALESLINE, no/group');
  await userEvent.keyboard('{Enter}');
  await expect.poll(words).toContain('Not understood: no/group.');
  expect(onWatch).not.toHaveBeenCalled();
  await userEvent.fill(field('In-groups to watch'), 'SALESLINE SALESLINE,SUPPORT');
  await userEvent.keyboard('{Enter}');
  expect(onWatch).toHaveBeenCalledExactlyOnceWith(['SALESLINE', 'SUPPORT']);
});

it('names the right that is missing for one section, and shows the others', () => {
  show(SUPERVISOR_VIEWS.supervisorRefused?.());
  expect(words()).toContain('This user may not use “in_group_status”.');
  expect(words()).toContain('Campaigns');
});
