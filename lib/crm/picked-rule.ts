import { readUrl } from '../read-url.ts';
import { fail, ok, type Result } from '../result.ts';
import { type IdShape, readId } from './id-shapes.ts';
import { readRecord } from './read-record.ts';
import { problemOf } from './record.ts';
import { parseRecordRules, type RecordRule } from './record-rules.ts';

/** The element at which a person pointed as that of the record's id. */
export interface PickedElement {
  readonly url: string;
  /** What it shows. */
  readonly text: string;
  /** Finds it again; null where nothing does. */
  readonly selector: string | null;
}

export interface PickedRule {
  readonly rule: RecordRule;
  /** The code that a dial from this page will tell. */
  readonly value: string;
  /** The id stands in the page's address: then nothing of the page is read any more. */
  readonly isInAddress: boolean;
}

export type PickProblem =
  /** Not a page of the web. */
  | 'notPage'
  /** What was pointed at holds no id as VICIdial takes it: it is too long, or is more than the id alone. */
  | 'noId';

/** In this order: what has a form of its own is told by it from other pages' parts. */
const SHAPES: readonly IdShape[] = ['guid', 'salesforce', 'digits', 'word'];

/**
 * The rule for pages like the one that was pointed at. Where the id stands in the address, too, that place is taken, for it is
 * the most certain; else the element. Other numbers of the address are taken for other ids.
 */
export function ruleOfPick({ url, text, selector }: PickedElement): Result<PickedRule, PickProblem> {
  const address = readUrl(url);
  if (!address || !/^https?:$/.test(address.protocol)) return fail('notPage');
  const words = text.split(/[\s:#()[\],;]+/).filter((word) => /\d/.test(word) || word === text.trim());
  for (const word of words) {
    const pattern = patternWith(address, word);
    const found = pattern && tried({ name: address.hostname, patterns: [pattern], selectors: {} }, url);
    if (found) return ok({ ...found, isInAddress: true });
  }
  if (selector === null) return fail('noId');
  const rule = { name: address.hostname, patterns: [patternOf(address)], selectors: { vendor_lead_code: selector } };
  const found = problemOf('vendor_lead_code', text.trim()) === null ? tried(rule, url, text.trim()) : null;
  return found ? ok({ ...found, isInAddress: false }) : fail('noId');
}

/** The rule with what it reads of its page; null where that is nothing. */
function tried(rule: RecordRule, url: string, text: string | null = null): Omit<PickedRule, 'isInAddress'> | null {
  const read = readRecord(parseRecordRules([rule]).rules, { url, query: () => text });
  const value = read.ok ? read.value.record.vendor_lead_code : undefined;
  return value === undefined ? null : { rule, value };
}

/** The address with a field where the id stands; null where it does not. */
function patternWith({ hostname, pathname, searchParams, hash }: URL, id: string): string | null {
  const field = fieldFor(id);
  if (field === null) return null;
  const path = segmentsOf(pathname);
  const inPath = withField(path, id, field);
  if (inPath) return `${hostname}/${[...inPath, '**'].join('/')}`;
  const place = `${hostname}/${path.map(generalised).join('/')}`;
  const query = queryWith(searchParams, id, field);
  if (query) return `${place}?${query}`;
  const [hashPath = '', hashQuery = ''] = isQuery(hash) ? ['', hash.slice(1)] : hash.slice(1).split('?', 2);
  const inHash = withField(segmentsOf(hashPath), id, field);
  if (inHash) return `${place}#/${[...inHash, '**'].join('/')}`;
  const inHashQuery = queryWith(new URLSearchParams(hashQuery), id, field);
  if (!inHashQuery) return null;
  return isQuery(hash)
    ? `${place}#${inHashQuery}`
    : `${place}#/${segmentsOf(hashPath).map(generalised).join('/')}?${inHashQuery}`;
}

/** The address without what differs from record to record. */
function patternOf({ hostname, pathname, searchParams, hash }: URL): string {
  const named = pairsOf(searchParams).flatMap(([name, value]) =>
    isWord(name) && isWord(value) ? [`${name}=${value}`] : [],
  );
  const query = named.length > 0 ? `?${named.join('&')}` : '';
  const parts = isQuery(hash) ? [] : segmentsOf(hash.slice(1).split('?', 1)[0] ?? '');
  const fragment = parts.length > 0 ? `#/${parts.map(generalised).join('/')}` : '';
  return `${hostname}/${segmentsOf(pathname).map(generalised).join('/')}${query}${fragment}`;
}

/** Up to the id and with a field in its place; null where it is not among them. */
function withField(segments: readonly string[], id: string, field: string): string[] | null {
  const at = segments.findIndex((segment) => decode(segment) === id);
  return at < 0 ? null : [...segments.slice(0, at).map(generalised), field];
}

/** The id by its parameter, beside the words that tell this kind of page from others. */
function queryWith(params: URLSearchParams, id: string, field: string): string | null {
  const holder = pairsOf(params).find(([name, value]) => value === id && isWord(name));
  if (!holder) return null;
  const words = pairsOf(params).filter(([name, value]) => name !== holder[0] && isWord(name) && isWord(value));
  return [...words.map(([name, value]) => `${name}=${value}`), `${holder[0]}=${field}`].join('&');
}

function fieldFor(id: string): string | null {
  const shape = SHAPES.find((one) => readId(one, id) !== null);
  if (shape === undefined) return null;
  return shape === 'word' ? '{vendor_lead_code}' : `{vendor_lead_code:${shape}}`;
}

/** A part with a digit in it is another id, as a rule; and what a pattern would read as its own sign is anything, too. */
function generalised(segment: string): string {
  return /[\d{}*]/.test(segment) ? '*' : segment;
}

function pairsOf(params: URLSearchParams): readonly (readonly [name: string, value: string])[] {
  const pairs: [string, string][] = [];
  params.forEach((value, name) => {
    pairs.push([name, value]);
  });
  return pairs;
}

function isWord(text: string): boolean {
  return /^[A-Za-z_]{1,30}$/.test(text);
}

function isQuery(hash: string): boolean {
  return !hash.includes('/') && hash.includes('=');
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
