import { escapeHtml } from './html.ts';

/** A picture for any name the page asks for, labelled with the end of its name: `agc_live_call_ON.gif` shows ON. */
export function picture(fileName: string): string {
  const name = fileName.replace(/\.gif$/, '');
  const isLit = /_(ON|active)$/.test(name);
  const colour = isLit ? '#2e8b57' : name.endsWith('DEAD') ? '#b3261e' : '#7a8896';
  const label = escapeHtml(name.replace(/^(agc|vdc_LB)_/, '').replaceAll('_', ' '));
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="220" height="40">' +
    `<rect width="220" height="40" rx="4" fill="${colour}"/>` +
    `<text x="110" y="26" fill="#fff" font-family="sans-serif" font-size="18" text-anchor="middle">${label}</text></svg>`
  );
}
