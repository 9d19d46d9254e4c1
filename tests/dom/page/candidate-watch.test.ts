import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchForCandidates } from '../../../lib/page/watch/candidate-watch.ts';

let ended = new AbortController();

afterEach(() => {
  ended.abort();
  ended = new AbortController();
  document.body.replaceChildren();
});

/** Where it stands last, all before it has been looked at once somebody asks for its root. */
const END = '<x-end></x-end>';

interface Seen {
  reports: number;
  /** How often all of the page was looked at, up to {@link END}. */
  looks: number;
}

function watch(): Seen {
  const seen = { reports: 0, looks: 0 };
  const rootOf = (element: Element) => {
    if (element.localName === 'x-end') seen.looks++;
    return element.shadowRoot;
  };
  watchForCandidates(document, ended.signal, () => seen.reports++, rootOf);
  return seen;
}

/** Waits until a watch that starts now has found something: one that started before it has had its turn. */
async function untilOthersFind(): Promise<void> {
  const control = new AbortController();
  let reports = 0;
  watchForCandidates(document, control.signal, () => reports++);
  await expect.poll(() => reports).toBe(1);
  control.abort();
}

describe('a frame calls for the engine', () => {
  it.each([
    ['a number', '<p>Phone 415-237-1137</p>'],
    ['a number over elements', '<p><b>(415)</b> <i>237</i>-<u>1137</u></p>'],
    ['a vanity number', '<p>1-800-FLOWERS</p>'],
    ['a tel link', '<a href="tel:+14152371137">call</a>'],
    ['a callto link', '<a href="CallTo:x">call</a>'],
    ['a sip link', '<a href="sip:a@b">call</a>'],
    ['an sms link', '<a href="sms:+1">text</a>'],
    ['a WhatsApp link', '<a href="https://wa.me/14152371137">chat</a>'],
    ['a read-only field', '<input readonly value="415-237-1137">'],
    ['a disabled field', '<input disabled value="415-237-1137">'],
  ])('for %s, once', async (_name, html) => {
    document.body.innerHTML = html;
    const seen = watch();
    await expect.poll(() => seen.reports).toBe(1);
    document.body.insertAdjacentHTML('beforeend', html);
    await untilOthersFind();
    expect(seen.reports).toBe(1);
  });

  it('for a number in a shadow root', async () => {
    document.body.innerHTML = '<div></div>';
    document.querySelector('div')!.attachShadow({ mode: 'open' }).innerHTML = '<p>415-237-1137</p>';
    const seen = watch();
    await expect.poll(() => seen.reports).toBe(1);
  });

  it.each<[string, string, () => void]>([
    ['is added', '<p></p>', () => document.querySelector('p')!.append('415-237-1137')],
    [
      'is put together',
      '<p>415-2</p>',
      () => document.querySelector('p')!.insertAdjacentHTML('beforeend', '<b>37-1137</b>'),
    ],
    [
      'is written into a text',
      '<p>x</p>',
      () => {
        document.querySelector('p')!.firstChild!.nodeValue = '415-237-1137';
      },
    ],
    [
      'is linked to',
      '<a href="#">x</a>',
      () => {
        document.querySelector('a')!.href = 'tel:1';
      },
    ],
    [
      'is added in a shadow root',
      '<x-y></x-y>',
      () => {
        document.querySelector('x-y')!.shadowRoot!.textContent = '415-237-1137';
      },
    ],
  ])('when a number %s later', async (_name, html, change) => {
    document.body.innerHTML = html + END;
    document.querySelector('x-y')?.attachShadow({ mode: 'open' });
    const seen = watch();
    await expect.poll(() => seen.looks).toBeGreaterThan(0);
    expect(seen.reports).toBe(0);
    change();
    await expect.poll(() => seen.reports).toBe(1);
  });
});

it('looks on where one element of a change could not be looked at', async () => {
  const told = vi.spyOn(window, 'reportError').mockImplementation(() => {});
  document.body.innerHTML = END;
  const seen = { reports: 0, looks: 0 };
  watchForCandidates(
    document,
    ended.signal,
    () => seen.reports++,
    (element) => {
      if (element.localName === 'x-bad') throw new Error('no root for you');
      seen.looks++;
      return null;
    },
  );
  await expect.poll(() => seen.looks).toBeGreaterThan(0);
  document.body.append(document.createElement('x-bad'), document.createElement('p'));
  await expect.poll(() => told.mock.calls.length).toBeGreaterThan(0);
  told.mockRestore();
  document.body.append('Phone 415-237-1137');
  await expect.poll(() => seen.reports).toBe(1);
});

describe('a frame is left in peace', () => {
  it.each([
    ['words', '<p>Nothing to see, 3 of 12, page 4</p>'],
    ['cells that are no number together', '<table><tr><td>617</td><td>468</td><td>1234</td></tr></table>'],
    [
      'what people edit',
      '<div contenteditable>415-237-1137</div><textarea>415-237-1137</textarea><input value="415-237-1137">',
    ],
    ['code and scripts', '<code>415-237-1137</code><script type="text/plain">415-237-1137</script>'],
    ['web links', '<a href="https://example.com/4152371137">x</a>'],
  ])('with %s', async (_name, html) => {
    document.body.innerHTML = html + END;
    const seen = watch();
    await expect.poll(() => seen.looks).toBeGreaterThan(0);
    expect(seen.reports).toBe(0);
  });

  it('once its context has ended', async () => {
    document.body.innerHTML = END;
    const seen = watch();
    await expect.poll(() => seen.looks).toBeGreaterThan(0);
    ended.abort();
    document.body.innerHTML = '<p>415-237-1137</p>';
    await untilOthersFind();
    expect(seen.reports).toBe(0);
  });
});
