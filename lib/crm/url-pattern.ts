import { readUrl } from '../read-url.ts';
import { fail, ok, type Result } from '../result.ts';
import { type IdShape, isIdShape, readId } from './id-shapes.ts';
import { isRecordField, type RecordField } from './record.ts';

/** One part of a pattern: itself, anything, or the value of a field in a known form. */
type Part =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'field'; readonly field: RecordField; readonly shape: IdShape };

/** A pattern that was read. It is data: matching runs no expression of whoever wrote it. */
export interface UrlPattern {
  readonly host: string;
  readonly path: readonly Part[];
  readonly query: ReadonlyMap<string, Part>;
  /** Null where the fragment does not matter. */
  readonly fragment: { readonly path: readonly Part[]; readonly query: ReadonlyMap<string, Part> } | null;
}

export type PatternProblem = 'empty' | 'tooLong' | 'host' | 'field' | 'shape' | 'rest' | 'noSite';

/** Longer than any address of a record, short enough to be read by a person. */
const LONGEST_PATTERN = 500;
/** Longer addresses carry other things than a record. */
const LONGEST_URL = 4096;

/**
 * Reads `HOST/PATH?QUERY#FRAGMENT`. A host may begin with `*.`, or be `*` for systems on a company's own server. A part of
 * a path may be `*`, one of them `**` for any number; `{field}` takes a part as a field of the record, `{field:shape}` only
 * in that form. Of a query the named parameters have to be there, in any order, and others may be. A fragment that does not
 * begin with a slash and holds `=` is read as a query. Neither regular expressions, which a rule could hang the page with,
 * nor the platform's URLPattern, which takes such and is not in every browser in use.
 */
export function parseUrlPattern(text: string): Result<UrlPattern, PatternProblem> {
  if (text.trim() === '') return fail('empty');
  if (text.length > LONGEST_PATTERN) return fail('tooLong');
  const [address = '', fragment] = splitAt(text.trim().replace(/^https?:\/\//i, ''), '#');
  const [place = '', query = ''] = splitAt(address, '?');
  const [host = '', path = ''] = splitAt(place, '/');
  if (!/^(?:\*|(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*)$/i.test(host)) return fail('host');
  const pathParts = readPath(path);
  if (!pathParts.ok) return pathParts;
  const queryParts = readQuery(query);
  if (!queryParts.ok) return queryParts;
  const fragmentParts = readFragment(fragment);
  if (!fragmentParts.ok) return fragmentParts;
  // On any host at all a pattern has to name something of the page, or it would take every page of the web for a record.
  const parts = [...pathParts.value, ...queryParts.value.values(), ...(fragmentParts.value?.path ?? [])];
  const names = [...parts, ...(fragmentParts.value?.query.values() ?? [])].some((part) => part.kind === 'literal');
  if (host === '*' && !names) return fail('noSite');
  return ok({
    host: host.toLowerCase(),
    path: pathParts.value,
    query: queryParts.value,
    fragment: fragmentParts.value,
  });
}

/** The fields that the address holds by this pattern; null when it is another page's. Linear in the address. */
export function matchUrl(pattern: UrlPattern, address: string): ReadonlyMap<RecordField, string> | null {
  const url = address.length > LONGEST_URL ? null : readUrl(address);
  if (!url) return null;
  const found = new Map<RecordField, string>();
  const { fragment } = pattern;
  const [hashPath = '', hashQuery = ''] = splitFragment(
    url.hash.slice(1),
    fragment !== null && fragment.path.length === 0,
  );
  const isMatch =
    /^https?:$/.test(url.protocol) &&
    isHostOf(pattern.host, url.hostname) &&
    matchPath(pattern.path, url.pathname, found) &&
    matchQuery(pattern.query, url.searchParams, found) &&
    (fragment === null ||
      (matchPath(fragment.path, hashPath, found) && matchQuery(fragment.query, new URLSearchParams(hashQuery), found)));
  return isMatch ? found : null;
}

function readFragment(text: string | undefined): Result<UrlPattern['fragment'], PatternProblem> {
  if (text === undefined) return ok(null);
  const isQuery = !text.startsWith('/') && !text.includes('/') && text.includes('=');
  const [path = '', query = ''] = splitFragment(text, isQuery);
  const pathParts = readPath(path);
  if (!pathParts.ok) return pathParts;
  const queryParts = readQuery(query);
  return queryParts.ok ? ok({ path: pathParts.value, query: queryParts.value }) : queryParts;
}

function splitFragment(text: string, isQuery: boolean): readonly [string, string?] {
  return isQuery ? ['', text] : splitAt(text, '?');
}

function readPath(text: string): Result<readonly Part[], PatternProblem> {
  const parts: Part[] = [];
  for (const segment of segmentsOf(text)) {
    const part = readPart(segment);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return parts.filter((part) => part.kind === 'rest').length > 1 ? fail('rest') : ok(parts);
}

function readQuery(text: string): Result<ReadonlyMap<string, Part>, PatternProblem> {
  const query = new Map<string, Part>();
  for (const pair of text.split('&').filter((one) => one !== '')) {
    const [name = '', value = ''] = splitAt(pair, '=');
    const part = readPart(value);
    if (!part.ok) return part;
    query.set(name, part.value);
  }
  return ok(query);
}

function readPart(text: string): Result<Part, PatternProblem> {
  if (text === '**') return ok({ kind: 'rest' });
  if (text === '*') return ok({ kind: 'any' });
  if (!/[{}]/.test(text)) return ok({ kind: 'literal', text: decode(text) ?? text });
  const [, field = '', shape = 'word'] = /^\{([a-z_]+)(?::([a-z]+))?\}$/.exec(text) ?? [];
  if (!isRecordField(field)) return fail('field');
  return isIdShape(shape) ? ok({ kind: 'field', field, shape }) : fail('shape');
}

/** Whether a host is meant by the host of a pattern: itself, `*.` and what is below, or `*`. */
export function isHostOf(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** What stands before `**` is matched from the front, what stands behind it from the end. */
function matchPath(parts: readonly Part[], path: string, found: Map<RecordField, string>): boolean {
  const segments = segmentsOf(path);
  const rest = parts.findIndex((part) => part.kind === 'rest');
  if (rest < 0) return segments.length === parts.length && matchAll(parts, segments, found);
  const tail = parts.slice(rest + 1);
  if (segments.length < parts.length - 1) return false;
  return (
    matchAll(parts.slice(0, rest), segments, found) &&
    matchAll(tail, segments.slice(segments.length - tail.length), found)
  );
}

function matchAll(parts: readonly Part[], segments: readonly string[], found: Map<RecordField, string>): boolean {
  return parts.every((part, at) => matchPart(part, decode(segments[at] ?? ''), found));
}

function matchQuery(
  query: ReadonlyMap<string, Part>,
  params: URLSearchParams,
  found: Map<RecordField, string>,
): boolean {
  return [...query].every(([name, part]) => matchPart(part, params.get(name), found));
}

function matchPart(part: Part, text: string | null, found: Map<RecordField, string>): boolean {
  if (text === null || text === '') return false;
  if (part.kind === 'literal') return part.text === text;
  if (part.kind !== 'field') return true;
  const id = readId(part.shape, text);
  if (id === null) return false;
  found.set(part.field, id);
  return true;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** Null for a text that is no proper encoding. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function splitAt(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
