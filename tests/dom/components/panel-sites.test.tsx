import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { control, expectAccessible } from './mount.tsx';
import { commands, showPanel, site, words } from './panel-stage.tsx';
import { SITE } from './panel-states.ts';

describe('the switch for sites', () => {
  it('asks inside the gesture, so that the browser lets a permission be asked for', async () => {
    let inGesture = false;
    site.enable.mockImplementation(() => {
      inGesture = navigator.userActivation.isActive;
    });
    showPanel({}, { ...SITE, enabled: false });
    await userEvent.click(control('[role=switch]', 'On crm.example.com'));
    expect(site.enable).toHaveBeenCalledExactlyOnceWith('site');
    expect(inGesture).toBe(true);
  });

  it('turns off, and all sites on, each by itself', async () => {
    showPanel();
    await userEvent.click(control('[role=switch]', 'On crm.example.com'));
    await userEvent.click(control('[role=switch]', 'On all sites'));
    expect(site.disable.mock.calls).toEqual([['site']]);
    expect(site.enable.mock.calls).toEqual([['all']]);
  });

  it('chooses for this site alone how numbers are shown, as long as they are', async () => {
    showPanel({}, { ...SITE, mode: 'marksOnly' });
    const choice = document.querySelector('.site-mode select') as HTMLSelectElement;
    expect(choice.selectedOptions[0]?.textContent).toBe('Never, mark numbers only');
    await userEvent.selectOptions(choice, 'When I point at a number');
    await userEvent.selectOptions(choice, 'As in the options');
    expect(site.setMode.mock.calls).toEqual([['buttonsOnHover'], [null]]);
    showPanel({}, { ...SITE, enabled: false });
    expect(document.querySelector('select')).toBeNull();
  });

  it.each([
    ['site', 'On crm.example.com'],
    ['all', 'On all sites'],
  ] as const)('cannot be moved where the company has locked %s, and says so', async (what, label) => {
    showPanel({}, { ...SITE, setByCompany: [what] });
    const isDisabled = (name: string) => (control('[role=switch]', name) as HTMLButtonElement).disabled;
    expect([isDisabled('On crm.example.com'), isDisabled('On all sites')]).toEqual([what === 'site', what === 'all']);
    control('[role=switch]', label).click();
    expect([site.enable, site.disable].flatMap(({ mock }) => mock.calls)).toEqual([]);
    expect(words()).toContain('Set by your company');
    await expectAccessible();
  });

  it('shows how numbers are shown, also where that is locked', () => {
    showPanel({}, { ...SITE, setByCompany: ['mode'] });
    expect((document.querySelector('.site-mode select') as HTMLSelectElement).disabled).toBe(true);
    showPanel();
    expect(words()).not.toContain('Set by your company');
  });

  it('says where Dialside cannot work', () => {
    showPanel({}, { host: null, originPatterns: [], enabled: false, allSitesEnabled: false, mode: null });
    expect(words()).toContain('Dialside cannot read this page.');
  });

  it('leads to the toolbar from the side panel, which is not told what page it stands beside', () => {
    showPanel({}, { host: null, originPatterns: [], enabled: false, allSitesEnabled: false, mode: null }, 'side');
    expect(words()).toContain('To turn Dialside on for this page, click its icon in the toolbar.');
    expect(words()).not.toContain('cannot read');
  });
});

describe('staying open beside the page', () => {
  it('is offered by the popup, inside the gesture that a side panel needs', async () => {
    let inGesture = false;
    commands.openSidePanel.mockImplementation(() => {
      inGesture = navigator.userActivation.isActive;
    });
    showPanel();
    await userEvent.click(control('button', 'Keep open beside the page'));
    expect(inGesture).toBe(true);
  });

  it('is not offered by what stays open', () => {
    showPanel({}, SITE, 'side');
    expect(document.querySelector('[aria-label="Keep open beside the page"]')).toBeNull();
  });
});
