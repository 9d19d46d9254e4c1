import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { NumberCommands } from '../../../components/number/number-commands.ts';
import { fail, ok } from '../../../lib/result.ts';
import { CALLBACKS, LEADS, NO_RIGHTS, numberView } from '../../pages/component-gallery/number-views.tsx';
import { control, hide, show } from './mount.tsx';
import { dialIn } from './panel-states.ts';
import { words } from './sign-in-stage.tsx';

afterEach(async () => {
  hide();
  await page.viewport(1000, 700);
});

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
  await expect.poll(() => document.querySelector('select')).not.toBeNull();
  await userEvent.selectOptions(document.querySelector<HTMLSelectElement>('select')!, LEADS[1]!.leadId);
  await expect.poll(() => document.querySelector('.number-name')?.textContent).toBe('#1987');
  await expect.poll(() => recordings.mock.calls).toEqual([['2002'], ['1987']]);
  expect(callbacks.mock.calls).toEqual([['2002'], ['1987']]);
  control('button', 'Dial').click();
  await expect.poll(() => dial.mock.calls).toEqual([['1987']]);
});

it('leaves out what the login may not ask for, and calls nothing broken', async () => {
  show(numberView({ commands: NO_RIGHTS }));
  await expect.poll(headings).toEqual([]);
  expect(document.querySelector('[role=alert]')).toBeNull();
  expect(control('button', 'Dial')).toBeTruthy();
});

it('says what could not be read, and reads it again when it is pressed', async () => {
  const leads = vi.fn().mockResolvedValueOnce(fail({ code: 'vicidial', failure: { code: 'translated' } }));
  leads.mockResolvedValue(ok(LEADS));
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

describe('a recording', () => {
  /** A tenth of a second of silence. */
  const silence = () => {
    const bytes = new Uint8Array(44 + 1600);
    const view = new DataView(bytes.buffer);
    const text = (at: number, letters: string) => {
      for (const [i, letter] of [...letters].entries()) view.setUint8(at + i, letter.charCodeAt(0));
    };
    text(0, 'RIFF');
    view.setUint32(4, 36 + 1600, true);
    text(8, 'WAVEfmt ');
    for (const [at, value] of [
      [16, 16],
      [24, 8000],
      [28, 16_000],
      [40, 1600],
    ] as const)
      view.setUint32(at, value, true);
    for (const [at, value] of [
      [20, 1],
      [22, 1],
      [32, 2],
      [34, 16],
    ] as const)
      view.setUint16(at, value, true);
    text(36, 'data');
    return URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }));
  };

  it('is loaded when it is to be heard, and not before', async () => {
    const loadRecording = vi.fn(async () => silence());
    show(numberView({ commands: { loadRecording } }));
    await expect.poll(() => document.querySelector('[aria-label^="Play the recording of Nov 19"]')).not.toBeNull();
    expect(document.querySelector('audio')).toBeNull();
    expect(loadRecording).not.toHaveBeenCalled();
    control('button', /^Play the recording of Nov 19/).click();
    await expect.poll(() => document.querySelector('audio')?.src).toMatch(/^blob:/);
    expect(loadRecording).toHaveBeenCalledExactlyOnceWith('https://dialer.example.com/RECORDINGS/91.wav');
  });

  it('that lies elsewhere names the place, and has no button', async () => {
    show(numberView());
    await expect.poll(words).toContain('It lies on another server than your dialer, archive.example.com');
    expect(document.querySelectorAll('[aria-label^="Play"]')).toHaveLength(1);
  });

  it.each([
    ['could not be loaded', async () => null],
    ['is no sound', async () => URL.createObjectURL(new Blob(['<html>login</html>'], { type: 'audio/wav' }))],
  ])('that %s says so, and can be tried again', async (_why, loadRecording) => {
    show(numberView({ commands: { loadRecording } }));
    await expect.poll(() => document.querySelector('[aria-label^="Play"]')).not.toBeNull();
    control('button', /^Play/).click();
    await expect.poll(words).toContain('This recording could not be loaded.');
    expect(document.querySelector('audio')).toBeNull();
    expect(control('button', /^Play/)).toBeTruthy();
  });
});

it('follows the call of its own number, and of no other', async () => {
  show(numberView({ dial: dialIn('ringing') }));
  expect(words()).toContain('Ringing');
  expect(control('button', 'Dial').getAttribute('aria-disabled')).toBe('true');
  const other = { ...dialIn('ringing').number, e164: '+14155550199' } as ReturnType<typeof dialIn>['number'];
  show(numberView({ dial: dialIn('ringing', { number: other }) }));
  await expect.poll(words).not.toContain('Ringing');
  expect(control('button', 'Dial').getAttribute('aria-disabled')).toBe('false');
});

it('says why a call was refused', async () => {
  const dial = async () => fail({ code: 'agentOnCall' } as const);
  show(numberView({ commands: { ...NO_RIGHTS, dial } }));
  control('button', 'Dial').click();
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

describe('a call-back', () => {
  it('is planned for the lead that is shown, once, and read again', async () => {
    const planCallback = vi.fn(async () => ok(null));
    const callbacks = vi.fn(async () => ok([]));
    show(numberView({ commands: { planCallback, callbacks } }));
    await expect.poll(() => document.querySelector('[data-tool=callback]')).not.toBeNull();
    control('button', 'Call back at…').click();
    await expect.poll(() => document.querySelector('input[name=callback-at]')).not.toBeNull();
    await userEvent.fill(document.querySelector('input[name=callback-at]')!, '2099-01-05T09:30');
    await userEvent.fill(document.querySelector('input[name=callback-comment]')!, 'wants an offer');
    const plan = control('button', 'Plan the call-back');
    plan.click();
    plan.click();
    await expect.poll(words).toContain('The call-back is planned.');
    const callback = { at: '2099-01-05 09:30:00', type: 'USERONLY', comments: 'wants an offer' };
    expect(planCallback.mock.calls).toEqual([['2002', callback]]);
    expect(callbacks).toHaveBeenCalledTimes(2);
    expect(document.querySelector('form')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Call back at…');
  });

  it.each([
    ['', 'callback-at', 'Enter'],
    ['2001-01-05T09:30', 'callback-at', 'This time is past'],
  ])('at “%s” is not sent', async (at, name, said) => {
    const planCallback = vi.fn(async () => ok(null));
    show(numberView({ commands: { planCallback } }));
    await expect.poll(() => document.querySelector('[data-tool=callback]')).not.toBeNull();
    control('button', 'Call back at…').click();
    await expect.poll(() => document.querySelector(`input[name=${name}]`)).not.toBeNull();
    await userEvent.fill(document.querySelector(`input[name=${name}]`)!, at);
    control('button', 'Plan the call-back').click();
    await expect.poll(() => document.querySelector('.problem-note')?.textContent).toContain(said);
    expect(planCallback).not.toHaveBeenCalled();
  });

  it('that VICIdial does not take stays as it was filled in, and says why', async () => {
    const planCallback = async () => fail({ code: 'callbackUserUnknown' } as const);
    show(numberView({ commands: { planCallback } }));
    await expect.poll(() => document.querySelector('[data-tool=callback]')).not.toBeNull();
    control('button', 'Call back at…').click();
    await expect.poll(() => document.querySelector('input[name=callback-comment]')).not.toBeNull();
    await userEvent.fill(document.querySelector('input[name=callback-comment]')!, 'kept');
    control('button', 'Plan the call-back').click();
    await expect.poll(words).toContain('VICIdial does not know you as an agent for call-backs.');
    expect(document.querySelector<HTMLInputElement>('input[name=callback-comment]')?.value).toBe('kept');
  });

  it('is removed with all others of its lead, once it was asked how many they are and whose', async () => {
    const removeCallbacks = vi.fn(async () => ok(2));
    const mine = CALLBACKS[0]!;
    const others = [
      { ...mine, user: '1004', at: '2027-02-01 09:00:00' },
      { ...mine, for: 'ANYONE' as const, user: '', at: '2027-02-02 09:00:00' },
    ];
    const callbacks = vi.fn<NumberCommands['callbacks']>(async () => ok([]));
    callbacks.mockResolvedValueOnce(ok([mine, ...others]));
    show(numberView({ commands: { removeCallbacks, callbacks } }));
    await expect.poll(words).toContain('Remove the planned call-backs');
    control('button', 'Remove the planned call-backs').click();
    await expect.poll(words).toContain('Number: 3. For: 1000, 1004, Anyone.');
    expect(removeCallbacks).not.toHaveBeenCalled();
    control('button', 'Remove the planned call-backs').click();
    await expect.poll(words).toContain('Call-backs removed: 2.');
    expect(removeCallbacks.mock.calls).toEqual([['2002']]);
    expect(callbacks).toHaveBeenCalledTimes(2);
    await expect.poll(() => document.activeElement?.textContent).toBe('Call-backs removed: 2.');
    await userEvent.selectOptions(document.querySelector<HTMLSelectElement>('select')!, '1987');
    await expect.poll(words).not.toContain('Call-backs removed');
  });

  it('that could not be removed is a trouble of its own lead alone', async () => {
    const removeCallbacks = async () => fail({ code: 'noRight' } as const);
    show(numberView({ commands: { removeCallbacks } }));
    await expect.poll(words).toContain('Remove the planned call-backs');
    control('button', 'Remove the planned call-backs').click();
    await expect.poll(words).toContain('Number: 1.');
    control('button', 'Remove the planned call-backs').click();
    await expect.poll(words).toContain('The second login may not do this.');
    await userEvent.selectOptions(document.querySelector<HTMLSelectElement>('select')!, '1987');
    await expect.poll(words).not.toContain('The second login may not do this.');
  });
});

describe('do not call', () => {
  it.each([
    ['TESTCAMP', null, 'TESTCAMP', 'TESTCAMP'],
    ['TESTCAMP', 'The whole company', null, 'The whole company'],
    [null, null, null, 'The whole company'],
  ])(
    'in campaign %s, for %s, is asked about once and goes on the list of %s, called %s',
    async (campaign, chosen, list, called) => {
      const listDoNotCall = vi.fn(async () => ok('added' as const));
      const onChanged = vi.fn();
      show(numberView({ campaign, onChanged, commands: { listDoNotCall } }));
      await expect.poll(() => document.querySelector('[data-tool=doNotCall]')).not.toBeNull();
      control('button', 'Do not call…').click();
      await expect.poll(words).toContain('Only an administrator takes it off again.');
      expect(listDoNotCall).not.toHaveBeenCalled();
      if (chosen) await userEvent.click(control('label', chosen));
      expect(words()).toContain(`on this do-not-call list: ${called}?`);
      control('button', 'Put it on the list').click();
      await expect.poll(words).toContain(`was put on this list: ${called}.`);
      expect(listDoNotCall.mock.calls).toEqual([[list]]);
      expect(onChanged).toHaveBeenCalledTimes(1);
    },
  );

  it('is sent for the campaign that was shown, whichever the agent is in by then', async () => {
    const listDoNotCall = vi.fn(async () => fail({ code: 'otherCampaign' } as const));
    show(numberView({ commands: { listDoNotCall } }));
    await expect.poll(() => document.querySelector('[data-tool=doNotCall]')).not.toBeNull();
    control('button', 'Do not call…').click();
    await expect.poll(words).toContain('list: TESTCAMP?');
    show(numberView({ campaign: 'OTHERCMP', commands: { listDoNotCall } }));
    control('button', 'Put it on the list').click();
    await expect.poll(words).toContain('You are in another campaign now. Nothing was sent');
    expect(listDoNotCall.mock.calls).toEqual([['TESTCAMP']]);
  });
});

it('offers no change that the login may not make', async () => {
  show(numberView({ commands: { rights: async () => ok({ leads: false, add: false, doNotCall: false }) } }));
  await expect.poll(headings).toEqual(['Lead', 'Recordings', 'Last calls']);
  await expect.poll(words).toContain('CALLBK · 1:05');
  const names = [...document.querySelectorAll('button')].map(({ textContent }) => textContent);
  expect(names).toEqual(['Dial', 'Copy number', 'Play']);
});

describe('a change that is on its way', () => {
  type Planned = Awaited<ReturnType<NumberCommands['planCallback']>>;

  /** The window after *Plan the call-back* was pressed for the first lead, until the dialer answers. */
  async function plan(change: Partial<NumberCommands> = {}) {
    let resolve: (planned: Planned) => void = () => undefined;
    let reject: (reason: Error) => void = () => undefined;
    const answered = new Promise<Planned>((...settle) => {
      [resolve, reject] = settle;
    });
    const planCallback = vi.fn(() => answered);
    const onChanged = vi.fn();
    show(numberView({ onChanged, commands: { planCallback, ...change } }));
    await expect.poll(() => document.querySelector('[data-tool=callback]')).not.toBeNull();
    control('button', 'Call back at…').click();
    await expect.poll(() => document.querySelector('input[name=callback-at]')).not.toBeNull();
    await userEvent.fill(document.querySelector('input[name=callback-at]')!, '2099-01-05T09:30');
    control('button', 'Plan the call-back').click();
    await expect.poll(() => status()).toBe('Sending to the dialer');
    return { planCallback, onChanged, answer: { resolve, reject } };
  }
  const status = () => document.querySelector('.number-actions + [role=status]')?.textContent;
  const choose = (leadId: string) =>
    userEvent.selectOptions(document.querySelector<HTMLSelectElement>('select')!, leadId);

  it('cannot be left, nor sent a second time, before its outcome is known', async () => {
    const { planCallback, answer } = await plan();
    for (const name of ['Cancel', 'Plan the call-back', 'Call back at…', 'Do not call…'] as const) {
      expect(control('button', name).getAttribute('aria-disabled')).toBe('true');
      control('button', name).click();
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(document.querySelector('form')).not.toBeNull();
    answer.resolve(fail({ code: 'callbackUserUnknown' }));
    await expect.poll(words).toContain('VICIdial does not know you as an agent for call-backs.');
    expect(planCallback).toHaveBeenCalledTimes(1);
    control('button', 'Cancel').click();
    await expect.poll(() => document.querySelector('form')).toBeNull();
    expect(document.querySelector('[role=alert]')).toBeNull();
  });

  it('may have been made where nobody has answered clearly: that is said, and everything read again', async () => {
    const callbacks = vi.fn(async () => ok([]));
    const { answer, onChanged } = await plan({ callbacks });
    answer.resolve(fail({ code: 'vicidial', failure: { code: 'timeout', timeoutMs: 8_000 } }));
    await expect.poll(words).toContain('This may have been done');
    await expect.poll(() => callbacks.mock.calls.length).toBe(2);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('is read again, too, where not even the background has answered', async () => {
    const { answer, onChanged } = await plan();
    answer.reject(new Error('gone'));
    await expect.poll(words).toContain('This may have been done');
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('that failed while another lead was shown says so where its own is', async () => {
    const { answer } = await plan();
    await choose('1987');
    await expect.poll(() => document.querySelector('form')).toBeNull();
    answer.resolve(fail({ code: 'callbackUserUnknown' }));
    await expect.poll(status).toBe('');
    expect(document.querySelector('[role=alert]')).toBeNull();
    await choose('2002');
    await expect.poll(words).toContain('VICIdial does not know you as an agent for call-backs.');
  });

  it('tells its outcome beside its own lead alone', async () => {
    const { answer } = await plan();
    await choose('1987');
    await expect.poll(() => document.querySelector('form')).toBeNull();
    expect(status()).toBe('Sending to the dialer');
    control('button', 'Do not call…').click();
    answer.resolve(ok(null));
    await expect.poll(status).toBe('');
    await choose('2002');
    await expect.poll(status).toBe('The call-back is planned.');
    await choose('1987');
    await expect.poll(status).toBe('');
  });
});

describe('a number that is no lead', () => {
  const nobody = async () => ok([]);
  const openForm = async () => {
    await expect.poll(words).toContain('Add it as a lead');
    control('button', 'Add it as a lead').click();
    await expect.poll(() => document.querySelector('input[name=first-name]')).not.toBeNull();
    await userEvent.fill(document.querySelector('input[name=first-name]')!, ' Ada ');
    control('button', 'Add the lead').click();
  };

  it('is added once, and read again', async () => {
    const leads = vi.fn(nobody);
    const addLead = vi.fn(async () => ok({ outcome: 'added', isAltered: false } as const));
    show(numberView({ commands: { leads, addLead } }));
    await openForm();
    await expect.poll(() => leads.mock.calls.length).toBe(2);
    expect(addLead.mock.calls).toEqual([[{ firstName: 'Ada', lastName: '', listId: '998' }]]);
  });

  it.each([
    [{ outcome: 'duplicate', leadId: '4711' } as const, 'as lead 4711. Nothing was added.', 'Show the lead'],
    [{ outcome: 'doNotCall' } as const, 'It was not added.', 'Add the lead'],
    [{ outcome: 'added', isAltered: true } as const, 'VICIdial dropped letters', 'Show the lead'],
  ])('told %j says “%s”, and offers “%s”', async (outcome, said, next) => {
    const addLead = vi.fn(async () => ok(outcome));
    show(numberView({ commands: { leads: nobody, addLead } }));
    await openForm();
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain(said);
    expect(control('button', next)).toBeTruthy();
    expect(addLead).toHaveBeenCalledTimes(1);
  });

  it('is not offered to be one where the login may not', async () => {
    const rights = async () => ok({ leads: true, add: false, doNotCall: true });
    show(numberView({ commands: { leads: nobody, rights } }));
    await expect.poll(() => document.querySelector('[data-tool=doNotCall]')).not.toBeNull();
    expect(words()).not.toContain('Add it as a lead');
  });
});
