import { deepEqual, equal } from 'node:assert/strict';
import { cue, openOwn, withPages } from './own-pages.ts';
import type { StepPage, Steps } from './step-desk.ts';

/** How pages begin, go on and end in ways of their own: policies, frames, documents written anew, history. */

const STRICT = "default-src 'none'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const REPORTS = '/reports';

type SampleNumber = Readonly<Record<'text' | 'label', string>>;

const FIRST = { text: '415-555-0132', label: 'Call +1 415 555 0132' };
const SECOND = { text: '206-555-0147', label: 'Call +1 206 555 0147' };
const THIRD = { text: '303-555-0118', label: 'Call +1 303 555 0118' };
const FOREIGN = { text: '617-555-0145' };

const paragraph = ({ text }: { readonly text: string }) => `<p>Call ${text}</p>`;

/** What a page does by itself when a test says so: driven from outside it would run in a world of the driver's. */
const onCue = (task: string) => `<script>addEventListener('cue', () => { ${task} });</script>`;

/** Dialside's elements in the document of the page: one, whatever happened to it. */
const hosts = (page: StepPage) => page.evaluate(() => document.documentElement.children.length - 2);

export const pageLives: Steps = {
  'a page with the strictest content policy and Trusted Types is served, and its policy not broken': (desk) =>
    withPages(async (pages) => {
      const policy = `${STRICT}; report-uri ${REPORTS}`;
      const { page } = await openOwn(desk, pages, paragraph(FIRST), { 'content-security-policy': policy });
      await page.press(FIRST.text);
      await desk.expectDialRequests(1);
      // Last of all a breach of the page's own, which proves that those before it would have been reported.
      await page.evaluate(() => void document.body.append(Object.assign(new Image(), { src: '/last.png' })));
      await pages.awaitSent(REPORTS, '/last.png');
      // The browser asks for the icon of every page.
      const others = pages.sentTo(REPORTS).filter((report) => !/favicon\.ico|last\.png/.test(report));
      deepEqual(others, []);
    }),

  'a document that a script opens and writes anew has buttons for what it says then': (desk) =>
    withPages(async (pages) => {
      const anew = JSON.stringify(`<!doctype html><title>New</title><body>${paragraph(SECOND)}`);
      const rewrite = onCue(`document.open(); document.write(${anew}); document.close();`);
      const { page } = await openOwn(desk, pages, paragraph(FIRST) + rewrite);
      await page.expectLabels([FIRST.label]);
      await cue(page);
      await page.expectLabels([SECOND.label]);
      deepEqual(await hosts(page), 1);
      await page.press(SECOND.text);
      await desk.expectDialRequests(1);
    }),

  'going back and forth shows the buttons of the page that is there': (desk) =>
    withPages(async (pages) => {
      const { page } = await openOwn(desk, pages, paragraph(FIRST));
      await page.expectLabels([FIRST.label]);
      pages.publish('/other.html', paragraph(SECOND));
      await page.goto(pages.url('/other.html'));
      await page.expectLabels([SECOND.label]);
      await page.goBack();
      await page.expectLabels([FIRST.label]);
      await page.goForward();
      await page.expectLabels([SECOND.label]);
      deepEqual(await hosts(page), 1);
    }),

  'a page that the browser has kept whole has buttons as they were chosen meanwhile': (desk) =>
    withPages(async (pages) => {
      const tell = `<script>addEventListener('pageshow', ({ persisted }) => {
        document.title = persisted ? 'kept' : 'loaded';
      });</script>`;
      const { page, panel } = await openOwn(desk, pages, paragraph(FIRST) + tell);
      await page.expectLabels([FIRST.label]);
      await panel.writeSettings({ siteMode: 'marksOnly' });
      await page.expectLabels([]);
      pages.publish('/other.html', paragraph(SECOND));
      await page.goto(pages.url('/other.html'));
      await panel.writeSettings({ siteMode: 'buttons' });
      await page.expectLabels([SECOND.label]);
      await page.goBack();
      await page.expectLabels([FIRST.label]);
      equal(await page.evaluate(() => document.title), 'kept');
      deepEqual(await hosts(page), 1);
    }),

  'numbers in parts of a page that are closed to its scripts have buttons, which follow them': (desk) =>
    withPages(async (pages) => {
      const { page } = await openOwn(desk, pages, closedRecord(FIRST, SECOND, THIRD));
      deepEqual(await page.evaluate(() => document.querySelector('x-record')?.shadowRoot ?? null), null);
      await page.expectLabels([FIRST.label, SECOND.label]);
      await cue(page);
      await page.expectLabels([FIRST.label, THIRD.label]);
      deepEqual(await hosts(page), 1);
      await page.press(FIRST.text);
      await desk.expectDialRequests(1);
    }),

  'a route change by the history API takes the old buttons and brings the new': (desk) =>
    withPages(async (pages) => {
      const show = (number: { readonly text: string }) =>
        `document.body.innerHTML = ${JSON.stringify(paragraph(number))};`;
      const route = `history.pushState(null, '', '/contacts/2'); ${show(SECOND)}
        addEventListener('popstate', () => { ${show(THIRD)} });`;
      const { page } = await openOwn(desk, pages, paragraph(FIRST) + onCue(route));
      await page.expectLabels([FIRST.label]);
      await cue(page);
      await page.expectLabels([SECOND.label]);
      await page.evaluate(() => history.back());
      await page.expectLabels([THIRD.label]);
    }),

  'frames of the site and frames written inline have buttons of their own; a frame of another site has none': (desk) =>
    withPages(async (pages) => {
      pages.publish('/inner.html', paragraph(THIRD));
      // It says itself what was added to it: another site's frame is closed to this one.
      const count = 'parent.postMessage(document.documentElement.children.length, "*")';
      pages.publish('/foreign.html', `${paragraph(FOREIGN)}<script>setInterval(() => ${count}, 100)</script>`);
      const frames = ['srcdoc="<p>Call 206-555-0147</p>"', 'src="/inner.html"'];
      const foreign = `src="${pages.url('/foreign.html', 'other.example')}"`;
      const html = [...frames, foreign].map((source) => `<iframe ${source}></iframe>`).join('');
      const hear = '<script>onmessage = ({ data }) => { document.body.dataset.foreign = data; }</script>';
      const { page } = await openOwn(desk, pages, paragraph(FIRST) + html + hear);
      await page.expectLabels([FIRST.label, SECOND.label, THIRD.label]);
      deepEqual(await page.evaluate(() => document.body.dataset.foreign), '2');
    }),
};

/**
 * A record as Lightning's components build it, each in a closed root of its own: a label, a value, a link. One number is put into a
 * slot, another is said by the innermost part, which says a third when cued.
 */
function closedRecord(slotted: SampleNumber, said: SampleNumber, later: SampleNumber): string {
  const link = ({ text }: SampleNumber) => JSON.stringify(`<a href="tel:${text}">${text}</a>`);
  return `<x-record><p>Call ${slotted.text}</p></x-record><script>
    const close = (host, html) => {
      const root = host.attachShadow({ mode: 'closed' });
      root.innerHTML = html;
      return root;
    };
    const record = close(document.querySelector('x-record'), '<h2>Details</h2><slot></slot><x-field></x-field>');
    const field = close(record.querySelector('x-field'), '<span>Phone</span> <x-phone></x-phone>');
    const phone = close(field.querySelector('x-phone'), ${link(said)});
    addEventListener('cue', () => { phone.innerHTML = ${link(later)}; });
  </script>`;
}
