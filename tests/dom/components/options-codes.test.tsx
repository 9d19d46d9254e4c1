import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { control, hide } from './mount.tsx';
import { field, onChange, resetOptions, SETTINGS, showOptions, words } from './options-stage.tsx';

type Code = (typeof SETTINGS.pauseCodes)[number];

/** Where the list of pause codes is pasted. */
const pasted = () => document.querySelector<HTMLTextAreaElement>('[aria-labelledby=pause-codes] textarea');

beforeEach(resetOptions);
afterEach(hide);

describe('pause codes', () => {
  it('are added by keyboard', async () => {
    showOptions();
    field('pause-code').focus();
    await userEvent.keyboard('COACH{Tab}Coaching{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({
      pauseCodes: [...SETTINGS.pauseCodes, { code: 'COACH', name: 'Coaching' }],
    });
    await expect.poll(() => field('pause-code').value).toBe('');
    // For the next one.
    expect(document.activeElement).toBe(field('pause-code'));
  });

  it('that are refused give the focus to the code that is to be corrected', async () => {
    showOptions();
    field('pause-name').focus();
    await userEvent.keyboard('Coaching{Enter}');
    expect(words()).toContain('A code has 1 to 6 letters or digits.');
    expect(document.activeElement).toBe(field('pause-code'));
  });

  it('are taken away by keyboard, from one to the next, and not by a key that is held down', async () => {
    const [lunch, coach, admin] = ['LUNCH', 'COACH', 'ADMIN'].map((code) => ({ code, name: '' })) as [Code, Code, Code];
    const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
    showOptions({ pauseCodes: [lunch, coach, admin] });
    control('button', 'Remove COACH').focus();
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ pauseCodes: [lunch, admin] });
    showOptions({ pauseCodes: [lunch, admin] });
    expect(focused()).toBe('Remove ADMIN');
    const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });
    expect(document.activeElement?.dispatchEvent(held)).toBe(false);
    await userEvent.keyboard('{Enter}');
    showOptions({ pauseCodes: [lunch] });
    expect(focused()).toBe('Remove LUNCH');
    await userEvent.keyboard('{Enter}');
    showOptions({ pauseCodes: [] });
    expect(focused()).toContain('No pause codes');
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
    await userEvent.fill(pasted() as Element, 'COACH Coaching\nTOO-LONG-CODE x');
    await userEvent.click(control('button', 'Add these lines'));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({
      pauseCodes: [...SETTINGS.pauseCodes, { code: 'COACH', name: 'Coaching' }],
    });
    expect(words()).toContain('Not understood: TOO-LONG-CODE x. Each line is a code of 1 to 6 letters');
    expect(pasted()?.value).toBe('TOO-LONG-CODE x');
  });

  it('are read from a copied table, and shown before they take the place of the list', async () => {
    showOptions();
    await userEvent.click(document.querySelector('summary') as Element);
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'PAUSE CODE\tPAUSE CODE NAME\nCOACH\t');
    clipboardData.setData(
      'text/html',
      '<table><tr><td>PAUSE CODE</td><td>PAUSE CODE NAME</td></tr><tr><td>COACH</td><td><input value="Coaching"></td></tr></table>',
    );
    pasted()?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await expect.poll(words).toContain('Read 1: COACH Coaching');
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.click(control('button', 'Replace the whole list'));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ pauseCodes: [{ code: 'COACH', name: 'Coaching' }] });
  });

  it('are chosen for calls from the list', async () => {
    showOptions();
    await userEvent.selectOptions(document.querySelectorAll('select')[1] as HTMLElement, 'LUNCH');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ dialPauseCode: 'LUNCH' });
    expect(words()).toContain('Lunch break (LUNCH)');
  });
});

describe.each([
  { name: 'pause-code', typed: 'COACH', beside: 'pause-name' },
  { name: 'disposition-code', typed: 'SALE', beside: 'disposition-name' },
  { name: 'ingroup', typed: 'SUPPORT', beside: null },
  { name: 'neverDial', typed: '+1900', beside: null },
])('what is typed into $name', ({ name, typed, beside }) => {
  const type = async () => {
    await userEvent.fill(field(name), typed);
    if (beside) await userEvent.fill(field(beside), 'Its name');
    field(name).focus();
    await userEvent.keyboard('{Enter}');
  };

  it('stays where it could not be stored', async () => {
    onChange.mockRejectedValue(new Error('refused'));
    showOptions();
    await type();
    await expect.poll(() => document.querySelector('[role=alert]')).not.toBeNull();
    expect([field(name).value, beside && field(beside).value]).toEqual([typed, beside && 'Its name']);
  });

  it('stays where something else was typed until it was stored', async () => {
    let stored = () => {};
    onChange.mockReturnValue(new Promise((resolve) => (stored = () => resolve(null))));
    showOptions();
    await type();
    await userEvent.fill(field(name), 'NEXT');
    stored();
    await expect.poll(words).toContain('Saved');
    expect(field(name).value).toBe('NEXT');
  });
});

it('the tick that is set for the next disposition stays, until that is stored', async () => {
  let stored = () => {};
  onChange.mockReturnValueOnce(new Promise((resolve) => (stored = () => resolve(null))));
  showOptions();
  await userEvent.fill(field('disposition-code'), 'SALE');
  await userEvent.keyboard('{Enter}');
  await userEvent.fill(field('disposition-code'), 'LATER');
  const tick = document.querySelector('form:has([name=disposition-code]) [type=checkbox]') as HTMLInputElement;
  await userEvent.click(tick);
  stored();
  await expect.poll(words).toContain('Saved');
  expect(tick.checked).toBe(true);
  field('disposition-code').focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => tick.checked).toBe(false);
  expect(onChange).toHaveBeenLastCalledWith({ dispositions: [{ code: 'LATER', name: '', isCallback: true }] });
});

describe('a list that is full', () => {
  const codes = Array.from({ length: 200 }, (_, at) => ({ code: `C${at}`, name: '' }));
  it.each([
    ['pause-code', { pauseCodes: codes }, 'COACH', 200],
    ['disposition-code', { dispositions: codes.map((each) => ({ ...each, isCallback: false })) }, 'SALE', 200],
    ['ingroup', { transferIngroups: codes.slice(0, 99).map(({ code }) => code) }, 'SUPPORT BILLING', 100],
    ['neverDial', { neverDial: codes.map((_, at) => `+1${at}`) }, '+44', 200],
  ])('of %s says so before it is tried', async (name, settings, typed, most) => {
    showOptions(settings);
    await userEvent.fill(field(name), typed);
    field(name).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(words).toContain(`The list is full: it holds at most ${most}.`);
    expect(onChange).not.toHaveBeenCalled();
    expect(field(name).value).toBe(typed);
  });
});

it.each([
  ['pause-code', 'pause-name', 'pauseCodes'],
  ['disposition-code', 'disposition-name', 'dispositions'],
] as const)('the name beside a %s may be 60 signs long', async (code, name, list) => {
  showOptions();
  await userEvent.fill(field(code), 'COACH');
  await userEvent.fill(field(name), 'x'.repeat(61));
  expect(words()).toContain('This is too long: 60 characters at most.');
  field(code).focus();
  await userEvent.keyboard('{Enter}');
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.fill(field(name), 'x'.repeat(60));
  field(code).focus();
  await userEvent.keyboard('{Enter}');
  expect(onChange.mock.lastCall?.[0][list]?.at(-1)).toMatchObject({ code: 'COACH', name: 'x'.repeat(60) });
});

describe('a pasted list that cannot be stored', () => {
  const paste = async (text: string) => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    await userEvent.fill(pasted() as Element, text);
  };

  it('stays as it was pasted', async () => {
    onChange.mockRejectedValue(new Error('refused'));
    showOptions();
    await paste('COACH Coaching');
    await userEvent.click(control('button', 'Add these lines'));
    await expect.poll(() => document.querySelector('[role=alert]')).not.toBeNull();
    expect(pasted()?.value).toBe('COACH Coaching');
  });

  it('says its limit before it is tried', async () => {
    showOptions();
    const lines = Array.from({ length: 200 }, (_, at) => `C${at}`);
    await paste(lines.join('\n'));
    await expect.poll(words).toContain('The list holds at most 200 entries, and these lines would make it 201.');
    expect(control('button', 'Add these lines')).toHaveProperty('disabled', true);
    await userEvent.click(control('button', 'Replace the whole list'));
    expect(onChange.mock.lastCall?.[0].pauseCodes).toHaveLength(200);
    await expect.poll(() => pasted()?.value).toBe('');
    await paste([...lines, 'MORE'].join('\n'));
    await expect.poll(() => control('button', 'Replace the whole list')).toHaveProperty('disabled', true);
  });
});

describe('in-groups', () => {
  it('are added several at once, or none of them where one has to be corrected', async () => {
    showOptions({ transferIngroups: ['SALES'] });
    await userEvent.fill(field('ingroup'), 'SUPPORT, SALES X BILLING_2');
    field('ingroup').focus();
    await userEvent.keyboard('{Enter}');
    expect(onChange).not.toHaveBeenCalled();
    expect(words()).toContain('An ID has 2 to 20 letters, digits, - or _. Not understood: X.');
    expect(field('ingroup').value).toBe('SUPPORT, SALES X BILLING_2');
    await userEvent.fill(field('ingroup'), 'SUPPORT, SALES BILLING_2');
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ transferIngroups: ['SALES', 'SUPPORT', 'BILLING_2'] });
    await expect.poll(() => field('ingroup').value).toBe('');
  });

  it('are removed, and said to be none', async () => {
    showOptions({ transferIngroups: ['SALES'] });
    await userEvent.click(control('button', 'Remove SALES'));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ transferIngroups: [] });
    showOptions({ transferIngroups: [] });
    expect(words()).toContain('No in-groups yet.');
  });
});
