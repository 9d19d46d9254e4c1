import { afterEach, expect, it, vi } from 'vitest';
import { afterFrame } from '../../../lib/page/timing/after-frame.ts';
import { createWorkSlices } from '../../../lib/page/timing/work-slices.ts';
import { createPageWatch } from '../../../lib/page/watch/page-watch.ts';
import { pause, settle } from './page-stage.ts';

const LONGER_THAN_ITS_WAIT_MS = 150;

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it('does its work once', async () => {
  const work = vi.fn();
  afterFrame(new AbortController().signal, work);
  expect(work).not.toHaveBeenCalled();
  await pause(LONGER_THAN_ITS_WAIT_MS);
  expect(work).toHaveBeenCalledOnce();
});

it('does its work where no frame is drawn', async () => {
  vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  const work = vi.fn();
  afterFrame(new AbortController().signal, work);
  await vi.waitFor(() => expect(work).toHaveBeenCalledOnce(), 2_000);
});

it('does nothing after its end', async () => {
  const ending = new AbortController();
  const work = vi.fn();
  afterFrame(ending.signal, work);
  ending.abort();
  await pause(LONGER_THAN_ITS_WAIT_MS);
  expect(work).not.toHaveBeenCalled();
});

it('has the changes of many tasks read at once, each once', async () => {
  // A frame comes when the test says so.
  let drawFrame: FrameRequestCallback = () => {};
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => {
    drawFrame = callback;
    return 1;
  });
  vi.spyOn(window, 'setTimeout').mockReturnValue(0 as never);
  const { signal } = new AbortController();
  const read: (string | null)[] = [];
  const nothing = () => undefined;
  const watch = createPageWatch({
    signal,
    scan: {
      *readFrom(root) {
        read.push(root.textContent);
        yield;
      },
      *readLateShadowRoots() {
        yield;
      },
    },
    store: { dropWithin: nothing, dropDisconnected: nothing } as never,
    labels: { onAsked: nothing, underChanged: () => [], underRemoved: () => [] },
    lateRoots: { onRootless: nothing, onRead: nothing, look: nothing, lookAt: nothing },
    slices: createWorkSlices(signal, (error) => read.push(String(error))),
    isOurs: () => false,
    onChange: nothing,
  });
  watch.watch(document);
  for (const words of ['one', 'two', 'three']) {
    const line = document.createElement('p');
    line.textContent = words;
    document.body.append(line);
    await nextTask();
  }
  expect(read).toEqual([]);
  drawFrame(0);
  vi.restoreAllMocks();
  await settle();
  expect(read).toEqual(['one', 'two', 'three']);
});

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
