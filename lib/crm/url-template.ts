import { readUrl } from '../read-url.ts';
import { fail, ok, type Result } from '../result.ts';
import type { UrlTemplate } from '../vicidial/wire/url-template.ts';

export type { UrlTemplate } from '../vicidial/wire/url-template.ts';

export type TemplateProblem =
  | 'empty'
  | 'tooLong'
  | 'notUrl'
  | 'scheme'
  | 'credentials'
  /** A placeholder stands in the scheme, host or port. */
  | 'fieldInHost'
  /** `--A--` without its `--B--`, or with something between them that is no field's name. */
  | 'malformed'
  /** `..` in the path. */
  | 'traversal';

export type FillProblem =
  /** Nothing is known of a field that the path needs. */
  | { readonly code: 'missing'; readonly field: string }
  /** The value would walk to another path. */
  | { readonly code: 'traversal' };

/** As long as VICIdial's own column for such addresses. */
const LONGEST = 2000;
const PLACEHOLDER = /--A--(\w{1,50})--B--/g;
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;

/** Reads a template. Scheme and host are fixed before anything is put in: they have to be written out. */
export function parseUrlTemplate(text: string): Result<UrlTemplate, TemplateProblem> {
  if (text === '') return fail('empty');
  if (text.length > LONGEST) return fail('tooLong');
  // The URL parser drops tabs and line breaks silently, and takes a backslash for a slash.
  if (/[\s\\\p{Cc}]/u.test(text)) return fail('notUrl');
  if (!/^https?:\/\//i.test(text)) return fail(/^--A--/.test(text) ? 'fieldInHost' : 'scheme');
  const afterScheme = text.slice(text.indexOf('//') + 2);
  const [authority = ''] = afterScheme.split(/[/?#]/, 1);
  if (authority.includes('--A--') || authority.includes('--B--')) return fail('fieldInHost');
  if (authority.includes('@')) return fail('credentials');
  if (/--[AB]--/.test(text.replace(PLACEHOLDER, ''))) return fail('malformed');
  const filled = text.replace(PLACEHOLDER, 'x');
  if (!readUrl(filled)) return fail('notUrl');
  // Of a filled path too: a field between two dots makes no such part, but a template may hold one as it is.
  return pathOf(text).split('/').some(isDotSegment) ? fail('traversal') : ok(text as UrlTemplate);
}

/** The fields that a template asks for, also one that is not read yet. */
export function fieldsOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map(([, field = '']) => field))];
}

/**
 * The URL with the values put in, each encoded, so that none can end its part of the address. A field of the path has to
 * have a value, or another page would be opened; in query and fragment an unknown one is empty.
 */
export function fillUrlTemplate(
  template: UrlTemplate,
  values: Readonly<Record<string, string>>,
): Result<string, FillProblem> {
  const path = pathOf(template);
  const missing = [...path.matchAll(PLACEHOLDER)].find(([, field = '']) => valueFor(values, field) === '');
  if (missing) return fail({ code: 'missing', field: missing[1] ?? '' });
  const put = (text: string) => text.replace(PLACEHOLDER, (_all, field: string) => encode(valueFor(values, field)));
  if (put(path).split('/').some(isDotSegment)) return fail({ code: 'traversal' });
  return ok(put(template));
}

function valueFor(values: Readonly<Record<string, string>>, field: string): string {
  return Object.hasOwn(values, field) ? (values[field] ?? '') : '';
}

/** What stands between host and query. */
function pathOf(template: string): string {
  const [place = ''] = template.split(/[?#]/, 1);
  const start = place.indexOf('/', place.indexOf('//') + 2);
  return start < 0 ? '' : place.slice(start);
}

function isDotSegment(segment: string): boolean {
  return DOT_SEGMENT.test(segment);
}

/** Half a sign of two code units cannot be encoded, and stands for nothing. */
function encode(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\u{fffd}'));
}
