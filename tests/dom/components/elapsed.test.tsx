import { afterEach, expect, it } from 'vitest';
import { callStageOf } from '../../../components/call/call-stage.ts';
import { Elapsed } from '../../../components/elapsed.tsx';
import { hide, show } from './mount.tsx';
import { agentIn, dialIn } from './panel-states.ts';

afterEach(hide);

const shownTimes = () => [...document.querySelectorAll('[role=timer]')].map(({ textContent }) => textContent);
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('shows the same second on every clock that counts from the same moment, whenever each was drawn', async () => {
  const since = Date.now() - 5_000;
  const clocks = (count: number) => (
    <main>
      {Array.from({ length: count }, (_, index) => (
        <Elapsed key={index} since={since} label={`Clock ${index}`} />
      ))}
    </main>
  );
  show(clocks(1));
  await later(400);
  show(clocks(2));
  const seen = new Set<string>();
  for (let sample = 0; sample < 50; sample += 1) {
    await later(40);
    const [first, second] = shownTimes();
    expect(second).toBe(first);
    seen.add(first ?? '');
  }
  expect(seen.size).toBeGreaterThan(1);
});

it('counts a call from the moment of the agent’s state where both began at once, and else from its own', () => {
  const since = Date.now() - 60_000;
  const agent = agentIn('talking', { since });
  expect(callStageOf(dialIn('talking', { stageSince: since + 400 }), agent).since).toBe(since);
  expect(callStageOf(dialIn('talking', { stageSince: since - 400 }), agent).since).toBe(since);
  expect(callStageOf(dialIn('talking', { stageSince: since + 1_000 }), agent).since).toBe(since + 1_000);
});
