import { useEffect, useState } from 'preact/hooks';

/** `m:ss`, from an hour on `h:mm:ss`; never negative, as clocks are set back. */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  const [first, ...rest] = hours > 0 ? [hours, ...parts] : parts;
  return [String(first), ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}

// One for all clocks of a page: two that count from the same moment would otherwise show different seconds half of the time.
const TICK_MS = 1_000;
// Clocks that are drawn together, the first of a page, begin together.
const DRAWN_MS = 50;
const shown = new Set<(now: number) => void>();
let tickedAt = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The newest tick, or now where none has come within its time. */
function lastTick(): number {
  const age = Date.now() - tickedAt;
  if (age < 0 || age >= (shown.size > 0 ? TICK_MS : DRAWN_MS)) tickedAt = Date.now();
  return tickedAt;
}

function followTicks(onTick: (now: number) => void): () => void {
  shown.add(onTick);
  timer ??= setInterval(() => {
    tickedAt = Date.now();
    for (const each of shown) each(tickedAt);
  }, TICK_MS);
  return () => {
    shown.delete(onTick);
    if (shown.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    tickedAt = 0;
  };
}

/** Milliseconds since 1970, renewed every second while the component is shown, everywhere on the page at once. */
export function useNow(): number {
  const [now, setNow] = useState(lastTick);
  useEffect(() => followTicks(setNow), []);
  return now;
}

/** The time since a moment, ticking. A screen reader reads it on demand and is not interrupted by it. */
export function Elapsed({ since, label }: { readonly since: number; readonly label: string }) {
  const now = useNow();
  return (
    <span class="elapsed" role="timer" aria-live="off" aria-label={label}>
      {formatElapsed(now - since)}
    </span>
  );
}
