import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { explainText } from '../lib/phone/explain-text.ts';
import { isRegion } from '../lib/phone/numbering-plan.ts';
import type { Region } from '../lib/phone/phone-number.ts';
import { answerHtml } from './detect/answer-html.ts';

const HELP = `Finds phone numbers: one JSON object per line in, one line of JSON out for each.

  {"text": "Call 415-555-2671", "region": "US"}             text as it is
  {"text": "4155552671", "region": "US", "label": "Phone"}  with what stands beside it: a heading, a term
  {"html": "<td>415-555-2671</td>", "region": ["DE", "AT"]} markup, read as on a page; regions in order of preference

  {"matches": [{"start", "end", "raw", "e164", "ext", "reason"}]}

Without a region only numbers with a plus are found; the answer says so as "warning". A line that cannot be read is answered
with {"error"}, and the exit code is 1 at the end; it is 2 where an option is unknown. Offsets in markup count in the page's text as it is read: each run of inline text is a line. In fields, and
where Dialside reads nothing (pre, code, editors), they count in that text alone.

  --explain  answers also what was looked at and refused: {"refusals": [{"start", "end", "raw", "reason"}]}
  --help     this text`;

/** The regions of a request, and what is to be said of those that are missing or unknown. */
function readRegions(value: unknown): { readonly regions: readonly Region[]; readonly warning?: string } {
  if (value === undefined || value === null)
    return { regions: [], warning: 'no region: national numbers are not found' };
  const named = (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'string' ? one.toUpperCase() : one,
  );
  const regions = named.filter((region) => typeof region === 'string' && isRegion(region));
  const unknown = named.filter((region) => !regions.includes(region));
  if (unknown.length === 0) return { regions };
  return { regions, warning: `unknown region ${unknown.map((region) => JSON.stringify(region)).join(', ')}` };
}

function answer(line: string, explain: boolean): object {
  const request = parseJson(line);
  if (request === undefined) return { error: 'not JSON: write {"text": "Call 415-555-2671", "region": "US"}' };
  if (typeof request !== 'object' || request === null) return { error: 'not an object' };
  const { text, html, region, label } = request as Record<string, unknown>;
  if (typeof text !== 'string' && typeof html !== 'string') return { error: 'neither text nor html' };
  const { regions, ...warned } = readRegions(region);
  const { matches, refusals } =
    typeof html === 'string'
      ? answerHtml(html, regions)
      : explainText(String(text), regions, typeof label === 'string' ? label : null);
  const plain = matches.map(({ start, end, raw, e164, ext, reason }) => ({ start, end, raw, e164, ext, reason }));
  return explain ? { matches: plain, refusals, ...warned } : { matches: plain, ...warned };
}

/** Undefined, which JSON does not know, where it is none. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function answerSafely(line: string, explain: boolean): object {
  try {
    return answer(line, explain);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Null where there is something that is no option, which has been said then. */
function readOptions(): { readonly explain: boolean; readonly help: boolean } | null {
  const options = { explain: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } as const;
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\nThere are --explain and --help.\n`,
    );
    return null;
  }
}

async function answerLines(explain: boolean): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const answered = answerSafely(line, explain);
    if ('error' in answered) process.exitCode = 1;
    process.stdout.write(`${JSON.stringify(answered)}\n`);
  }
}

const options = readOptions();
if (options === null) process.exitCode = 2;
else if (options.help) process.stdout.write(`${HELP}\n`);
else await answerLines(options.explain);
