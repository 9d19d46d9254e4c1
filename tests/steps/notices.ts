import { equal, match } from 'node:assert/strict';
import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { eventually } from '../patience.ts';
import type { StepDesk, Steps } from './step-desk.ts';

export const notices: Steps = {
  async 'an agent screen that stands still, and one that is logged out, are told by badge and popup'(desk) {
    const screen = await desk.openAgentScreen();
    const panel = await desk.signIn({ withStatusLogin: false });
    await eventually(async () => equal((await desk.seenScreen())?.isAlive, true));
    await screen.standStill();
    await expectBadge(desk, 'LAG');
    await panel.expectText('Agent screen not responding');
    await panel.expectText('Last known: Paused');
    await panel.press('Show agent screen');
    await eventually(async () => equal(await screen.isInFront(), true));

    await screen.goto(`${desk.dialer.url}/control/screen?user=${AGENT.user}`);
    await expectBadge(desk, 'II');
    await screen.goto(`${desk.dialer.url}/agc/vicidial.php`);
    // The server may still take him for logged in when it is asked first; it is asked again 6 s later.
    await eventually(async () => match((await desk.badge()).title, /Not logged in to the agent screen/), 30_000);
    await expectBadge(desk, 'OUT');
    await panel.expectText('Not logged in to the agent screen');
  },
};

function expectBadge(desk: StepDesk, text: string): Promise<void> {
  return eventually(async () => equal((await desk.badge()).text, text));
}
