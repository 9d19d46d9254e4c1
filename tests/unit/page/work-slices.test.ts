import { expect, it, onTestFinished, vi } from 'vitest';
import { createWorkSlices, LONG_NEXT, type Steps } from '../../../lib/page/timing/work-slices.ts';

/** Has the page wait for its turn with a message, as the slices do. */
function postToPage(said: string[]): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    said.push('page');
    port1.close();
  };
  port2.postMessage(null);
}

async function runWith(between: typeof LONG_NEXT | undefined): Promise<string[]> {
  const said: string[] = [];
  function* work(): Steps {
    postToPage(said);
    said.push('short');
    yield between;
    said.push('long');
  }
  createWorkSlices(new AbortController().signal, () => {}).add(work());
  await vi.waitFor(() => expect(said).toHaveLength(3));
  return said;
}

it('does short steps in one slice', async () => {
  // No step takes any time, also on a machine that is busy with something else.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  onTestFinished(() => void vi.restoreAllMocks());
  expect(await runWith(undefined)).toEqual(['short', 'long', 'page']);
});

it('lets the page go first before a long step', async () => {
  expect(await runWith(LONG_NEXT)).toEqual(['short', 'page', 'long']);
});

it('goes on with other work after one that throws', async () => {
  const said: unknown[] = [];
  function* broken(): Steps {
    yield;
    throw new Error('broken');
  }
  function* whole(): Steps {
    yield;
    said.push('done');
  }
  const slices = createWorkSlices(new AbortController().signal, (error) => said.push(error));
  slices.add(broken());
  slices.add(whole());
  await vi.waitFor(() => expect(said).toEqual([new Error('broken'), 'done']));
});

it('does nothing once the signal is aborted', async () => {
  const ending = new AbortController();
  let steps = 0;
  function* work(): Steps {
    for (;;) {
      steps++;
      if (steps === 3) ending.abort();
      yield;
    }
  }
  createWorkSlices(ending.signal, () => {}).add(work());
  await vi.waitFor(() => expect(steps).toBe(3));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(steps).toBe(3);
});
