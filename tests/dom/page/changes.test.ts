import { describe, expect, it } from 'vitest';
import { settle, stage } from './page-stage.ts';

const ONE = 'Call +1 415 237 1137';

describe('changes of the page', () => {
  it('bring buttons, take them away and change them', async () => {
    await using page = await stage('<ul><li>206-895-5016</li></ul>');
    const list = document.querySelector('ul')!;
    list.insertAdjacentHTML('beforeend', '<li>303-902-5153</li>');
    await settle();
    expect(page.labels().sort()).toEqual(['Call +1 206 895 5016', 'Call +1 303 902 5153']);
    list.firstElementChild!.firstChild!.nodeValue = '415-237-1137';
    await settle();
    expect(page.labels().sort()).toEqual(['Call +1 303 902 5153', ONE]);
    list.lastElementChild!.remove();
    await settle();
    expect(page.labels()).toEqual([ONE]);
  });

  it.each<[string, string, (page: Element) => void]>([
    [
      'inside a wrapper',
      '<p><span>(415) 237-</span><span id="x"></span></p>',
      (page) => {
        page.querySelector('#x')!.innerHTML = '<em>1137</em>';
      },
    ],
    [
      'in place of others, in a wrapper',
      '<p><span>(415) 237-</span><span><em>1138</em></span></p>',
      (page) => {
        const other = document.createElement('em');
        other.append('1137');
        page.querySelector('em')!.replaceWith(other);
      },
    ],
    [
      'before a blank and a wrapper',
      '<p> <span>237-1137</span></p>',
      (page) => {
        page.querySelector('p')!.insertAdjacentHTML('afterbegin', '<b>(415)</b>');
      },
    ],
  ])('join texts that are there to a number, %s', async (_where, html, add) => {
    await using page = await stage(html);
    add(document.body);
    await settle();
    expect(page.labels()).toEqual([ONE]);
  });

  it('join texts to a number, and part them again', async () => {
    await using page = await stage('<p>415-237</p>');
    const end = document.createElement('b');
    end.textContent = '-1137';
    document.querySelector('p')!.append(end);
    await settle();
    expect(page.labels()).toEqual([ONE]);
    end.remove();
    await settle();
    expect(page.labels()).toEqual([]);
  });

  it.each<[string, (part: HTMLElement) => void, (part: HTMLElement) => void]>([
    ['hidden', (part) => part.setAttribute('hidden', ''), (part) => part.removeAttribute('hidden')],
    ['style', (part) => part.setAttribute('style', 'display:none'), (part) => part.removeAttribute('style')],
    ['class', (part) => part.setAttribute('class', 'off'), (part) => part.removeAttribute('class')],
  ])('that show a part of a number, by its %s, are read', async (_name, hide, show) => {
    await using page = await stage(
      '<style>.off { display: none }</style><p>(415) 237-<span>1138</span><span>1137</span></p>',
    );
    const [first, second] = document.querySelectorAll('span');
    expect(page.labels()).toEqual([]);
    hide(first!);
    await settle();
    expect(page.labels()).toEqual([ONE]);
    show(first!);
    hide(second!);
    await settle();
    expect(page.labels()).toEqual(['Call +1 415 237 1138']);
    show(second!);
    await settle();
    expect(page.labels()).toEqual([]);
  });

  it('of an address, of a field and of what may be edited are seen', async () => {
    await using page = await stage(
      '<a href="tel:+12068955016">a</a><p><input value="303-902-5153"></p><div id="note">415-237-1137</div>',
    );
    document.querySelector('a')!.href = 'tel:+16178183509';
    document.querySelector('input')!.readOnly = true;
    document.querySelector<HTMLElement>('#note')!.contentEditable = 'true';
    await settle();
    expect(page.labels().sort()).toEqual(['Call +1 303 902 5153', 'Call +1 617 818 3509']);
  });

  it('are worked off when they come in one great storm', async () => {
    await using page = await stage('<div id="log"></div>');
    const log = document.querySelector('#log')!;
    for (let row = 0; row < 2000; row++) log.insertAdjacentHTML('afterbegin', `<div>row ${row}</div>`);
    log.insertAdjacentHTML('afterbegin', '<div>415-237-1137</div>');
    await settle();
    await expect.poll(() => page.labels()).toEqual([ONE]);
  });
});
