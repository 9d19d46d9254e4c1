import { browser } from './extension-api.ts';

/** So long nobody has touched keyboard or mouse: shorter would take somebody who reads for one who left. */
const AWAY_AFTER_S = 300;

/**
 * Tells whether the person has left the computer, now and on every change: its screen is locked, or nothing was touched for
 * five minutes. To be called in the worker's first turn, so that a change wakes it.
 */
export function watchAway(onChange: (isAway: boolean) => void): void {
  browser.idle.setDetectionInterval(AWAY_AFTER_S);
  browser.idle.onStateChanged.addListener((state) => onChange(state !== 'active'));
  void browser.idle.queryState(AWAY_AFTER_S).then((state) => onChange(state !== 'active'));
}
