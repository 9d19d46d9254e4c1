import type { Page } from '@playwright/test';
import { findCampaign } from '../simulator/world.ts';
import { SUPERVISOR } from '../steps/supervisor-desk.ts';
import type { Desk } from './fixtures/desk.ts';
import { expect, test } from './fixtures/test.ts';

const PATIENCE = { timeout: 30_000 };
const MOST_STOPS = 80;

/** Where the focus is, and how it is drawn. */
interface Stop {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  /** Something tells it from the same without the focus. */
  readonly isMarked: boolean;
  readonly isInView: boolean;
}

/** Null while nothing has the focus. */
function focused(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    if (!at || at === document.body) return null;
    const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0]?.innerText : null;
    const { top, bottom } = at.getBoundingClientRect();
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
    return {
      name: (at.ariaLabel ?? label ?? at.innerText).trim(),
      top: top + scrollY,
      bottom: bottom + scrollY,
      // Of a field for a day the browser itself marks the part that has it.
      isMarked:
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) ||
        boxShadow !== 'none' ||
        at.matches('[type=date]'),
      isInView: top >= 0 && bottom <= innerHeight,
    };
  });
}

async function expectSeen(page: Page): Promise<Stop> {
  const stop = await focused(page);
  expect(stop).toMatchObject({ isMarked: true, isInView: true });
  return stop as Stop;
}

/** Presses Tab until that control has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if ((await focused(page))?.name === name) return void (await expectSeen(page));
    await page.keyboard.press('Tab');
  }
  throw new Error(`No "${name}" within ${MOST_STOPS} stops.`);
}

async function expectAt(page: Page, name: string): Promise<void> {
  await expect.poll(async () => (await focused(page))?.name, PATIENCE).toBe(name);
  await expectSeen(page);
}

async function type(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

async function signInByKeyboard(desk: Desk): Promise<Page> {
  const page = await desk.extension.context.newPage();
  await page.goto(desk.extension.url('supervisor.html'));
  await expect(page.getByLabel('Server address')).toBeVisible();
  await type(page, 'Server address', desk.dialer.url);
  await type(page, 'User', SUPERVISOR.user);
  await type(page, 'Password', SUPERVISOR.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Stop TESTCAMP' })).toBeVisible(PATIENCE);
  await expectAt(page, 'Supervisor');
  return page;
}

/** Every stop of a whole round, from the first to the last. */
async function walkAround(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 2 * MOST_STOPS; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (!stop || (stops.length > 1 && stop.name === stops[0]?.name && stop.top === stops[0].top)) return stops;
    expect(stop, stop.name).toMatchObject({ isMarked: true, isInView: true });
    // A field of a day has several stops of its own.
    if (stop.name !== stops.at(-1)?.name || stop.top !== stops.at(-1)?.top) stops.push(stop);
  }
  throw new Error('The walk does not end.');
}

test('the supervisor’s page is walked through in reading order, and each control of it reached', async ({ desk }) => {
  const page = await signInByKeyboard(desk);
  const stops = await walkAround(page);
  const controls = await page
    .locator('main')
    .locator('button, input, select, a[href], summary')
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => {
          const { labels = null } = one as Partial<HTMLInputElement>;
          return (one.ariaLabel ?? labels?.[0]?.innerText ?? (one as HTMLElement).innerText).trim();
        }),
    );
  expect(stops.map(({ name }) => name)).toEqual(controls);
  // No stop is above the one before.
  expect(stops.filter(({ bottom }, at) => bottom <= (stops[at - 1]?.top ?? -1))).toEqual([]);
});

test('a supervisor changes campaigns and lists by keyboard alone, and the focus is never lost', async ({ desk }) => {
  const { dialer } = desk;
  const page = await signInByKeyboard(desk);
  await tabTo(page, 'Stop TESTCAMP');
  await page.keyboard.press('Enter');
  await expectAt(page, 'Stop');
  await page.keyboard.press('Escape');
  await expectAt(page, 'Stop TESTCAMP');
  await page.keyboard.press('Space');
  await expectAt(page, 'Stop');
  await page.keyboard.press('Enter');
  await expect(page.getByText('TESTCAMP is changed.')).toBeVisible(PATIENCE);
  await expectAt(page, 'Start TESTCAMP');
  expect(findCampaign(dialer.world, 'TESTCAMP')?.active).toBe('N');

  const mend = dialer.faults.add({ match: { function: 'update_campaign' }, fault: { kind: 'html' } });
  await page.keyboard.press('Enter');
  await expectAt(page, 'Start');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible(PATIENCE);
  await expectAt(page, 'Start TESTCAMP');
  mend();
  await tabTo(page, 'Set level of TESTCAMP');
  await page.keyboard.press('Enter');
  await type(page, 'Dial level of TESTCAMP, 0 to 20', '99');
  await page.keyboard.press('Enter');
  await expectAt(page, 'Dial level of TESTCAMP, 0 to 20');
  await page.keyboard.press('Escape');
  await expectAt(page, 'Set level of TESTCAMP');
  expect(dialer.log.requests({ function: 'update_campaign' })).toHaveLength(2);

  await tabTo(page, 'Count the hopper of TESTCAMP');
  await page.keyboard.press('Space');
  await expect(page.getByText('TESTCAMP has 1 lead in its hopper.')).toBeVisible(PATIENCE);
  await expectAt(page, 'Count the hopper of TESTCAMP');

  const dnc = page.getByRole('region', { name: 'Do-not-call lists' });
  await dnc.getByLabel('Phone number').focus();
  const mendList = dialer.faults.add({ match: { function: 'check_phone_number' }, fault: { kind: 'html' } });
  await type(page, 'Phone number', '(727) 555-1212');
  await page.keyboard.press('Enter');
  await expect(dnc.getByRole('alert')).toBeVisible(PATIENCE);
  await expectAt(page, 'Phone number');
  mendList();
  await page.keyboard.press('Enter');
  await tabTo(page, 'Look up');
  await expect(dnc.getByRole('button', { name: 'Put on the list' })).toBeVisible(PATIENCE);
  await tabTo(page, 'Put on the list');
  await page.keyboard.press('Space');
  await expect(dnc.getByText(/^Put .* on this list/)).toBeVisible();
  await expectAt(page, 'Put on the list');
  await page.keyboard.press('Enter');
  await expect(dnc.getByText('was put on this list')).toBeVisible(PATIENCE);
  await expectAt(page, 'Do-not-call lists');
  await page.keyboard.press('Tab');
  await expectAt(page, 'Phone number');

  await tabTo(page, 'Sign out');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in as supervisor' })).toBeVisible();
  await expectAt(page, 'Supervisor');
  await page.keyboard.press('Tab');
  await expectAt(page, 'Server address');
});
