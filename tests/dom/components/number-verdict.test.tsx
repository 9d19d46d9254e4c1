import { afterEach, expect, it, vi } from 'vitest';
import type { NumberVerdict } from '../../../lib/messages/number-verdict.ts';
import { NO_RIGHTS, numberView } from '../../pages/component-gallery/number-views.tsx';
import { control, drawn, hide, later, show } from './mount.tsx';
import { openTool } from './number-stage.tsx';
import { dialIn } from './panel-states.ts';
import { words } from './sign-in-stage.tsx';

afterEach(hide);

const LISTED: NumberVerdict = { doNotCall: 'system', clockMinutes: null, isOutsideCallTime: null };
const SESSION = 'https://dialer.example.com 1000 1';
const ANOTHER = { ...dialIn('ringing').number, e164: '+14155550199' } as ReturnType<typeof dialIn>['number'];

type Change = Partial<Omit<Parameters<typeof numberView>[0] & object, 'commands'>>;

const describe = (told: NumberVerdict | null) => [
  { text: told === null ? 'Nothing told' : `On the list: ${told.doNotCall}` },
];

/** The window with what it says of a verdict in one line. */
function showVerdict(verdict: () => Promise<NumberVerdict | null>, change: Change = {}) {
  show(
    numberView({
      session: SESSION,
      describe,
      commands: { ...NO_RIGHTS, verdict },
      ...change,
    }),
  );
}

it('says what VICIdial has told of the number, once it has', async () => {
  const late = later<NumberVerdict | null>();
  showVerdict(() => late.answer);
  expect(words()).toContain('Nothing told');
  late.come(LISTED);
  await expect.poll(words).toContain('On the list: system');
});

it('says nothing where the background could not be reached, and to nobody who is signed out', async () => {
  const ask = vi.fn(async () => Promise.reject(new Error('gone')));
  showVerdict(ask);
  await drawn();
  expect(words()).toContain('Nothing told');
  showVerdict(ask, { session: null });
  await drawn();
  expect(ask).toHaveBeenCalledTimes(1);
});

it.each([
  ['the next sign-in', { session: 'https://dialer.example.com 1000 2' }],
  ['the next agent', { session: 'https://dialer.example.com 1004 2' }],
  ['another number', { called: ANOTHER }],
] as const)('asks anew for %s, and tells it nothing of the one before, however late', async (_what, change) => {
  const [early, late] = [later<NumberVerdict | null>(), later<NumberVerdict | null>()];
  showVerdict(() => early.answer);
  await drawn();
  const ask = vi.fn(() => late.answer);
  showVerdict(ask, change);
  await expect.poll(() => ask.mock.calls.length).toBe(1);
  early.come(LISTED);
  await drawn();
  expect(words()).toContain('Nothing told');
  late.come({ ...LISTED, doNotCall: 'campaign' });
  await expect.poll(words).toContain('On the list: campaign');
});

it('forgets with the sign-out what was told', async () => {
  showVerdict(async () => LISTED);
  await expect.poll(words).toContain('On the list: system');
  showVerdict(async () => LISTED, { session: null });
  await expect.poll(words).toContain('Nothing told');
});

it('asks anew after a change, and takes back nothing of that for what was asked before', async () => {
  const early = later<NumberVerdict | null>();
  const verdict = vi.fn(async () => LISTED as NumberVerdict | null).mockReturnValueOnce(early.answer);
  show(
    numberView({
      describe,
      commands: { verdict },
    }),
  );
  await openTool('doNotCall');
  control('button', 'Put it on the list').click();
  await expect.poll(words).toContain('On the list: system');
  early.come({ ...LISTED, doNotCall: null });
  await drawn();
  expect(words()).toContain('On the list: system');
});
