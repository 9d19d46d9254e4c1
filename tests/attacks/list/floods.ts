import type { Attack } from '../attack.ts';
import { layBait } from '../scene/bait.ts';

const group = 'A page wears Dialside out';

// Each another one, or reading one would be reading all. Hidden, or the browser itself would need seconds to lay them out.
const A_MILLION = `{ const paragraph = (_, at) =>
  '<p>' + Array.from({ length: 100 }, (_, of) => '+49 30 ' + (20_000_000 + at * 100 + of)).join(', ') + '</p>';
const all = document.createElement('div');
all.hidden = true;
all.innerHTML = Array.from({ length: 10_000 }, paragraph).join('');
document.body.append(all); }`;

/** From now on the page knows how long nothing else could be done in it at a stretch, until now. */
const WATCH = `{ let [last, longest] = [performance.now(), 0];
window.standstillMs = () => {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
  return longest;
};
setInterval(standstillMs, 50); }`;

const WATCHED_MS = 8_000;
/** Nobody waits so long for a page that takes no click. On a machine that is busy with something else a slice is far shorter, too. */
const STANDS_STILL_MS = 2_500;

export const floods: readonly Attack[] = [
  {
    group,
    name: 'a million numbers at once, so that the page takes no click while they are read',
    defence: 'a page is read in slices of a few milliseconds, and goes first between two of them',
    async run(scene) {
      const { page } = await layBait(scene, 37);
      // In one, or what comes in between would not be seen.
      await page.evaluate(A_MILLION + WATCH);
      await page.waitForTimeout(WATCHED_MS);
      return Number(await page.evaluate('standstillMs()')) > STANDS_STILL_MS;
    },
  },
];
