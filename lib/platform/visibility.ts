/** Tells whether this page can be seen, now and on every change, until `signal` aborts. */
export function watchVisibility(onChange: (isVisible: boolean) => void, signal: AbortSignal): void {
  const tell = () => onChange(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', tell, { signal });
  tell();
}

/** Tells whether the person is at this window, now and on every change, until `signal` aborts. */
export function watchFocus(onChange: (hasFocus: boolean) => void, signal: AbortSignal): void {
  addEventListener('focus', () => onChange(true), { signal });
  addEventListener('blur', () => onChange(false), { signal });
  onChange(document.hasFocus());
}
