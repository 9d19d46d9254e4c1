import type { Attack } from '../attack.ts';
import { RAISED, VEILED } from '../moves/unseen-buttons.ts';
import { aimAt, layBait, numberOf, pressBait, pressHere } from '../scene/bait.ts';

const group = 'A page lies about the number';

const OTHER = numberOf(98);

/** A call to a number that Dialside's own words did not name, where the page shows something else. */
function disguise(last: number, code: string, text = numberOf(last).text): Attack['run'] {
  return async (scene) => {
    const bait = await layBait(scene, last, '', text);
    await bait.page.evaluate(`{ const number = document.getElementById('number'); ${code} }`);
    const { dialled, saw } = await pressBait(scene, bait);
    return dialled && !saw.words;
  };
}

/** Another number, painted over the true one by a style, so that no text of the page holds it. */
function paintOver(more: string): string {
  const css = `#number::after { content: "${OTHER.text}"; position: absolute; inset: 0; background: #fff; ${more} }`;
  return `document.head.insertAdjacentHTML('beforeend', ${JSON.stringify(`<style>${css}</style>`)});`;
}

const WORDS = 'beside the button Dialside says which number it dials';

/** The page exchanges the number while the person presses; a call to any number, of which none was named to him. */
function exchange(last: number, on: string, text: string, code: string): Attack['run'] {
  return async (scene) => {
    const bait = await layBait(scene, last, '', text);
    await aimAt(bait.page, bait.button.box);
    await bait.page.evaluate(`addEventListener('${on}', () => { const number = document.getElementById('number');
${code} }, { capture: true })`);
    await pressHere(bait.page);
    return (await scene.dialled()).length > 0;
  };
}

/** Something of the page's own is painted over the words, but not over the button; a call whose number was not to be seen. */
function coverWords(last: number, code: string): Attack['run'] {
  return async (scene) => {
    const bait = await layBait(scene, last);
    const { x, y } = bait.button.box;
    await bait.page.evaluate(
      `{ const cover = document.createElement('div'); cover.popover = 'manual'; cover.textContent = '${OTHER.text}';
cover.style.cssText = 'position: fixed; inset: auto; margin: 0; border: 0; pointer-events: none; background: #fff;' +
  'left: ${x - 20}px; top: ${y + 29}px; width: 360px; height: 60px';
document.body.append(cover);
// A backdrop lies over everything, and the browser would take it for a cover.
document.head.insertAdjacentHTML('beforeend', '<style>::backdrop { display: none }</style>');
${code} }`,
    );
    const { dialled, saw } = await pressBait(scene, bait);
    return dialled && !saw.words;
  };
}

const READ_AGAIN = 'the number is read from the page again at the click, which is refused when it changed';

export const falseNumbers: readonly Attack[] = [
  {
    group,
    name: 'another number in an element laid over it',
    defence: 'a number that is covered has no button',
    async run(scene) {
      const bait = await layBait(scene, 40);
      await bait.page.evaluate(`{ const number = document.getElementById('number');
const over = document.createElement('button');
over.dataset.text = '${OTHER.text}';
over.style.cssText = 'position: absolute; border: 0; padding: 0; font: inherit; background: #fff; height: 24px;' +
  \`left: \${number.offsetLeft}px; top: \${number.offsetTop}px; width: \${number.offsetWidth}px\`;
document.head.insertAdjacentHTML('beforeend', '<style>[data-text]::before { content: attr(data-text) }</style>');
document.body.append(over); }`);
      const { dialled } = await pressBait(scene, bait);
      return dialled;
    },
  },
  {
    group,
    name: 'another number painted over it, which lets the pointer through',
    defence: WORDS,
    run: disguise(41, paintOver('pointer-events: none')),
  },
  {
    group,
    name: 'a number cut away by a clip, beside another one in a picture',
    defence: WORDS,
    run: disguise(42, `number.style.clipPath = 'inset(0 0 0 100%)';`),
  },
  {
    group,
    name: 'digits turned round by a direction override',
    defence: WORDS,
    run: disguise(43, '', `<bdo dir="rtl">${numberOf(43).text}</bdo>`),
  },
  {
    group,
    name: 'digits of a script the person does not read',
    defence: WORDS,
    run: disguise(44, '', '(415) 555-01\u0664\u0664'),
  },
  {
    group,
    name: 'a cover over Dialside’s words alone, put on top again in every frame',
    defence: 'a press counts only while nothing is painted over the words',
    defenceInFirefox: VEILED,
    run: coverWords(
      45,
      '(function again() { cover.togglePopover(false); cover.togglePopover(true); requestAnimationFrame(again); })();',
    ),
  },
  {
    group,
    name: 'a cover over Dialside’s words alone, whose opening is kept from Dialside',
    defence: 'a press counts only while nothing is painted over the words',
    defenceInFirefox: RAISED,
    run: coverWords(
      39,
      "addEventListener('toggle', (event) => event.stopImmediatePropagation(), true); cover.showPopover();",
    ),
  },
  {
    group,
    name: 'text exchanged when the pointer comes up',
    defence: READ_AGAIN,
    run: exchange(46, 'pointerup', numberOf(46).text, `number.firstChild.data = '${OTHER.text}'`),
  },
  {
    group,
    name: 'text exchanged between the pointer coming up and the click',
    defence: READ_AGAIN,
    run: exchange(47, 'click', numberOf(47).text, `number.firstChild.data = '${OTHER.text}'`),
  },
  {
    group,
    name: 'a link’s address exchanged at the click',
    defence: READ_AGAIN,
    run: exchange(
      48,
      'click',
      `<a href="tel:${numberOf(48).e164}">Call us</a>`,
      `number.firstChild.href = 'tel:${OTHER.e164}'`,
    ),
  },
  {
    group,
    name: 'a field’s value exchanged at the click, of which no trace is left in the document',
    defence: READ_AGAIN,
    run: exchange(
      49,
      'click',
      `<input readonly value="${numberOf(49).text}" size="14">`,
      `number.firstChild.value = '${OTHER.text}'`,
    ),
  },
];
