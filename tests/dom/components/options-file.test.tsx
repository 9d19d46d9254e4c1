import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { EditableSettings } from '../../../lib/messages/protocol.ts';
import { control, expectAccessible, hide } from './mount.tsx';
import {
  onChange,
  onCopy,
  onRead,
  onReport,
  onSave,
  onWipe,
  resetOptions,
  showOptions,
  words,
} from './options-stage.tsx';

beforeEach(() => {
  resetOptions();
  onRead.mockReset();
  history.replaceState(null, '', location.pathname);
});
afterEach(hide);

async function choose(text: string) {
  const input = document.querySelector<HTMLInputElement>('[name=settings-file]')!;
  await userEvent.upload(input, new File([text], 'dialside-settings.json'));
}

describe('the settings as a file', () => {
  it('show what they change, and change it once the agent agrees', async () => {
    onRead.mockReturnValue({
      code: 'read',
      change: { regions: ['DE'], keepCalls: true },
      refused: ['password'],
      locked: ['neverDial'],
    });
    showOptions();
    await choose('the file');
    await expect.poll(words).toContain('The file changes this, once you agree:');
    expect(onRead).toHaveBeenCalledExactlyOnceWith('the file');
    expect(words()).toContain('"DE"');
    expect(words()).toContain('Cannot be read and left alone: password');
    expect(words()).toContain('Set by your company and left alone: Never call');
    expect(onChange).not.toHaveBeenCalled();
    await expectAccessible();
    control('button', 'Take over these settings').click();
    await expect.poll(() => onChange.mock.lastCall).toEqual([{ regions: ['DE'], keepCalls: true }]);
    await expect.poll(words).not.toContain('The file changes this');
  });

  const long = 'x'.repeat(300);
  const evil = 'https://evil.example/?p={phone}';
  it.each<[keyof EditableSettings, readonly unknown[], string]>([
    ['alwaysAllow', [...Array.from({ length: 150 }, (_, index) => `+1${200 + index}`), '+'], '"+"'],
    ['alwaysAsk', [...Array.from({ length: 150 }, (_, index) => `+1${200 + index}`), '+'], '"+"'],
    ['neverDial', [...Array.from({ length: 150 }, (_, index) => `+1${200 + index}`), '+'], '"+"'],
    ['webphoneHosts', [long.slice(60), long.slice(60), 'evil.example'], '"evil.example"'],
    ['screenPops', [{ url: `https://crm.example/${long}` }, { url: evil }], `{"url":"${evil}"}`],
    ['afterCallPages', [{ url: `https://crm.example/${long}` }, { url: evil }], `{"url":"${evil}"}`],
    ['recordRules', [{ name: long }, { name: 'evil', url: evil }], `{"name":"evil","url":"${evil}"}`],
    ['screenPops', [{ url: 'https://crm\u202e.example' }], '{"url":"https://crm\\u{202e}.example"}'],
  ])('show all of %s, one entry per line, also the last', async (name, entries, last) => {
    onRead.mockReturnValue({ code: 'read', change: { [name]: entries }, refused: [], locked: [] });
    showOptions();
    await choose('the file');
    const lines = () => [...document.querySelectorAll('.file-entries > li')].map(({ textContent }) => textContent);
    await expect.poll(() => lines().length).toBe(entries.length);
    expect(lines().at(-1)).toBe(last);
    expect(words()).toContain(`(${entries.length})`);
    await expectAccessible();
  });

  it('stay in sight where they could not be stored', async () => {
    onChange.mockRejectedValue(new Error('refused'));
    onRead.mockReturnValue({ code: 'read', change: { keepCalls: true }, refused: [], locked: [] });
    showOptions();
    await choose('the file');
    await expect.poll(words).toContain('The file changes this, once you agree:');
    control('button', 'Take over these settings').click();
    await expect.poll(() => document.querySelector('[role=alert]')).not.toBeNull();
    expect(words()).toContain('The file changes this, once you agree:');
  });

  it.each([
    ['notOurs', 'This is no settings file of Dialside'],
    ['newer', 'A newer Dialside wrote this file'],
  ] as const)('that are %s are refused', async (code, said) => {
    onRead.mockReturnValue({ code });
    showOptions();
    await choose('x');
    await expect.poll(words).toContain(said);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('are saved by a press', () => {
    showOptions();
    control('button', 'Save as a file').click();
    expect(onSave).toHaveBeenCalledOnce();
  });
});

describe('the report for support', () => {
  it('is shown whole before it is copied, with names only where they are wanted', async () => {
    showOptions();
    control('button', 'Make a report').click();
    const report = () => document.querySelector<HTMLTextAreaElement>('.report')?.value;
    await expect.poll(report).toBe('no names');
    expect(onReport).toHaveBeenLastCalledWith(false);
    await userEvent.click(
      [...document.querySelectorAll('label')].find((each) => /With the names/.test(each.textContent ?? ''))!,
    );
    await expect.poll(report).toBe('crm.example');
    control('button', 'Copy the result').click();
    await expect.poll(() => onCopy.mock.lastCall).toEqual(['crm.example']);
  });
});

describe('deleting everything', () => {
  it('is asked about, and kept by an Enter out of impatience', async () => {
    showOptions();
    control('button', 'Delete everything of Dialside here').focus();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(onWipe).not.toHaveBeenCalled();
    control('button', 'Delete everything of Dialside here').click();
    await expect.poll(words).toContain('This cannot be undone');
    control('button', 'Delete everything').click();
    expect(onWipe).toHaveBeenCalledOnce();
  });
});

describe('the sections', () => {
  it('are all led to, each by a link that a person can keep', () => {
    showOptions();
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.options-sections a')];
    const headings = [...document.querySelectorAll('.options-section > h2')];
    expect(links.map(({ hash }) => hash.slice(1))).toEqual(headings.map(({ id }) => id));
    expect(links.map(({ textContent }) => textContent)).toEqual(headings.map(({ textContent }) => textContent));
    expect(links.length).toBeGreaterThan(12);
  });

  it('are gone to where the address of the page names one', async () => {
    history.replaceState(null, '', '#privacy');
    showOptions();
    await expect.poll(() => document.activeElement?.id).toBe('privacy');
  });
});
