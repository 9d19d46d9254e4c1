import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { OptionsView } from '../../../components/options/options-view.tsx';
import { mergePauseCodes, parsePauseCodeLines } from '../../../components/options/pause-code-lines.ts';
import type { EditableSettings } from '../../../lib/messages/protocol.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';
import { control, hide, show } from './mount.tsx';

const SETTINGS: EditableSettings = {
  ...DEFAULT_SETTINGS,
  regions: ['US', 'GB', 'DE'],
  pauseCodes: [{ code: 'LUNCH', name: 'Lunch break' }],
  dispositions: [],
  transferIngroups: [],
  pauseBeforeDial: 'ask',
  dialPauseCode: '',
  webphoneHosts: ['phone.example.com'],
  siteMode: 'buttons',
  siteModes: [],
  notNumbers: [],
  numbersInNotices: false,
  keepCalls: false,
};

const onDisable = vi.fn(async (_patterns: readonly string[]) => null);
const onErase = vi.fn(async () => null);
const onChange = vi.fn<(change: Partial<EditableSettings>) => Promise<unknown>>();

function showOptions(change: Partial<EditableSettings> = {}) {
  show(
    <OptionsView
      settings={{ ...SETTINGS, ...change }}
      sites={[
        { host: null, patterns: ['https://*/*', 'http://*/*'] },
        { host: 'crm.example', patterns: ['https://crm.example/*'] },
      ]}
      regions={['US', 'GB', 'DE', 'FR']}
      onChange={onChange}
      onDisable={onDisable}
      onErase={onErase}
    />,
  );
}

const words = () => document.body.textContent;
const field = (name: string) => document.querySelector(`[name=${name}]`) as HTMLInputElement;

beforeEach(() => {
  vi.clearAllMocks();
  onChange.mockResolvedValue(null);
});
afterEach(hide);

describe('a change', () => {
  it('is stored at once and said to be', async () => {
    showOptions();
    await userEvent.click(control('label.check', 'Pause me and call'));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ pauseBeforeDial: 'always' });
    await expect.poll(() => document.querySelector('[role=status]')?.textContent).toBe('Saved');
  });

  it('that could not be stored is not said to be', async () => {
    onChange.mockRejectedValue(new Error('gone'));
    showOptions();
    await userEvent.click(control('label.check', 'When I point at a number'));
    await expect.poll(words).toContain('Dialside could not do this.');
    expect(words()).not.toContain('Saved');
  });
});

it('what was chosen for single sites is shown and taken back', async () => {
  showOptions({
    siteModes: [
      { host: 'crm.example.com', mode: 'off' },
      { host: 'desk.example.com', mode: 'marksOnly' },
    ],
  });
  expect(words()).toContain('desk.example.com: Never, mark numbers only');
  await userEvent.click(control('button', 'Remove crm.example.com: Off'));
  expect(onChange.mock.calls).toEqual([[{ siteModes: [{ host: 'desk.example.com', mode: 'marksOnly' }] }]]);
});

it('what is no phone number is shown and taken back, and spoken of only when there is something', async () => {
  showOptions();
  expect(words()).not.toContain('Not phone numbers');
  const [one, other] = [
    { host: 'crm.example.com', pattern: 'Slot: ###-####' },
    { host: 'desk.example.com', pattern: 'Slot: ###-####' },
  ];
  showOptions({ notNumbers: [one, other] });
  await userEvent.click(control('button', 'Remove Slot: ###-#### on crm.example.com'));
  expect(onChange.mock.calls).toEqual([[{ notNumbers: [other] }]]);
});

describe('countries', () => {
  it('are added, moved and removed, each in its order', async () => {
    showOptions();
    await userEvent.selectOptions(document.querySelector('select') as HTMLElement, 'FR');
    await userEvent.click(control('button', 'Move Germany up'));
    await userEvent.click(control('button', 'Remove United Kingdom'));
    expect(onChange.mock.calls.map(([change]) => change.regions)).toEqual([
      ['US', 'GB', 'DE', 'FR'],
      ['US', 'DE', 'GB'],
      ['US', 'DE'],
    ]);
  });

  it('never run out: without one no national number could be read', () => {
    showOptions({ regions: ['US'] });
    expect(() => control('button', /^Remove United/)).toThrow();
  });
});

describe('pause codes', () => {
  it('are added by keyboard', async () => {
    showOptions();
    field('pause-code').focus();
    await userEvent.keyboard('COACH{Tab}Coaching{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({
      pauseCodes: [...SETTINGS.pauseCodes, { code: 'COACH', name: 'Coaching' }],
    });
    expect(field('pause-code').value).toBe('');
  });

  it.each([
    ['TOOLONG', 'A code has 1 to 6 letters or digits.'],
    ['', 'A code has 1 to 6 letters or digits.'],
    ['A B', 'A code has 1 to 6 letters or digits.'],
    ['LUNCH', 'This code is already in the list.'],
  ])('like %j are refused in place', async (code, sentence) => {
    showOptions();
    await userEvent.fill(field('pause-code'), code);
    field('pause-code').focus();
    await userEvent.keyboard('{Enter}');
    expect(words()).toContain(sentence);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('are pasted as a list; what is not understood stays to be corrected', async () => {
    showOptions();
    await userEvent.click(document.querySelector('summary') as Element);
    await userEvent.fill(document.querySelector('textarea') as Element, 'COACH Coaching\nTOO-LONG-CODE x');
    await userEvent.click(control('button', 'Add these lines'));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({
      pauseCodes: [...SETTINGS.pauseCodes, { code: 'COACH', name: 'Coaching' }],
    });
    expect(words()).toContain('Not understood: TOO-LONG-CODE x');
    expect(document.querySelector('textarea')?.value).toBe('TOO-LONG-CODE x');
  });

  it('are chosen for calls from the list', async () => {
    showOptions();
    await userEvent.selectOptions(document.querySelectorAll('select')[1] as HTMLElement, 'LUNCH');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ dialPauseCode: 'LUNCH' });
  });
});

describe('sites', () => {
  it('are named, and turned off one by one or all at once', async () => {
    showOptions();
    await userEvent.click(control('button', 'Remove crm.example'));
    expect(onDisable).toHaveBeenLastCalledWith(['https://crm.example/*']);
    await userEvent.click(control('button', 'Remove All sites'));
    expect(onDisable).toHaveBeenLastCalledWith(['https://*/*', 'http://*/*']);
    await expect.poll(words).toContain('Saved');
  });
});

describe('webphone addresses', () => {
  it('are taken back', async () => {
    showOptions();
    await userEvent.click(control('button', 'Remove phone.example.com'));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ webphoneHosts: [] });
  });
});

describe('pasted lines', () => {
  it.each([
    ['LUNCH Lunch break', { code: 'LUNCH', name: 'Lunch break' }],
    ['LUNCH\tLunch break', { code: 'LUNCH', name: 'Lunch break' }],
    ['LUNCH - Lunch break', { code: 'LUNCH', name: 'Lunch break' }],
    ['LUNCH,Lunch break', { code: 'LUNCH', name: 'Lunch break' }],
    ['LUNCH: Lunch break', { code: 'LUNCH', name: 'Lunch break' }],
    ['  LUNCH  ', { code: 'LUNCH', name: '' }],
  ])('%j is a code', (line, code) => {
    expect(parsePauseCodeLines(line)).toEqual({ codes: [code], skipped: [] });
  });

  it.each(['LUNCHES Lunch', '- Lunch', 'é Lunch', ', x'])('%j is none', (line) => {
    expect(parsePauseCodeLines(line)).toEqual({ codes: [], skipped: [line.trim()] });
  });

  it('hold the last name of a code, and skip empty lines', () => {
    expect(parsePauseCodeLines('A one\r\n\r\nB two\nA three').codes).toEqual([
      { code: 'A', name: 'three' },
      { code: 'B', name: 'two' },
    ]);
  });

  it('keep the place of a code that is there already', () => {
    const merged = mergePauseCodes(
      [
        { code: 'A', name: 'one' },
        { code: 'B', name: 'two' },
      ],
      [{ code: 'A', name: 'new' }],
    );
    expect(merged).toEqual([
      { code: 'A', name: 'new' },
      { code: 'B', name: 'two' },
    ]);
  });
});

describe('costly calls', () => {
  it.each(['neverDial', 'alwaysAsk', 'alwaysAllow'] as const)(
    '%s takes beginnings of numbers, as people write them',
    async (name) => {
      showOptions({ [name]: ['+979'] });
      await userEvent.fill(field(name), '+1 900, +1-876; 0190');
      field(name).focus();
      await userEvent.keyboard('{Enter}');
      expect(onChange).toHaveBeenCalledExactlyOnceWith({ [name]: ['+979', '+1900', '+1876'] });
      expect(words()).toContain('Not understood: 0190.');
      expect(field(name).value).toBe('0190');
      await userEvent.click(control('button', 'Remove +979'));
      expect(onChange).toHaveBeenLastCalledWith({ [name]: [] });
    },
  );

  it.each([
    ['5', [[{ mostDialsPerMinute: 5 }]]],
    ['0', []],
    ['61', []],
    ['', []],
  ])('are at most so many in a minute: %j', async (typed, changes) => {
    showOptions();
    await userEvent.fill(field('most-dials'), typed);
    await userEvent.keyboard('{Tab}');
    expect(onChange.mock.calls).toEqual(changes);
    expect(words()?.includes('A whole number from 1 to 60.')).toBe(changes.length === 0);
  });
});

describe('what others might see', () => {
  it('ends with the session of an agent who has left, after a time that he or his company chooses', async () => {
    showOptions({ lockAfterMinutes: 45 });
    const select = field('lock-after') as HTMLElement as HTMLSelectElement;
    expect([...select.options].map(({ text }) => text)).toEqual([
      'Never',
      'After 15 minutes',
      'After 45 minutes',
      'After 60 minutes',
      'After 4 hours',
      'After 8 hours',
    ]);
    expect(select.value).toBe('45');
    await userEvent.selectOptions(select, '0');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ lockAfterMinutes: 0 });
  });

  it('is deleted by one press, together with the session', async () => {
    showOptions();
    await userEvent.click(control('button', 'Sign out and forget me on this computer'));
    expect(onErase).toHaveBeenCalledOnce();
    await expect.poll(() => document.querySelector('[role=status]')?.textContent).toBe('Saved');
  });

  it('is named with where it is stored, one line for each', () => {
    showOptions();
    const facts = [...document.querySelectorAll('.facts li')].map(({ textContent }) => textContent ?? '');
    for (const what of [
      'options',
      'Sites',
      'user name',
      'password',
      'wrong PINs',
      'state',
      'webphone',
      'calls',
      'company',
    ])
      expect(
        facts.filter((fact) => fact.includes(what)),
        what,
      ).not.toEqual([]);
  });

  it.each([
    ['Show phone numbers in notifications', { numbersInNotices: true }],
    ['Keep my recent calls when the browser closes', { keepCalls: true }],
  ] as const)('is allowed by a tick: %s', async (label, change) => {
    showOptions();
    await userEvent.click(control('label.check', label));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(change);
  });

  it('is forbidden by taking the tick away, and says what that does', async () => {
    showOptions({ keepCalls: true });
    const tick = control('label.check', /^Keep my recent calls/).querySelector('input');
    expect(tick?.checked).toBe(true);
    expect(document.getElementById(tick?.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'deletes them',
    );
    await userEvent.click(control('label.check', /^Keep my recent calls/));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ keepCalls: false });
  });
});
