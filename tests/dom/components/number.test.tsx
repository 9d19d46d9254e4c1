import { afterEach, describe, expect, it, vi } from 'vitest';
import { REST_MS } from '../../../components/number/use-rest.ts';
import { PageOver } from '../../../components/page-over.tsx';
import { fail, ok } from '../../../lib/result.ts';
import { CALLBACKS, LEADS, leadsOf, NO_RIGHTS, numberView } from '../../pages/component-gallery/number-views.tsx';
import { control, drawn, expectAccessible, hide, show } from './mount.tsx';
import { chooseLead } from './number-stage.tsx';
import { dialIn } from './panel-states.ts';
import { words } from './sign-in-stage.tsx';

afterEach(hide);

const ANOTHER = { ...dialIn('ringing').number, e164: '+14155550199' } as ReturnType<typeof dialIn>['number'];

/** So long the window takes no press. */
const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS + 50));

const headings = () => [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);

it('says who has the number, what was last, what is next, and who called', async () => {
  show(numberView());
  await expect.poll(words).toContain('Bert Jones');
  await expect.poll(headings).toEqual(['Lead', 'Recordings', 'Last calls']);
  const facts = [...document.querySelectorAll('.number-facts div')].map(({ textContent }) => textContent);
  expect(facts).toEqual([
    'Last dispositionCALLBK',
    'By1000',
    expect.stringMatching(/^Next call-backJan 5, 2027, 9:00\sAM · 1000$/),
    'Id in the CRMCRM-78',
    'List101',
  ]);
  expect(words()).toContain('Wants the offer in writing');
  await expect.poll(words).toMatch(/Nov 12, 2026, 4:20\sPM · NA · 0:00 · 1004/);
});

it('asks for the recordings and call-backs of the lead that is chosen, and dials that one, once', async () => {
  const recordings = vi.fn(async () => ok([]));
  const callbacks = vi.fn(async () => ok(CALLBACKS));
  const dial = vi.fn(async () => ok(dialIn('preparing')));
  show(numberView({ commands: { recordings, callbacks, dial } }));
  await chooseLead(LEADS[1]!.leadId);
  await expect.poll(() => document.querySelector('.number-name')?.textContent).toBe('#1987');
  await expect.poll(() => recordings.mock.calls).toEqual([['2002'], ['1987']]);
  expect(callbacks.mock.calls).toEqual([['2002'], ['1987']]);
  await rest();
  control('button', 'Call').click();
  await expect.poll(() => dial.mock.calls).toEqual([['1987']]);
});

it.each([
  [leadsOf(...LEADS), []],
  [{ ...leadsOf(...LEADS), older: 7 }, ['Older leads with this number that are not shown here: 7.']],
  [
    { ...leadsOf(), foreign: 2 },
    [
      'No lead of the dialer has this number.',
      'Leads with the same digits and another country’s code, not shown here: 2.',
    ],
  ],
])('of %j tells what is not shown', async (leads, said) => {
  const rights = async () => ok({ leads: false, add: false, doNotCall: false, newLeadList: null });
  show(numberView({ commands: { rights, callbacks: async () => ok([]), leads: async () => ok(leads) } }));
  await expect.poll(words).toContain('CALLBK · 1:05');
  const [section] = document.querySelectorAll('section');
  const hints = [...section!.querySelectorAll('.hint')].map(({ textContent }) => textContent);
  expect(hints.filter((hint) => hint !== '')).toEqual(said);
});

it('leaves out what the login may not ask for, and calls nothing broken', async () => {
  show(numberView({ commands: NO_RIGHTS }));
  await expect.poll(headings).toEqual([]);
  expect(document.querySelector('[role=alert]')).toBeNull();
  expect(control('button', 'Call')).toBeTruthy();
});

it('says what could not be read, and reads it again when it is pressed', async () => {
  const leads = vi.fn().mockResolvedValueOnce(fail({ code: 'vicidial', failure: { code: 'translated' } }));
  leads.mockResolvedValue(ok(leadsOf(...LEADS)));
  show(numberView({ commands: { leads } }));
  await expect.poll(words).toContain('default English');
  control('button', 'Try again').click();
  await expect.poll(words).toContain('Bert Jones');
  expect(leads).toHaveBeenCalledTimes(2);
});

it('offers no second try of a password that was refused', async () => {
  const leads = async () => fail({ code: 'vicidial', failure: { code: 'badCredentials' } } as const);
  show(numberView({ commands: { ...NO_RIGHTS, leads } }));
  await expect.poll(words).toContain('or a user below level 7');
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).not.toContain('Try again');
});

it('follows the call of its own number, and of no other', async () => {
  show(numberView({ dial: dialIn('ringing') }));
  expect(words()).toContain('Ringing');
  expect(control('button', 'Call').getAttribute('aria-disabled')).toBe('true');
  show(numberView({ dial: dialIn('ringing', { number: ANOTHER }) }));
  await expect.poll(words).not.toContain('Ringing');
  expect(control('button', 'Call').getAttribute('aria-disabled')).toBe('false');
});

it('says why a call was refused', async () => {
  const dial = async () => fail({ code: 'agentOnCall' } as const);
  show(numberView({ commands: { ...NO_RIGHTS, dial } }));
  await rest();
  control('button', 'Call').click();
  await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('You are on a call');
});

it('shows nothing of the lead to who is signed out', async () => {
  show(numberView());
  await expect.poll(words).toContain('Bert Jones');
  show(numberView({ session: null }));
  await expect.poll(words).toContain('Sign in to see');
  expect(words()).not.toContain('Bert');
  expect(headings()).toEqual([]);
});

it('offers no change that the login may not make', async () => {
  show(
    numberView({
      commands: { rights: async () => ok({ leads: false, add: false, doNotCall: false, newLeadList: null }) },
    }),
  );
  await expect.poll(headings).toEqual(['Lead', 'Recordings', 'Last calls']);
  await expect.poll(words).toContain('CALLBK · 1:05');
  const names = [...document.querySelectorAll('button')].map(({ textContent }) => textContent);
  expect(names).toEqual(['Call', 'Copy number', 'Play']);
});

it('takes no press that was begun before anybody could read the number, and says so', async () => {
  const dial = vi.fn(async () => ok(dialIn('preparing')));
  const view = numberView({ commands: { ...NO_RIGHTS, dial } });
  show(view);
  control('button', 'Call').click();
  await expect.poll(words).toContain('Check the number, then press Call again.');
  await rest();
  // Another window lay over this one.
  dispatchEvent(new Event('focus'));
  control('button', 'Call').click();
  await drawn();
  expect(dial).not.toHaveBeenCalled();
  await rest();
  control('button', 'Call').click();
  await expect.poll(() => dial.mock.calls).toEqual([[null]]);
  expect(words()).not.toContain('Check the number');
});

it('takes no press at once either when it has become about another number', async () => {
  const dial = vi.fn(async () => ok(dialIn('preparing')));
  show(numberView({ commands: { ...NO_RIGHTS, dial } }));
  await rest();
  show(numberView({ called: ANOTHER, commands: { ...NO_RIGHTS, dial } }));
  await expect.poll(words).toContain('555 0199');
  control('button', 'Call').click();
  await drawn();
  expect(dial).not.toHaveBeenCalled();
});

it('says what to do where there is nothing that it is about', async () => {
  const onClose = vi.fn();
  show(<PageOver title="numberGone" onClose={onClose} />);
  expect(words()).toContain('open the number again');
  await expectAccessible();
  control('button', 'Close').click();
  expect(onClose).toHaveBeenCalledTimes(1);
});

describe('a lead that is to be shown first', () => {
  const later = () => new Promise((resolve) => setTimeout(resolve, REST_MS + 50));

  it('is asked for as that, once it could be read what it is', async () => {
    const preview = vi.fn(async () => ok(dialIn('preparing')));
    show(numberView({ canPreview: true, commands: { preview } }));
    await expect.poll(words).toContain('Bert Jones');
    control('button', 'Preview').click();
    await expect.poll(words).toContain('then press Preview again');
    expect(preview).not.toHaveBeenCalled();
    await later();
    control('button', 'Preview').click();
    await expect.poll(() => preview.mock.calls).toEqual([['2002']]);
  });

  it('is not asked for again while it is shown, nor called from here', async () => {
    const [dial, preview] = [vi.fn(async () => ok(dialIn('preparing'))), vi.fn(async () => ok(dialIn('preparing')))];
    show(numberView({ canPreview: true, dial: dialIn('previewing'), commands: { dial, preview } }));
    await later();
    expect(words()).toContain('Previewing a lead');
    for (const name of ['Preview', 'Call']) control('button', name).click();
    expect(dial).not.toHaveBeenCalled();
    expect(preview).not.toHaveBeenCalled();
  });

  it('says why it is not shown', async () => {
    const preview = vi.fn(async () => fail({ code: 'previewOtherNumber' } as const));
    show(numberView({ canPreview: true, commands: { preview } }));
    await later();
    await expect.poll(words).toContain('Bert Jones');
    control('button', 'Preview').click();
    await expect.poll(words).toContain('A preview calls the lead’s first number');
  });

  it('is not offered for a number that is no lead', async () => {
    const leads = async () => ok({ shown: [], older: 0, foreign: 0 });
    show(numberView({ canPreview: true, commands: { leads } }));
    await expect.poll(words).toContain('No lead of the dialer has this number');
    expect(() => control('button', 'Preview')).toThrow();
  });

  it('is not offered where nobody tells that it is shown, nor to who is signed out', async () => {
    show(numberView({ canPreview: false }));
    await expect.poll(words).toContain('Bert Jones');
    expect(() => control('button', 'Preview')).toThrow();
    show(numberView({ canPreview: true, session: null }));
    expect(() => control('button', 'Preview')).toThrow();
  });
});
