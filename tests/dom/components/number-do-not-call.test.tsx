import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fail, ok } from '../../../lib/result.ts';
import { numberView } from '../../pages/component-gallery/number-views.tsx';
import { control, hide, show } from './mount.tsx';
import { openTool } from './number-stage.tsx';
import { words } from './sign-in-stage.tsx';

afterEach(hide);

describe('do not call', () => {
  it.each([
    ['TESTCAMP', null, 'TESTCAMP', 'TESTCAMP'],
    ['TESTCAMP', 'The whole company', null, 'The whole company'],
    [null, null, null, 'The whole company'],
  ])(
    'in campaign %s, for %s, is asked about once and goes on the list of %s, called %s',
    async (campaign, chosen, list, called) => {
      const listDoNotCall = vi.fn(async () => ok('added' as const));
      const verdict = vi.fn(async () => null);
      show(numberView({ campaign, commands: { verdict, listDoNotCall } }));
      await openTool('doNotCall');
      await expect.poll(words).toContain('Only an administrator takes it off again.');
      expect(listDoNotCall).not.toHaveBeenCalled();
      if (chosen) await userEvent.click(control('label', chosen));
      expect(words()).toContain(`on this do-not-call list: ${called}?`);
      control('button', 'Put it on the list').click();
      await expect.poll(words).toContain(`was put on this list: ${called}.`);
      expect(listDoNotCall.mock.calls).toEqual([[list]]);
      await expect.poll(() => verdict.mock.calls.length).toBe(2);
    },
  );

  it('is sent for the campaign that was shown, whichever the agent is in by then', async () => {
    const listDoNotCall = vi.fn(async () => fail({ code: 'otherCampaign' } as const));
    show(numberView({ commands: { listDoNotCall } }));
    await openTool('doNotCall');
    await expect.poll(words).toContain('list: TESTCAMP?');
    show(numberView({ campaign: 'OTHERCMP', commands: { listDoNotCall } }));
    control('button', 'Put it on the list').click();
    await expect.poll(words).toContain('You are in another campaign now. Nothing was sent');
    expect(listDoNotCall.mock.calls).toEqual([['TESTCAMP']]);
  });
});
