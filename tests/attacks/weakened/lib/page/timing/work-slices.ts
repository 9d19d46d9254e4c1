import type {
  createWorkSlices as createStrong,
  Steps,
  WorkSlices,
} from '../../../../../../lib/page/timing/work-slices.ts';

export * from '../../../../../../lib/page/timing/work-slices.ts';

const SLICE_MS = 5_000;

/** Works for seconds at a stretch, whatever waits meanwhile. */
export function createWorkSlices(...[signal, onError]: Parameters<typeof createStrong>): WorkSlices {
  const work = (steps: Steps) => {
    try {
      for (const end = performance.now() + SLICE_MS; performance.now() < end; ) {
        if (signal.aborted || steps.next().done) return;
      }
    } catch (error) {
      onError(error);
      return;
    }
    setTimeout(work, 0, steps);
  };
  return { add: (steps) => queueMicrotask(() => work(steps)) };
}
