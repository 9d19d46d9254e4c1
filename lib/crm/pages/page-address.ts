import { readUrl } from '../../read-url.ts';
import { fail, type Result } from '../../result.ts';
import { hostKind } from '../../vicidial/wire/host-kind.ts';
import {
  type FillProblem,
  fieldsOf,
  fillUrlTemplate,
  parseUrlTemplate,
  type TemplateProblem,
  type UrlTemplate,
} from '../url-template.ts';
import { unknownPlaceholders } from './placeholders.ts';

export type PageTemplateProblem =
  | TemplateProblem
  /** Plain http to another machine: the customer's data would stand in every log between. */
  | 'insecure'
  /** A name that no call and no lead has: it would be empty in every address. */
  | 'unknownField';

export type PageProblem = FillProblem | { readonly code: 'tooLong' };

/** A value for each placeholder that is known; the others are empty. */
export type PlaceholderValues = Readonly<Record<string, string>>;

/** No record's address is longer, and servers take no more than some 8 kB. */
const LONGEST_ADDRESS = 4_096;

/**
 * Reads a template of a page that is opened for the agent: over https, or http on this machine alone, and with placeholders of
 * known names.
 */
export function parsePageTemplate(text: string): Result<UrlTemplate, PageTemplateProblem> {
  const template = parseUrlTemplate(text);
  if (!template.ok) return template;
  if (!isSafe(hostOf(template.value))) return fail('insecure');
  return unknownPlaceholders(template.value).length === 0 ? template : fail('unknownField');
}

/**
 * The address of the page. The first placeholder is the template's key: without its value there is no page to show, wherever
 * it stands. What a value holds never changes scheme, host or path.
 */
export function pageAddress(template: UrlTemplate, values: PlaceholderValues): Result<string, PageProblem> {
  const [key] = fieldsOf(template);
  if (key !== undefined && (!Object.hasOwn(values, key) || values[key] === ''))
    return fail({ code: 'missing', field: key });
  const filled = fillUrlTemplate(template, values);
  return filled.ok && filled.value.length > LONGEST_ADDRESS ? fail({ code: 'tooLong' }) : filled;
}

function isSafe(url: URL | null): boolean {
  if (!url) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && hostKind(url.hostname) === 'loopback');
}

/** Scheme and host hold no placeholder, so that they are the same however it is filled. */
function hostOf(template: UrlTemplate): URL | null {
  return readUrl(template.split(/--A--/, 1)[0] ?? '');
}
