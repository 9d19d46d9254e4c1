import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { control, hide } from './mount.tsx';
import { onChange, onDisable, resetOptions, showOptions, words } from './options-stage.tsx';

beforeEach(resetOptions);
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

  it('keep the focus in their list, whichever button goes with its row', async () => {
    const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className;
    const pressed = async (name: string, regions: readonly string[]) => {
      control('button', name).focus();
      await userEvent.keyboard('{Enter}');
      showOptions({ regions: [...regions] });
      return focused();
    };
    showOptions();
    expect(await pressed('Move Germany up', ['US', 'DE', 'GB'])).toBe('Move Germany up');
    expect(await pressed('Move Germany up', ['DE', 'US', 'GB'])).toBe('rows');
    expect(await pressed('Remove United States', ['DE', 'GB'])).toBe('Remove United Kingdom');
    expect(await pressed('Remove United Kingdom', ['DE'])).toBe('rows');
  });

  it('never run out: without one no national number could be read', () => {
    showOptions({ regions: ['US'] });
    expect(() => control('button', /^Remove United/)).toThrow();
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

describe('what the company has set', () => {
  const WAITING = { host: 'desk.example', patterns: ['https://desk.example/*'], waitsForPermission: true } as const;
  const group = (legend: string) =>
    [...document.querySelectorAll('fieldset')].find((each) => each.textContent?.startsWith(legend));

  it('a site that waits for the permission is listed, with what to do', () => {
    showOptions({}, { sites: [WAITING], policy: { locked: ['sites'] } });
    expect(group('Set by your company')?.textContent).toContain(
      'desk.exampleWaits for the browser’s permission: open Dialside on a page of this site and turn it on there once.',
    );
    expect(words()).not.toContain('No site yet');
  });

  it('all sites that wait are turned on from any page', () => {
    showOptions({}, { sites: [{ ...WAITING, host: null }] });
    expect(words()).toContain('All sitesWaits for the browser’s permission: open Dialside on any page');
  });

  it.each([
    [true, 'None: your company has turned on no site.'],
    [false, 'No site yet. Open Dialside on a page of your CRM and turn it on there.'],
  ])('an empty list of sites that is locked (%s) asks for nothing that cannot be done', (isLocked, sentence) => {
    showOptions({}, { sites: [], policy: { locked: isLocked ? ['sites'] : [] } });
    const present = [...document.querySelectorAll('.hint')].map((hint) => hint.textContent);
    expect(present.filter((text) => text === sentence)).toEqual([sentence]);
  });

  it('a list that is locked shows its values, and nothing that adds one', () => {
    const adding = () => document.querySelector('select')?.checkVisibility();
    showOptions();
    expect(adding()).toBe(true);
    showOptions({}, { policy: { locked: ['regions'] } });
    expect(words()).toContain('United Kingdom');
    expect(adding()).toBe(false);
  });

  it.each(['Never call', 'Always ask', 'Call without asking'])('the mark stands below the heading %s', (heading) => {
    showOptions({}, { policy: { locked: ['neverDial', 'alwaysAsk', 'alwaysAllow'] } });
    const title = [...document.querySelectorAll('h3')].find((each) => each.textContent === heading);
    const [hint, marked] = [title?.nextElementSibling, title?.nextElementSibling?.nextElementSibling];
    expect(hint?.className).toBe('hint');
    expect(marked?.querySelector('legend')?.textContent).toBe('Set by your company');
    expect(marked?.querySelector('h3')).toBeNull();
  });
});

describe('webphone addresses', () => {
  it('are taken back', async () => {
    showOptions();
    await userEvent.click(control('button', 'Remove phone.example.com'));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ webphoneHosts: [] });
  });
});
