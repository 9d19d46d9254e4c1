import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  /** Processor time of the thread in microseconds: others on the machine leave it alone. */
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string } };
}

const PAGE = `<!doctype html><title>Nothing to dial</title>${'<p>Nothing to see</p>'.repeat(500)}`;

/** Processor time in ms for compiling and running the script of that path while the browser loads a page without a digit. */
export async function evaluationMs(page: Page, address: string, path: string): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('This page has no browser to trace.');
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await page.goto(address);
  await page.waitForTimeout(300);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  const isOurs = ({ name, args }: TraceEvent) => name === 'EvaluateScript' && args.data?.url?.endsWith(path);
  const micros = traceEvents.find(isOurs)?.tdur;
  if (micros === undefined) throw new Error(`The trace shows no run of ${path}.`);
  return micros / 1_000;
}
