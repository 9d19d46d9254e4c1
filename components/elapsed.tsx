import { useEffect, useState } from 'preact/hooks';

/** `m:ss`, from an hour on `h:mm:ss`; never negative, as clocks are set back. */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  const [first, ...rest] = hours > 0 ? [hours, ...parts] : parts;
  return [String(first), ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}

/** Milliseconds since 1970, renewed every second while the component is shown. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
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
