/**
 * Knows when nothing is left to do: no frame asked for and no slice of work waiting, by Dialside or by the page. A test that
 * waits for this waits as long as needed, and what is not there by then does not come.
 */

/** Declared apart: not yet in TypeScript's DOM library. */
interface Yielding {
  scheduler?: { yield?: () => Promise<void> };
}

/** So too. */
interface Delayed extends IntersectionObserverInit {
  delay?: number;
  trackVisibility?: boolean;
}

/** Without any work for so many frames all is at rest: a resize or an intersection is told within one. */
const QUIET_FRAMES = 4;

/** A page that always asks for another frame is not waited for any longer. */
const LONGEST_MS = 2_000;

const askFrame = window.requestAnimationFrame.bind(window);
const dropFrame = window.cancelAnimationFrame.bind(window);
const asked = new Set<number>();
let slicesWaiting = 0;

window.requestAnimationFrame = (callback) => {
  const id = askFrame((now) => {
    asked.delete(id);
    callback(now);
  });
  asked.add(id);
  return id;
};
window.cancelAnimationFrame = (id) => {
  asked.delete(id);
  dropFrame(id);
};

/** Told in the next frame, not 200 ms later: a test that waited so long for every change would hide what is slow itself. */
window.IntersectionObserver = class extends IntersectionObserver {
  constructor(callback: IntersectionObserverCallback, { delay, ...options }: Delayed = {}) {
    super(callback, options.trackVisibility ? ({ ...options, delay } as Delayed) : options);
  }
};

const { scheduler } = globalThis as Yielding;
const letOthersGo = scheduler?.yield?.bind(scheduler);
if (scheduler && letOthersGo) {
  scheduler.yield = async () => {
    slicesWaiting++;
    await letOthersGo();
    slicesWaiting--;
  };
}

/** Lets so many frames pass. */
export async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise((resolve) => askFrame(resolve));
}

/** Waits until there is no more work. */
export async function rest(): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  for (let quiet = 0; quiet < QUIET_FRAMES && performance.now() < end; ) {
    await frames(1);
    quiet = asked.size === 0 && slicesWaiting === 0 ? quiet + 1 : 0;
  }
}
