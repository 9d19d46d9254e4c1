import { expect, it } from 'vitest';
import { page as browserPage } from 'vitest/browser';
import { MARK_NAME } from '../../../lib/page/overlay/marks.ts';
import { click, hover, moveTo } from './hand.ts';
import { settle, stage, startStage } from './page-stage.ts';

const PAGE = `
  <style>li:nth-child(2) { color: red } p::first-letter { color: blue } span:empty + i { color: green }</style>
  <p>Phone: <b>(415)</b> 237-1137 <!-- note --> and 206-895-5016</p>
  <ul><li>303-902-5153</li><li>617-818-3509</li></ul>
  <textarea>Customer 650-253-0000 called</textarea><input id="edited" value="212-736-5000">
  <input readonly value="312-601-8261"><a href="tel:+15125667576">call</a>
  <div id="note" contenteditable="true">Note: <b>512-706-1317</b></div><code>404-769-2550</code><x-card></x-card>`;

/** The page as its own scripts can know it, Dialside's one element left out. */
function portrait(): unknown {
  const copy = document.documentElement.cloneNode(true) as Element;
  for (const child of [...copy.children]) if (!['HEAD', 'BODY'].includes(child.tagName)) child.remove();
  const selection = getSelection();
  return {
    html: copy.outerHTML,
    shadow: document.querySelector('x-card')!.shadowRoot!.innerHTML,
    values: [...document.querySelectorAll('input,textarea')].map((field) => (field as HTMLInputElement).value),
    texts: document.body.innerText,
    nodes: document.querySelectorAll('body *').length,
    selection: [
      selection?.toString(),
      selection?.anchorNode?.nodeValue,
      selection?.anchorOffset,
      selection?.focusOffset,
    ],
    active: document.activeElement?.id,
    scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    sheets: [document.styleSheets.length],
  };
}

it('is the same with Dialside, byte for byte, and hears of no change', async () => {
  await browserPage.viewport(1000, 700);
  document.body.innerHTML = PAGE;
  document.querySelector('x-card')!.attachShadow({ mode: 'open' }).innerHTML = '<p>Fax: 415-555-2671</p>';
  getSelection()!.setBaseAndExtent(
    document.querySelector('p')!.firstChild!,
    2,
    document.querySelector('p')!.lastChild!,
    5,
  );
  const log: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      // The host, a child of the document element, is the one thing that is Dialside's.
      if (target === document.documentElement || target.parentNode === document.documentElement) {
        if (target !== document.body && target !== document.head) continue;
      }
      log.push(`${type} ${target.nodeName} ${[...addedNodes].map((node) => node.nodeName)}`);
    }
  });
  const everything = { subtree: true, childList: true, characterData: true, attributes: true };
  observer.observe(document, everything);
  observer.observe(document.querySelector('x-card')!.shadowRoot!, everything);
  const { sheets: _, ...before } = portrait() as Record<string, unknown>;

  await using page = await startStage({ regions: ['US'] });
  expect(page.labels().length).toBeGreaterThanOrEqual(4);
  await hover(page.button('303'));
  await click(page.button('303'));
  expect(page.dialled).toHaveLength(1);
  expect(portrait()).toMatchObject(before);
  page.end();
  expect(portrait()).toMatchObject(before);
  expect(log).toEqual([]);
  observer.disconnect();
});

it('keeps no trace of Dialside after the end', async () => {
  const children = document.documentElement.children.length;
  const sheets = document.adoptedStyleSheets.length;
  const page = await stage('<p>415-237-1137</p>');
  expect(document.documentElement.children.length).toBe(children + 1);
  expect(CSS.highlights.get(MARK_NAME)?.size).toBe(1);
  page.end();
  expect(document.documentElement.children.length).toBe(children);
  expect(CSS.highlights.has(MARK_NAME)).toBe(false);
  expect(document.adoptedStyleSheets.length).toBe(sheets);
  document.querySelector('p')!.textContent = '206-895-5016';
  document.querySelector('p')!.insertAdjacentHTML('afterend', '<p>303-902-5153</p>');
  await settle();
  expect(document.documentElement.children.length).toBe(children);
  expect(CSS.highlights.has(MARK_NAME)).toBe(false);
  expect(page.host.isConnected).toBe(false);
});

it('gets a style sheet only when the browser does not deliver one', async () => {
  const sheets = document.adoptedStyleSheets.length;
  await using _page = await stage('<p>415-237-1137</p>', { marksStyled: true });
  expect(document.adoptedStyleSheets.length).toBe(sheets);
  expect(CSS.highlights.get(MARK_NAME)?.size).toBe(1);
});

it('keeps the focus of a field while a button is clicked', async () => {
  await using page = await stage('<input id="field"><p>415-237-1137</p>');
  document.querySelector('input')!.focus();
  await click(page.button('415'));
  expect(page.dialled).toHaveLength(1);
  expect(document.activeElement?.id).toBe('field');
});

it('may take the host away: it comes back, and gives up on a page that insists', async () => {
  await using page = await stage('<p>415-237-1137</p>');
  await moveTo(700, 500);
  page.host.remove();
  await settle();
  expect(page.host.parentNode).toBe(document.documentElement);
  expect(page.labels()).toEqual(['Call +1 415 237 1137']);
  document.body.append(page.host);
  page.host.removeAttribute('popover');
  await settle();
  expect(page.host.parentNode).toBe(document.documentElement);
  expect(page.host.matches(':popover-open')).toBe(true);
  let removals = 0;
  const remover = new MutationObserver(() => {
    if (!page.host.isConnected) return;
    removals++;
    page.host.remove();
  });
  remover.observe(document.documentElement, { childList: true });
  page.host.remove();
  await settle();
  await settle();
  remover.disconnect();
  expect(removals).toBeGreaterThan(2);
  expect(removals).toBeLessThan(30);
});

it('is served under the strictest content policy', async () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; require-trusted-types-for 'script'">`;
  const frame = document.createElement('iframe');
  frame.srcdoc = `${policy}<p>Phone 415-237-1137</p>`;
  frame.style.cssText = 'width:600px;height:200px';
  document.body.replaceChildren(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const violations: string[] = [];
  const inner = frame.contentDocument!;
  inner.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
  const { createOverlayHost, attachClosedRoot } = await import('../../../lib/page/overlay/overlay-host.ts');
  const { createDialButton, describeDialButton } = await import('../../../lib/page/buttons/dial-button.ts');
  const ended = new AbortController();
  const FrameSheet = (inner.defaultView as unknown as typeof globalThis).CSSStyleSheet;
  const overlay = createOverlayHost(inner, ended.signal, attachClosedRoot, FrameSheet);
  const button = createDialButton(inner);
  describeDialButton(button, 'Call', null);
  button.style.transform = 'translate(10px, 10px)';
  overlay.layer.append(button);
  const { width, left } = button.getBoundingClientRect();
  expect({ width, left, violations }).toEqual({ width: 24, left: 10, violations: [] });
  ended.abort();
  document.body.replaceChildren();
});
