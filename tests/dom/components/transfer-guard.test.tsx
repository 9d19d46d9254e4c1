import { expect, it, type Mock } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { PanelCommands } from '../../../components/panel/panel-commands.ts';
import type { CommandProblem } from '../../../lib/messages/panel-state.ts';
import { fail, ok, type Result } from '../../../lib/result.ts';
import { control, expectAccessible } from './mount.tsx';
import { button, commands, field, showPhase, words } from './panel-stage.tsx';

const REQUEST = { action: 'threeWay', number: '9005551234' } as const;

/** What the background says to the next command. */
function answerOnce(answer: Result<null, CommandProblem>): void {
  (commands.control as Mock<PanelCommands['control']>).mockResolvedValueOnce(answer);
}

it('a third line that may cost much is called on the agent’s second word alone', async () => {
  answerOnce(fail({ code: 'askFirst', request: REQUEST, reason: 'premiumRate' }));
  showPhase('talking');
  await userEvent.click(button('Transfer'));
  await userEvent.fill(field('Number to bring in or transfer to'), '900 555 1234');
  await userEvent.click(button('Three-way call'));
  await expect.poll(words).toContain('9005551234 is a premium-rate or satellite number');
  await expectAccessible();
  expect(commands.control).toHaveBeenCalledExactlyOnceWith(REQUEST);
  answerOnce(ok(null));
  await userEvent.click(control('.problem button', 'Call it all the same'));
  expect(commands.control).toHaveBeenLastCalledWith({ ...REQUEST, confirmed: true });
  expect(words()).not.toContain('Nothing was called yet');
});

it('one that is never called offers no way but the options', async () => {
  answerOnce(fail({ code: 'neverDial', prefix: '+1900' }));
  showPhase('talking');
  await userEvent.click(button('Transfer'));
  await userEvent.fill(field('Number to bring in or transfer to'), '9005551234');
  await userEvent.click(button('Transfer and leave'));
  await expect.poll(() => document.querySelectorAll('.problem button').length).toBe(1);
  await userEvent.click(control('.problem button', 'Open options'));
  expect(commands.openOptions).toHaveBeenCalledExactlyOnceWith('costs');
});
