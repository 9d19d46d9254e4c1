import { deepEqual, equal, ok } from 'node:assert/strict';
import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import type { Dialer } from '../simulator/dialer.ts';
import { findLiveAgent } from '../simulator/world.ts';
import { comesTrue } from './comes-true.ts';

export const PIN = '493817';
/** Longer than an open panel leaves the dialer unasked. */
const LONGER_THAN_AN_INTERVAL_MS = 8_000;
const HOURS_MS = 3_600_000;

/** The panel of an agent who is signed in, in a tab of its own. */
export interface LockPanel {
  press(name: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  dial(text: string): Promise<void>;
  expectText(text: string | RegExp): Promise<void>;
  expectStage(stage: string | RegExp): Promise<void>;
  /** Opens it anew. */
  reload(): Promise<void>;
  /** All that is kept on the device, and in memory for as long as the browser runs. */
  stored(): Promise<{ readonly onDisk: string; readonly inMemory: string }>;
  /** Writes into what is remembered of the sign-in on this device. */
  changeVault(change: { readonly wrongPins: number; readonly lastTryAt: number }): Promise<void>;
  /** The agent leaves the computer; once this is told, Dialside has heard of it. */
  leave(): Promise<void>;
  /** The computer has slept since then, with the background stopped, and wakes up. */
  wakeUp(awaySince: number): Promise<void>;
}

export interface LockDesk {
  readonly dialer: Dialer;
  openAgentScreen(): Promise<unknown>;
  signIn(): Promise<LockPanel>;
  /** The sign-in is remembered on this device, under {@link PIN}. */
  signInWithPin(): Promise<LockPanel>;
  /** Takes the dialer's permission back in the browser. */
  takePermission(): Promise<void>;
}

/** What a test of the lock does, by the name that it has in every browser. */
export const lockSteps: Readonly<Record<string, (desk: LockDesk) => Promise<void>>> = {
  async 'ten wrong PINs delete the remembered sign-in, and the right one opens nothing any more'(desk) {
    const panel = await desk.signInWithPin();
    await expectVault(panel);
    await panel.press('Sign out');
    await panel.expectText('Use the password instead');
    for (const triesLeft of [9, 8, 7]) {
      await tryPin(panel, '000000');
      await panel.expectText(`Wrong PIN. Tries left: ${triesLeft}.`);
    }
    // Those after the third have to wait, also where the right one is among them.
    await tryPin(panel, PIN);
    await panel.expectText(/Too many wrong PINs. Wait \d+ second/);
    // As an evening of wrong PINs, with the waits between them, leaves it.
    await panel.changeVault({ wrongPins: 9, lastTryAt: Date.now() - HOURS_MS });
    desk.dialer.log.clear();
    await tryPin(panel, '000000');
    await panel.expectText('Too many wrong PINs: the password was deleted from this device.');
    ok(!(await panel.stored()).onDisk.includes('"vault"'));
    await panel.reload();
    await panel.expectText(/Server address.*Password/s);
    deepEqual(desk.dialer.log.requests(), []);
  },

  async 'an agent who stays away for as long as the options say is signed out, and his PIN is asked for'(desk) {
    const panel = await desk.signInWithPin();
    await expectVault(panel);
    await panel.leave();
    ok((await panel.stored()).inMemory.includes(AGENT.password));
    await panel.wakeUp(Date.now() - 9 * HOURS_MS);
    await expectForgotten(panel);
    await panel.expectText('Use the password instead');
    desk.dialer.log.clear();
    await pause(LONGER_THAN_AN_INTERVAL_MS);
    deepEqual(desk.dialer.log.requests(), []);
  },
};

/** It takes a permission from the browser, which others would then go without. */
export const permissionSteps: typeof lockSteps = {
  async 'a dialer whose permission is taken back in the browser is asked nothing more, in a call too'(desk) {
    const { dialer } = desk;
    await desk.openAgentScreen();
    const panel = await desk.signIn();
    await panel.dial('+1 415 555 0132');
    await panel.expectStage('Talking');
    await desk.takePermission();
    await expectForgotten(panel);
    await panel.expectText('Server address');
    dialer.log.clear();
    await panel.reload();
    await pause(LONGER_THAN_AN_INTERVAL_MS);
    deepEqual(
      dialer.log.requests().filter(({ parameters }) => 'pass' in parameters && 'source' in parameters),
      [],
    );
    // The call is the agent screen's, and goes on.
    equal(findLiveAgent(dialer.world, AGENT.user)?.status, 'INCALL');
  },
};

async function expectVault(panel: LockPanel): Promise<void> {
  ok(await comesTrue(async () => (await panel.stored()).onDisk.includes('"vault"')), 'Nothing is remembered.');
}

async function expectForgotten(panel: LockPanel): Promise<void> {
  const isForgotten = async () => !(await panel.stored()).inMemory.includes(AGENT.password);
  ok(await comesTrue(isForgotten), 'The password is still kept.');
}

async function tryPin(panel: LockPanel, pin: string): Promise<void> {
  await panel.fill('PIN', pin);
  await panel.press('Unlock');
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
