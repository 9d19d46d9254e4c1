/** Times what is run by the browser calls of the page, ours and the peers' alike; runs inside the page. */

const stamps = { slices: [] as number[], observer: [] as number[], frames: [] as number[], wakes: 0, listeners: 0 };

/** More turns of microtasks than lie between the end of a wait and the slice that it was for. */
const TURNS = 8;

/** Longer than the browser lets anybody wait who asks what has come into sight. */
const QUIET_MS = 300;
const setTimer = window.setTimeout.bind(window);
let wokenAt = 0;

function noteWake(): void {
  stamps.wakes++;
  wokenAt = performance.now();
}

/** Waits until nothing that is counted has run for 300 ms: what was begun has come to its end, however slow the machine is. */
export async function comeToRest(): Promise<void> {
  wokenAt = performance.now();
  for (let left = QUIET_MS; left > 0; left = wokenAt + QUIET_MS - performance.now()) {
    await new Promise((resolve) => setTimer(resolve, left));
  }
}

/** Reads and clears what was timed, in milliseconds. */
export function takeStamps(): typeof stamps {
  const taken = structuredClone(stamps);
  for (const log of [stamps.slices, stamps.observer, stamps.frames]) log.length = 0;
  stamps.wakes = 0;
  stamps.listeners = 0;
  return taken;
}

/** From now on slices, observers, frames, timers and listeners are counted. Call it before what is to be timed starts. */
export function timeBrowserCalls(): void {
  timeSlices();
  const askFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => askFrame(timed(callback, stamps.frames));
  const Mutations = window.MutationObserver;
  window.MutationObserver = class extends Mutations {
    constructor(callback: MutationCallback) {
      super(timed(callback, stamps.observer));
    }
  };
  const Intersections = window.IntersectionObserver;
  window.IntersectionObserver = class extends Intersections {
    constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      super(timed(callback, stamps.frames), options);
    }
  };
  window.setTimeout = ((...args: Parameters<typeof setTimer>) => {
    noteWake();
    return setTimer(...args);
  }) as typeof window.setTimeout;
  countListeners();
}

/** Slices wait for `scheduler.yield`, in a long scan for a message; what is done behind a frame is counted with the frames. */
function timeSlices(): void {
  const { scheduler } = globalThis as unknown as { scheduler: Scheduling };
  const yieldNow = scheduler.yield.bind(scheduler);
  const postTask = scheduler.postTask.bind(scheduler);
  let startedAt = 0;
  const endSlice = () => {
    if (startedAt > 0) stamps.slices.push(performance.now() - startedAt);
    startedAt = 0;
  };
  const after = (turns: number): void => queueMicrotask(turns === 0 ? endSlice : () => after(turns - 1));
  const beginSlice = () => {
    startedAt = performance.now();
    // The slice runs in one of the next microtasks; the last one is not followed by another wait.
    after(TURNS);
  };
  scheduler.yield = async () => {
    endSlice();
    noteWake();
    await yieldNow();
    beginSlice();
  };
  scheduler.postTask = (work, options) => postTask(timed(work, stamps.frames), options);
  window.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      endSlice();
      noteWake();
      this.port1.addEventListener('message', beginSlice);
    }
  };
}

/** Not yet in TypeScript's DOM library. */
interface Scheduling {
  yield: () => Promise<void>;
  postTask: (work: () => void, options: { priority: string }) => Promise<void>;
}

function timed<A extends unknown[]>(call: (...args: A) => void, log: number[]): (...args: A) => void {
  return (...args) => {
    noteWake();
    const start = performance.now();
    call(...args);
    log.push(performance.now() - start);
  };
}

/** Counts the listeners on the page that no signal has ended. What waits for the end of work is on no page. */
export function countListeners(): void {
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (...args: Parameters<typeof listen>) {
    listen.apply(this, args);
    if (this instanceof AbortSignal) return;
    stamps.listeners++;
    const options = args[2];
    if (typeof options !== 'object' || !options.signal) return;
    listen.call(options.signal, 'abort', () => stamps.listeners--, { once: true });
  };
}
