import { seededRandom } from '../seeded-random.ts';
import { type FaultBench, keepPaused, runRound } from '../steps/fault-round.ts';
import type { Desk } from './fixtures/desk.ts';
import { stopEventPage } from './fixtures/event-page.ts';
import { askFrom } from './fixtures/extension-requests.ts';
import { createStepPanel } from './fixtures/step-desk.ts';
import { readStorage } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';

// Other seeds than in Chromium: other faults, and other moments of death.
for (const seed of [2, 9]) {
  test(`random faults, seed ${seed}: one click is at most one request`, async ({ desk }) => {
    const bench = await sitDownForFaults(desk);
    const random = seededRandom(seed);
    for (let round = 0; round < 3; round += 1) expect((await runRound(bench, random)).outcome).not.toBe('');
  }, 240_000);
}

async function sitDownForFaults(desk: Desk): Promise<FaultBench> {
  const { dialer, firefox } = desk;
  keepPaused(dialer);
  const screen = await desk.openAgentScreen();
  const panel = await desk.signIn();
  const { tab } = panel;
  await askFrom(tab, 'settings.write', { alwaysAllow: ['+'] });
  const textOf = (selector: string) =>
    tab.inspect((sought) => document.querySelector<HTMLElement>(sought)?.innerText ?? '', selector);
  return {
    dialer,
    screen,
    panel: {
      dial: createStepPanel(panel).dial,
      stage: () => textOf('.call-stage'),
      expectStage: (stage, patience) => expect.poll(() => textOf('.call-stage'), patience).toMatch(stage),
      expectPaused: () => expect.poll(() => textOf('.agent-block'), { timeout: 20_000 }).toContain('Paused'),
    },
    stopBackground: () => stopEventPage(firefox),
    readDisk: async () => (await readStorage(tab)).onDisk,
  };
}
