import { deepEqual, equal, ok } from 'node:assert/strict';
import { eventually } from '../patience.ts';
import type { CallSteps } from './call-desk.ts';

const ACCOUNT = /^1000 ·/;

/** What an agent does with a call, and between calls. */
export const callControls: CallSteps = {
  async 'the box that asks for a pause code is closed by one of the list'(at) {
    // First of all: for some seconds a finished call keeps the agent paused against his screen.
    await at.screen.goReady();
    await at.expectFree('READY');
    await at.screen.pause();
    await at.panel.expectText('The agent screen asks for a pause code');
    ok(await at.screen.shows('PauseCodeSelectBox'));
    await at.panel.choose('Choose pause code', 'Lunch break');
    await eventually(async () => ok(!(await at.screen.shows('PauseCodeSelectBox'))));
    await eventually(() => equal(at.live()?.pause_code, 'LUNCH'));
  },

  async 'a call is finished with its disposition and the agent stays paused, with the code of the pause'(at) {
    await at.talk();
    await at.finish('SALE', 'Finish, stay paused');
    await at.panel.expectText('Call finished');
    await at.expectFree('PAUSED');
    const order = at.commands();
    const [pause, hangUp, status] = ['external_pause PAUSE', 'external_hangup 1', 'external_status SALE'].map(
      (command) => order.indexOf(command),
    ) as [number, number, number];
    ok(pause >= 0 && pause < hangUp && hangUp < status, order.join(', '));
    equal(at.lead()?.status, 'SALE');
  },

  async 'a wrap-up is finished with a call-back in the dialer’s time, and the next call may come'(at) {
    await at.talk();
    await at.screen.hangUp();
    await at.panel.expectStage('Wrap-up');
    await at.panel.fill('Disposition', 'CALLBK');
    await at.panel.fillTime('Call back at (dialer’s time)', '2031-03-09T14:30');
    await at.panel.fill('Comment', 'after lunch');
    await at.panel.press('Finish, next call');
    await at.expectFree('READY');
    const kept = at.dialer.world.callbacks.find(({ lead_id }) => lead_id === at.lead()?.lead_id);
    deepEqual(
      [kept?.callback_time, kept?.recipient, kept?.comments],
      ['2031-03-09 14:30:00', 'USERONLY', 'after lunch'],
    );
  },

  // Of an agent who is ready, as the one before has left him.
  async 'a pause asked for in a call comes after it'(at) {
    await at.talk();
    await at.panel.press('Pause after this call');
    await at.panel.expectText('Pauses after this call');
    await at.screen.hangUp();
    await at.screen.setDisposition('No Answer');
    await at.expectFree('PAUSED');
    await at.panel.expectText('Paused');
  },

  async 'a customer is held and taken back, tones and a recording reach him, and the queue is counted'(at) {
    const parked = () => at.dialer.world.parked_channels.length;
    await at.talk();
    await at.panel.press('Hold');
    await at.panel.expectText('Customer on hold');
    await eventually(() => equal(parked(), 1));
    await at.panel.press('Take back');
    await eventually(() => equal(parked(), 0));
    await at.panel.expectStage('Talking');

    await at.panel.press('Tones');
    for (const tones of ['12#', '3']) {
      await at.panel.fill('Tones to send', tones);
      await at.panel.press('Send');
      await at.panel.expectText(`Sent: ${tones}`);
    }
    const heard = () => at.dialer.telephone.tones.map(({ tones }) => tones);
    // The second has not overwritten the first in the dialer's one field for them.
    await eventually(() => deepEqual(heard(), ['12#', '3']));

    await at.panel.press('Record');
    await at.panel.press('Stop recording');
    const hasRecord = () =>
      at.panel.evaluate(() =>
        [...document.querySelectorAll('button')].some(({ textContent }) => textContent === 'Record'),
      );
    await eventually(async () => ok(await hasRecord()));

    await at.panel.choose(ACCOUNT, 'Calls waiting in queue');
    await at.panel.expectText(/Calls waiting: \d/);
    await at.wrapUp();
  },

  async 'the agent is logged out of the dialer'(at) {
    await at.panel.choose(ACCOUNT, 'Log out of the dialer');
    await at.panel.expectText('Not logged in to the agent screen');
    // The watched screen says so before its own request to be logged out has reached the dialer.
    await eventually(() => equal(at.live(), undefined));
  },
};
