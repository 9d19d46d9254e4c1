import { STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import { newRow } from '../simulator/world.ts';
import type { Steps } from './step-desk.ts';

const NUMBER = '(415) 555-0132';

/** What agents may do whose company lets them call a number that is on a do-not-call list. */
export const OVERRULING = { overruleDoNotCall: true } as const;

export const overruledList: Steps = {
  async 'a number on a do-not-call list is asked about where agents may overrule that: no calls nobody, yes calls once'(
    desk,
  ) {
    const { world } = desk.dialer;
    const login = world.users.find(({ user }) => user === STATUS_LOGIN.user);
    Object.assign(login ?? {}, { user_level: '8' });
    world.dnc.push(newRow('dnc', { phone_number: '4155550132' }));
    await desk.openAgentScreen();
    const panel = await desk.signIn();

    await panel.dial(NUMBER);
    const first = await desk.question();
    await first.expectText('This number is on a do-not-call list.');
    await first.press('Don’t call');
    await panel.expectStage('Cancelled');

    await panel.dial(NUMBER);
    const second = await desk.question();
    await second.press('Call');
    await panel.expectStage('Talking');
    await desk.expectDialRequests(1);
  },
};
