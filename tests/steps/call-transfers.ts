import { equal, ok } from 'node:assert/strict';
import { eventually } from '../patience.ts';
import { type CallSteps, DIGITS } from './call-desk.ts';

const COLLEAGUE = '7275550188';
/** Of a test in which the one before has left a colleague with a customer. */
const OTHER_COLLEAGUE = '7275550189';
const TO = 'Number to bring in or transfer to';

/** What an agent does with a customer and a third person. */
export const callTransfers: CallSteps = {
  async 'a third person is brought in and left with the customer'(at) {
    await at.talk();
    await at.panel.press('Transfer');
    await at.panel.fill(TO, COLLEAGUE);
    await at.panel.press('Three-way call');
    await eventually(() => equal(at.dialer.telephone.calls().length, 2));
    await at.panel.press('Leave the call');
    await at.panel.expectStage('Wrap-up');
    await at.panel.expectText('The third person has the call now.');
    await at.wrapUp();
    ok(at.commands().includes('transfer_conference DIAL_WITH_CUSTOMER'));
    ok(at.commands().includes('external_status NI'));
  },

  async 'a third person is hung up, and the customer stays'(at) {
    const stateOf = (digits: string) =>
      at.dialer.telephone.calls().find(({ number }) => number.endsWith(digits))?.state;
    await at.talk();
    await at.panel.press('Transfer');
    await at.panel.fill(TO, OTHER_COLLEAGUE);
    await at.panel.press('Three-way call');
    // Nobody tells whether he has answered.
    await at.panel.expectText('Third person called');
    await eventually(() => equal(stateOf(OTHER_COLLEAGUE), 'answered'));
    // It has no effect before the agent screen has noticed the answer, so it stays there to be pressed again.
    await eventually(async () => {
      await at.panel.press('Hang up third person');
      equal(stateOf(OTHER_COLLEAGUE), undefined);
    });
    equal(stateOf(DIGITS), 'answered');
    await at.panel.expectStage('Talking');
    ok(at.commands().includes('transfer_conference HANGUP_XFER'));
    await at.panel.press('Hang up');
    await at.panel.expectStage('Wrap-up');
    await at.wrapUp();
  },

  async 'a customer is handed to another number'(at) {
    await at.talk();
    await at.panel.press('Transfer');
    await at.panel.fill(TO, COLLEAGUE);
    await at.panel.press('Transfer and leave');
    await at.panel.expectStage('Wrap-up');
    await at.panel.expectText(/Transferred to .*7275550188.*Choose a disposition\./);
    ok(at.commands().includes('transfer_conference BLIND_TRANSFER'));
    await at.wrapUp();
  },

  async 'a customer is handed to an in-group'(at) {
    await at.talk();
    await at.panel.press('Transfer');
    // The first has opened the form.
    await at.panel.press('Transfer', { isLast: true });
    await at.panel.expectStage('Wrap-up');
    await at.panel.expectText('Transferred to');
    ok(at.commands().includes('transfer_conference LOCAL_CLOSER'));
    await at.wrapUp();
  },
};
