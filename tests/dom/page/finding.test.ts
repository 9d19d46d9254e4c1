import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { settle, stage } from './page-stage.ts';
import { walk } from './walk.ts';

const ONE = 'Call +1 415 237 1137';

describe('numbers in texts', () => {
  it.each([
    ['plain', '<p>Phone: (415) 237-1137</p>'],
    ['over elements', '<p><span>(415)</span> 237-<b>1137</b></p>'],
    ['over a comment', '<div>(415) <!-- -->237-1137</div>'],
    ['over wbr', '<div>415-237-<wbr>1137</div>'],
    ['over spans without spaces', '<div><span>+1</span><span>415</span><span>237</span><span>1137</span></div>'],
    ['deep in inline elements', '<div>Tel <i><b>415</b></i><u>-237</u>-1137</div>'],
    ['in the bracket of a sibling', '<p>Call <b>(</b><i>415</i>) 237-1137</p>'],
    ['before a text that goes on', '<p>Call <i>415-237</i>-11<i>37</i></p>'],
    ['over a line end of the markup', '<p>Our number is (415)\n        237-1137</p>'],
    ['over a line end between elements', '<p><span>(415)</span>\n            <span>237-1137</span></p>'],
    ['over blanks between elements', '<p><b>415</b>          <b>237</b>\t\t<b>1137</b></p>'],
    ['after a word that goes on', '<p>Hello</p><p><b>Tel</b>.415-237-1137</p>'],
    ['around a soft hyphen', '<p>415-237-&shy;1137</p>'],
    ['around signs of no width', '<p>4&#8203;1&#8204;5-2&#8288;37-1&#65279;137</p>'],
    ['over wbr and soft hyphens in elements', '<p><b>415</b><wbr><i>-&shy;237</i>-<wbr>&#8203;<u>11<wbr>37</u></p>'],
    ['around digits that are not displayed', '<p>415-237-<span style="display:none">99</span>1137</p>'],
    ['after digits that are not displayed', '<p><i hidden>212</i>415-237-1137</p>'],
    ['before digits that are not displayed', '<p><b>415-237-1137</b><i hidden><b>99</b></i></p>'],
    ['in a link beside another', '<p><a href="/a">415-237-1137</a><a href="/b">99</a></p>'],
    ['in a link beside another, with a blank', '<p><a href="/a">415-237-1137</a> <a href="/b">99</a></p>'],
    ['half in a link', '<p><a href="/a">415</a>-237-1137</p>'],
    ['before a footnote', '<p>415-237-1137<sup>1</sup></p>'],
  ])('are found %s', async (_name, html) => {
    await using page = await stage(html);
    expect(page.labels()).toEqual([ONE]);
  });

  // Among words bare digits could be anything: it is the label that makes them a number.
  it.each([
    [
      'beside it',
      (label: string) => `<div><div class="label">${label}</div><div><span>see 4152371137</span></div></div>`,
    ],
    ['over its column', (label: string) => `<table><tr><th>${label}</th></tr><tr><td>see 4152371137</td></tr></table>`],
    ['before its row', (label: string) => `<table><tr><th>${label}</th><td>see 4152371137</td></tr></table>`],
    ['of its term', (label: string) => `<dl><dt>${label}</dt><dd>see 4152371137</dd></dl>`],
    ['in the first of two elements', (label: string) => `<div><p>${label}</p><p><i>see 4152371137</i></p></div>`],
    [
      'over its column, above a row of pages',
      (label: string) =>
        `<table><thead><tr><th>${label}</th></tr><tr><td>1 - 20</td></tr></thead><tr><td>see 4152371137</td></tr></table>`,
    ],
    [
      'over its column, under a row of filters',
      (label: string) =>
        `<table><tr><td><input></td></tr><tr><th>${label}</th></tr><tr><td>see 4152371137</td></tr></table>`,
    ],
    [
      'over its column of a grid',
      (label: string) =>
        `<div role="table"><p role="row"><b role="columnheader">A</b><b role="columnheader">${label}</b></p><p role="row"><q style="float:left" role="cell">a</q><q style="float:left" role="cell">see 4152371137</q></p></div>`,
    ],
    ['that only screen readers say', (label: string) => `<p aria-label="${label}">see 4152371137</p>`],
  ])('are found by a label %s that says so, and by no other', async (_name, html) => {
    await using page = await stage(`${html('Zzz')}${html('Phone')}`);
    expect(page.labels()).toEqual([ONE]);
    const [without] = document.body.children;
    without?.remove();
    await settle();
    expect(page.labels()).toEqual([ONE]);
  });

  it('are found after a plus of its own, also where only the number is new', async () => {
    await using page = await stage('<p>Call <b>+</b><i>44 20 7946 0958</i></p><p>Or <b>+</b></p>');
    document.querySelectorAll('p')[1]?.append('44 20 7946 0959');
    await settle();
    expect(page.labels()).toEqual(['Call +44 20 7946 0958', 'Call +44 20 7946 0959']);
  });

  it.each([
    ['links of the site', '<a href="/a">4152371137</a><a href="/b">2068955016</a>'],
    ['links that dial', '<a href="tel:4152371137">415-237-1137</a><a href="tel:2068955016">206-895-5016</a>'],
    ['links with an extension', '<a href="/a">415-237-1137</a><a href="/b">206-895-5016</a>'],
  ])('are two in %s that stand side by side', async (_name, html) => {
    await using page = await stage(`<p>${html}</p>`);
    expect(await walk(page)).toEqual(['+1 415 237 1137', '+1 206 895 5016']);
  });

  it.each([
    ['cells', '<table><tr><td>415</td><td>237-1137</td></tr></table>'],
    ['list items', '<ul><li>415</li><li>237-1137</li></ul>'],
    ['a line break', '<div>415-237<br>1137</div>'],
    ['a line end that is shown', '<pre-like style="display:block;white-space:pre">415-237\n1137</pre-like>'],
    ['blocks', '<p>Qty 415</p><p>237 1137</p>'],
    ['a picture', '<p>415<img alt="">237-1137</p>'],
    ['buttons', '<button>415</button><button>237</button><button>1137</button>'],
    ['a field', '<p>415<input>237-1137</p>'],
    ['links', '<p><a href="/a">415</a><a href="/b">-237-1137</a></p>'],
    ['links with a blank between', '<p><a href="/a">415</a> <a href="/b">237</a> <a href="/c">1137</a></p>'],
    ['words that leave their room', '<p>415<i style="visibility:hidden">&nbsp;99&nbsp;</i>237-1137</p>'],
    ['flex items', '<div style="display:flex"><span>415</span><span>237-1137</span></div>'],
  ])('are not joined across %s', async (_name, html) => {
    await using page = await stage(html);
    expect(page.labels()).toEqual([]);
  });

  it.each([
    ['a column heading', '<table><tr><th>Lead ID</th></tr><tr><td>4152371137</td></tr></table>'],
    ['a row heading', '<table><tr><th>Order no.</th><td>4152371137</td></tr></table>'],
    ['a term', '<dl><dt>Invoice number</dt><dd>4152371137</dd></dl>'],
    ['a word before', '<p><span>Order</span> <span>#4152371137</span></p>'],
    ['a word on the line before in the markup', '<p>Order\n      4152371137</p>'],
    ['an aria-label', '<span aria-label="Account number">4152371137</span>'],
    ['a label before its field', '<div><label>Order no.</label><div><div><span>4152371137</span></div></div></div>'],
    ['a label of another kind', '<div><span class="field-Label">Case number</span><div>4152371137</div></div>'],
    ['a label in the same element', '<div><label style="display:block">Account number</label>4152371137</div>'],
    ['words with a colon', '<div><b>Ticket:</b><p>4152371137</p></div>'],
    ['the first of two cells', '<table><tr><td>Lead ID</td><td>4152371137</td></tr></table>'],
    ['the first of two elements', '<div><p>Lead ID</p><p>4152371137</p></div>'],
    [
      'a heading above a row of pages',
      '<table><thead><tr><th>Lead ID</th></tr><tr><td>1 - 20</td></tr></thead><tr><td>4152371137</td></tr></table>',
    ],
    [
      'a heading under a row of filters',
      '<table><tr><td><input></td></tr><tr><th>Lead ID</th></tr><tr><td>4152371137</td></tr></table>',
    ],
    [
      'a heading of a grid that does not number its columns',
      '<div role="table"><p role="row"><b role="columnheader">A</b><b role="columnheader">Lead ID</b></p><p role="row"><q style="float:left" role="cell">a</q><q style="float:left" role="cell">4152371137</q></p></div>',
    ],
  ])('are refused by %s', async (_name, html) => {
    await using page = await stage(html);
    expect(page.labels()).toEqual([]);
  });

  it.each([
    ['whose it is', '<div><p>Jane Price</p><p>4152371137</p></div>'],
    ['what is to be pressed', '<div><button>Invoice</button><p>415-237-1137</p></div>'],
    ['a headline', '<div><h3>Invoice</h3><p>415-237-1137</p></div>'],
    ['the words of a sentence', '<p><b>Invoice</b> paid, now call <b>415-237-1137</b></p>'],
    [
      'what stands before more than a value',
      '<div><p>Invoice</p><p>If anything on it is unclear at all, 415-237-1137</p></div>',
    ],
  ])('are found beside %s', async (_name, html) => {
    await using page = await stage(html);
    expect(page.labels()).toEqual([ONE]);
  });

  it.each([
    'script type="text/plain"',
    'style',
    'code',
    'pre',
    'kbd',
    'samp',
    'template',
    'textarea',
    'noscript',
    'div contenteditable',
    'div contenteditable="true"',
    'div contenteditable="plaintext-only"',
    'div role="textbox"',
  ])('in <%s> are left alone', async (tag) => {
    const name = tag.split(' ')[0];
    await using page = await stage(`<${tag}>415-237-1137</${name}><select><option>415-237-1137</option></select>`);
    expect(page.labels()).toEqual([]);
  });
});

describe('a number with words between that are not displayed', () => {
  const REST = '<span style="display: none">area code</span> <i>237-1137</i>';

  it('is found with the page', async () => {
    await using page = await stage(`<p>Call <b>(415)</b>${REST}</p>`);
    expect(page.labels()).toEqual([ONE]);
  });

  it('is found when its first part comes later', async () => {
    await using page = await stage(`<p id="line">${REST}</p>`);
    expect(page.labels()).toEqual([]);
    const area = document.createElement('b');
    area.textContent = '(415)';
    document.getElementById('line')?.prepend(area);
    await settle();
    expect(page.labels()).toEqual([ONE]);
  });

  it('is none where they are displayed', async () => {
    await using page = await stage(`<p>Call <b>(415)</b>${REST.replace('none', 'inline')}</p>`);
    expect(page.labels()).toEqual([]);
  });
});

describe('numbers in links and fields', () => {
  it.each([
    ['tel', '<a href="tel:+14152371137">Call us</a>'],
    ['tel over the number itself, once', '<a href="tel:+1-415-237-1137">(415) 237-1137</a>'],
    ['upper case', '<a href="TEL:%2B14152371137">office</a>'],
    ['callto', '<a href="callto:+14152371137">x</a>'],
    ['sip', '<a href="sip:+14152371137@pbx.example.com">x</a>'],
    ['sms', '<a href="sms:+14152371137">text</a>'],
    ['callto with slashes', '<a href="callto://+14152371137">x</a>'],
    ['sip of a switchboard', '<a href="sips:4152371137@pbx.example.com:5061;transport=tls">x</a>'],
    ['sms with a text', '<a href="sms:+14152371137?body=Call%20206-895-5016">text</a>'],
    ['WhatsApp', '<a href="https://wa.me/14152371137">chat</a>'],
    ['WhatsApp without a scheme', '<a href="//wa.me/14152371137?text=Hello">chat</a>'],
    ['WhatsApp with a text', '<a href="https://api.whatsapp.com/send?text=Hi&amp;phone=14152371137">chat</a>'],
    ['a link after blanks', '<a href="\n  tel:+14152371137">Call us</a>'],
    ['a read-only field', '<input readonly value="(415) 237-1137" aria-label="Phone">'],
    ['a disabled field', '<input disabled type="tel" value="415-237-1137">'],
    ['a field of a disabled fieldset', '<fieldset disabled><input value="415-237-1137"></fieldset>'],
  ])('are read from %s', async (_name, html) => {
    await using page = await stage(html);
    expect(page.labels()).toEqual([ONE]);
  });

  it.each([
    ['a mail link', '<a href="mailto:a@example.com">a</a>'],
    ['a web address', '<a href="https://example.com/c/4152371137">Profile</a>'],
    ['a password', '<input type="password" readonly value="4152371137">'],
    ['a quantity', '<input type="number" readonly value="4152371137">'],
    ['a field that people edit', '<input value="415-237-1137">'],
    ['an attribute', '<div data-x="415-237-1137" class="c-415-237-1137">Row</div>'],
  ])('are not read from %s', async (_name, html) => {
    await using page = await stage(html);
    expect(page.labels()).toEqual([]);
  });

  it('say their extension', async () => {
    await using page = await stage('<a href="tel:+15125667576;ext=204">main</a>');
    expect(page.labels()).toEqual(['Call +1 512 566 7576 ext 204']);
  });
});

describe('numbers in shadow roots', () => {
  it('are found, and those put into slots', async () => {
    document.body.innerHTML = '<x-card><span>206-825-3646</span></x-card>';
    const card = document.querySelector('x-card')!.attachShadow({ mode: 'open' });
    card.innerHTML = '<p>Phone: 617-818-3509</p><slot></slot><div id="inner"></div>';
    card.querySelector('#inner')!.attachShadow({ mode: 'open' }).innerHTML = '<i>303-902-5153</i>';
    await using page = await (await import('./page-stage.ts')).startStage();
    expect(page.labels().sort()).toEqual(['Call +1 206 825 3646', 'Call +1 303 902 5153', 'Call +1 617 818 3509']);
  });

  it('are followed when they change, and found when they come late', async () => {
    await using page = await stage('<div id="late"></div>');
    const late = document.querySelector('#late')!.attachShadow({ mode: 'open' });
    late.innerHTML = '<p>617-818-3509</p>';
    const script = document.createElement('script');
    script.src = 'data:text/javascript,0';
    document.body.append(script);
    await settle();
    expect(page.labels()).toEqual(['Call +1 617 818 3509']);
    late.querySelector('p')!.textContent = '303-902-5153';
    await settle();
    expect(page.labels()).toEqual(['Call +1 303 902 5153']);
  });

  it('that the page closed are found when the caller can open them', async () => {
    document.body.innerHTML = '<x-closed></x-closed>';
    const closed = document.querySelector('x-closed')!.attachShadow({ mode: 'closed' });
    closed.innerHTML = '<p>617-818-3509</p>';
    const shadowRootOf = (element: Element) => (element.localName === 'x-closed' ? closed : element.shadowRoot);
    await using page = await (await import('./page-stage.ts')).startStage({ shadowRootOf });
    expect(page.labels()).toEqual(['Call +1 617 818 3509']);
  });
});

it('a page is looked through once for its links, fields and shadow roots', async () => {
  const looks = [vi.spyOn(document, 'querySelectorAll'), vi.spyOn(document, 'getElementsByTagName')];
  const links = vi.spyOn(document, 'links', 'get');
  onTestFinished(() => {
    for (const spy of [...looks, links]) spy.mockRestore();
  });
  await using page = await stage(
    '<p>Or <a href="tel:4152371137">call</a> <input value="206-895-5016" readonly></p><div id="host"></div>',
  );
  expect(await walk(page)).toEqual(['+1 415 237 1137', '+1 206 895 5016']);
  expect([...looks, links].flatMap((spy) => spy.mock.calls)).toHaveLength(1);
});
