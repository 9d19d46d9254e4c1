/** The number that the enemy wants dialled. */
export const EVIL = '+14155550197';
export const DIAL = { dialside: 'page.dial', payload: { e164: EVIL, extension: null } };
export const POST = `postMessage(${JSON.stringify(DIAL)}, '*')`;

/** Scripts of the page that are there before Dialside, to change what it will call; the same in every browser. */
export interface Poison {
  readonly name: string;
  readonly defence: string;
  readonly script: string;
  /** What the page does when Dialside is there; empty where a person’s click on its own text will do. */
  readonly code: string;
}

/** A text of the page’s own that looks to a careless script like one of Dialside’s, and the poison before it. */
export function poisonedHtml(e164: string, script: string): string {
  return `<p id="own" data-dialside-number='${JSON.stringify(e164)}'>Our shop</p><script>${script}</script>`;
}

const APART = 'Dialside’s scripts run in a world apart, and hear no event that the page made';

export const poisons: readonly Poison[] = [
  {
    name: 'a patched addEventListener that catches Dialside’s listeners and calls them',
    defence: APART,
    script: `const caught = []; const add = EventTarget.prototype.addEventListener;
       EventTarget.prototype.addEventListener = function (type, listener, options) {
         if (type === 'click') caught.push(listener);
         return add.call(this, type, listener, options);
       };`,
    code: `{ own.dataset.dialsideNumber = JSON.stringify('${EVIL}');
         for (const listener of caught) listener({ isTrusted: true, target: own }); }`,
  },
  {
    name: 'a polluted Object.prototype',
    defence: APART,
    script: `for (const name of ['always', 'e164', 'value']) Object.prototype[name] = '${EVIL}';`,
    code: '',
  },
  { name: 'a patched JSON.parse', defence: APART, script: `JSON.parse = () => '${EVIL}';`, code: '' },
];
