import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ScreenBox } from '../../../lib/agent/state/screen-reading.ts';
import { control, expectAccessible } from './mount.tsx';
import { button, commands, isDisabled, reasonOf, showPanel, words } from './panel-stage.tsx';
import { dialIn, SCREEN } from './panel-states.ts';

const showBox = (box: ScreenBox) => showPanel({ screen: { ...SCREEN, boxes: [box] } });
const ways = () => [...document.querySelectorAll('.problem button')].map((each) => each.textContent);

describe('a webphone whose window was closed', () => {
  const GONE =
    'Your webphone’s window was closed: open it first. Ringing reaches only a desk phone, or a webphone that runs somewhere else.';

  it('is said beside the button that rings it, which rings all the same: the phone may run elsewhere', async () => {
    showPanel({ isPhoneGone: true });
    expect([isDisabled('Ring my phone'), reasonOf('Ring my phone')]).toEqual([false, GONE]);
    // Opening it is what is offered first.
    expect(button('Webphone').classList).toContain('primary');
    const shown = getComputedStyle(button('Webphone'));
    expect(getComputedStyle(button('Webphone').querySelector('.icon') as Element).color).toBe(shown.color);
    await expectAccessible();
    await userEvent.click(button('Ring my phone'));
    expect(commands.ringMe).toHaveBeenCalledOnce();
  });

  it('is not spoken of where it is open', () => {
    showPanel();
    expect(words()).not.toContain(GONE);
    expect(button('Webphone').classList).not.toContain('primary');
  });
});

describe('a box that asks for a pause code', () => {
  it('is answered by one of the list, by keys alone', async () => {
    showBox('pauseCode');
    expect(ways()).toEqual(['Choose pause code', 'Show agent screen']);
    control('.problem button', 'Choose pause code').focus();
    await userEvent.keyboard('{Enter}');
    await expectAccessible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(commands.pause).toHaveBeenCalledExactlyOnceWith('COACH');
  });

  it('gives the focus to the number field once it is answered, and to nothing that somebody presses too often', async () => {
    showBox('pauseCode');
    control('.problem button', 'Choose pause code').focus();
    await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
    showPanel({ pending: { kind: 'pause', pauseCode: 'COACH', afterCall: false } });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Number to call');
    showBox('pauseCode');
    button('Options').focus();
    showPanel();
    expect(document.activeElement?.textContent).toBe('Options');
  });

  it('opens its list inside the popup', async () => {
    showBox('pauseCode');
    await userEvent.click(control('.problem button', 'Choose pause code'));
    const { left, right } = (document.querySelector('.problem .menu') as HTMLElement).getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(window.innerWidth);
  });

  it('leads to the options while none is known', async () => {
    showPanel({ screen: { ...SCREEN, boxes: ['pauseCode'] }, pauseCodes: [] });
    expect(ways()).toEqual(['Show agent screen', 'Open options']);
    await userEvent.click(control('.problem button', 'Open options'));
    expect(commands.openOptions).toHaveBeenCalledExactlyOnceWith('pause-codes');
  });

  it('is answered from the card of the call that it holds back', async () => {
    showPanel({ dial: dialIn('accepted', { problem: { code: 'screenHeld', kind: 'pauseCode' } }) });
    await userEvent.click(control('.call .problem button', 'Choose pause code'));
    await userEvent.click(control('.call [role=menuitem]', /LUNCH/));
    expect(commands.pause).toHaveBeenCalledExactlyOnceWith('LUNCH');
  });
});

describe('a session without the agent’s phone', () => {
  it.each([
    ['Show agent screen', 'showScreen'],
    ['Ring my phone', 'ringMe'],
    ['Webphone', 'openWebphone'],
  ] as const)('is mended by %s', async (name, command) => {
    showBox('emptySession');
    expect(words()).toContain('then close the box on the agent screen');
    await userEvent.click(control('.problem button', name));
    expect(commands[command]).toHaveBeenCalledOnce();
  });
});

it('a notice of the whole system is told, and hides nothing that holds calls back', () => {
  showBox('systemDisabled');
  expect(words()).toContain('telephone server does not answer');
  showPanel({ screen: { ...SCREEN, boxes: ['systemDisabled', 'dialInGroup'] } });
  expect(words()).toContain('A box on the agent screen holds calls back.');
  expect(button('Show agent screen')).toBeDefined();
});
