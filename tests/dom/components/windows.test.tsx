import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConfirmCard } from '../../../components/confirm/confirm-card.tsx';
import type { ConfirmReason } from '../../../lib/agent/dial/dial-view.ts';
import { control, hide, show } from './mount.tsx';
import { CUSTOMER, dialIn } from './panel-states.ts';

afterEach(hide);
beforeEach(() => vi.clearAllMocks());

const words = () => document.body.textContent;

describe('the confirmation window', () => {
  const onAnswer = vi.fn<(confirmed: boolean) => void>();

  function ask(confirm: readonly ConfirmReason[], number = CUSTOMER) {
    show(<ConfirmCard dial={dialIn('confirming', { confirm, number })} onAnswer={onAnswer} />);
  }

  it('shows number, country and kind', () => {
    ask(['premiumRate'], { ...CUSTOMER, kind: 'premiumRate', extension: '9' });
    expect(words()).toContain('+1 415 555 2671');
    expect(words()).toContain('United States · Premium rate · Extension 9');
  });

  it.each([
    ['premiumRate', 'Premium-rate number'],
    ['sharedCost', 'Shared-cost number'],
    ['satellite', 'Satellite number'],
    ['international', 'outside your countries'],
    ['alwaysAsk', 'on the list of those to ask about'],
    ['doNotCall', 'on a do-not-call list'],
    ['ready', 'You are ready for calls.'],
    ['numberNotShown', 'The page did not show this number.'],
    ['framed', 'Another site shows this page inside its own'],
    ['selectedByKey', 'You asked by key for the number that is selected.'],
    ['previewOpen', 'A lead may still be open for preview'],
  ] as const)('says why it asks: %s', (reason, sentence) => {
    ask([reason]);
    expect(document.querySelector('.reasons')?.textContent).toContain(sentence);
  });

  it('stands on the safe choice: a key meant for the page places no call', async () => {
    ask(['premiumRate']);
    await userEvent.keyboard('{Enter}');
    expect(onAnswer.mock.calls).toEqual([[false]]);
  });

  it('declines on Escape', async () => {
    ask(['premiumRate']);
    await userEvent.keyboard('{Tab}{Escape}');
    expect(onAnswer.mock.calls).toEqual([[false]]);
  });

  it('dials by keyboard with one more key', async () => {
    ask(['premiumRate']);
    await userEvent.keyboard('{Tab}{Enter}');
    expect(onAnswer.mock.calls).toEqual([[true]]);
  });

  it.each([
    [['international'], 'Preview'],
    [['ready'], 'Pause and preview'],
  ] as const)('asks about a preview as one: %j', (confirm, button) => {
    show(<ConfirmCard dial={dialIn('confirming', { confirm, isPreview: true })} onAnswer={onAnswer} />);
    expect(words()).toContain('Show the lead of this number first?');
    expect(words()).toContain('calls it without asking again');
    control('button', button).click();
    control('button', 'Don’t show').click();
    expect(onAnswer.mock.calls).toEqual([[true], [false]]);
  });

  it('says that it pauses, where it does', () => {
    ask(['ready']);
    expect(control('button', 'Pause and call')).toBeDefined();
  });
});
