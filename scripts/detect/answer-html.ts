import type { FoundNumber, NumberSource } from '../../lib/page/numbers/number-source.ts';
import { labelOf } from '../../lib/page/text/dom-label.ts';
import { explainText } from '../../lib/phone/explain-text.ts';
import type { Region } from '../../lib/phone/phone-number.ts';
import type { Answer, Found, Refused } from './answer.ts';
import { parsePage } from './parse-page.ts';
import { linesOf, type PageLine, readPage } from './read-page.ts';

/** A line, and where it starts in the page's text: all its lines, one below the other. */
interface PlacedLine extends PageLine {
  readonly offset: number;
}

/**
 * What the page side finds in markup, by its own rules. Offsets count in the page's text as it is read, one line for each
 * run of inline text; for fields and what is left untouched in their own text, for links in the text that they are put on.
 */
export function answerHtml(html: string, regions: readonly Region[]): Answer {
  const document = parsePage(html);
  const all = linesOf(document);
  const lines = place(all.filter(({ isUntouched }) => !isUntouched));
  const numbers = readPage(document, regions);
  return {
    matches: numbers.map((number) => describe(number, lines, regions)).sort((one, other) => one.start - other.start),
    refusals: [
      ...lines.flatMap((line) => refusedInLine(line, regions)),
      ...all.filter(({ isUntouched }) => isUntouched).flatMap((line) => refusedWhole(line, regions, 'untouched')),
      ...[...document.querySelectorAll('input')].flatMap((field) => refusedInField(field, numbers, regions)),
    ],
  };
}

function refusedInLine({ run, label, offset }: PlacedLine, regions: readonly Region[]): Refused[] {
  return explainText(run.text, regions, label).refusals.map((refusal) => ({
    ...refusal,
    start: refusal.start + offset,
    end: refusal.end + offset,
  }));
}

/** All that would be a number elsewhere; what would be none has its own reason. */
function refusedWhole(
  { run, label }: Pick<PageLine, 'run' | 'label'>,
  regions: readonly Region[],
  reason: Refused['reason'],
): Refused[] {
  const { matches, refusals } = explainText(run.text, regions, label);
  return [...matches.map(({ start, end, raw }) => ({ start, end, raw, reason })), ...refusals];
}

function refusedInField(
  field: HTMLInputElement,
  numbers: readonly FoundNumber[],
  regions: readonly Region[],
): Refused[] {
  if (numbers.some(({ source }) => source.kind === 'field' && source.field === field)) return [];
  return refusedWhole({ run: { text: field.value, nodes: [], starts: [] }, label: labelOf(field) }, regions, 'field');
}

function place(lines: readonly PageLine[]): PlacedLine[] {
  let offset = 0;
  return lines.map((line) => {
    const placed = { ...line, offset };
    offset += line.run.text.length + 1;
    return placed;
  });
}

function describe(number: FoundNumber, lines: readonly PlacedLine[], regions: readonly Region[]): Found {
  const { source, e164, extension: ext } = number;
  const written = writtenIn(source, lines, regions);
  return { ...written, e164, ext };
}

type Written = Omit<Found, 'e164' | 'ext'>;

function writtenIn(source: NumberSource, lines: readonly PlacedLine[], regions: readonly Region[]): Written {
  switch (source.kind) {
    case 'link':
      return writtenInLink(source.link, lines);
    case 'field':
      return firstMatch(source.field.value, regions, labelOf(source.field), () => true, 0);
    case 'text': {
      const line = lines.find(({ run }) => run.nodes.includes(source.start));
      const start = line ? startOf(source.start, line) + source.startOffset - line.offset : 0;
      return firstMatch(line?.run.text ?? '', regions, line?.label ?? null, (at) => at === start, line?.offset ?? 0);
    }
  }
}

function firstMatch(
  text: string,
  regions: readonly Region[],
  label: string | null,
  isIt: (start: number) => boolean,
  offset: number,
): Written {
  const match = explainText(text, regions, label).matches.find(({ start }) => isIt(start));
  if (!match) throw new Error(`The page side found a number that the finder does not find in ${JSON.stringify(text)}`);
  return { start: match.start + offset, end: match.end + offset, raw: match.raw, reason: match.reason };
}

function writtenInLink(link: Element, lines: readonly PlacedLine[]): Written {
  const inside = lines.flatMap((line) =>
    line.run.nodes.filter((node) => link.contains(node)).map((node) => [startOf(node, line), node.length] as const),
  );
  const [start, end] = [inside[0]?.[0] ?? 0, (inside.at(-1)?.[0] ?? 0) + (inside.at(-1)?.[1] ?? 0)];
  return { start, end, raw: link.getAttribute('href') ?? '', reason: 'link' };
}

function startOf(node: Text, { run, offset }: PlacedLine): number {
  return offset + (run.starts[run.nodes.indexOf(node)] ?? 0);
}
