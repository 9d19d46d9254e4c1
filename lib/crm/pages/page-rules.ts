import * as v from 'valibot';
import type { UrlTemplate } from '../../vicidial/wire/url-template.ts';
import { parsePageTemplate } from './page-address.ts';

/** The customer's record, opened when a call is there. */
export interface ScreenPop {
  readonly template: UrlTemplate;
  /** In these campaigns alone; none means each of them. */
  readonly campaigns: readonly string[];
  /** For calls of these in-groups alone; none means each call. */
  readonly ingroups: readonly string[];
}

/** A page that is opened once a call has its disposition. */
export interface AfterCallPage {
  readonly name: string;
  readonly template: UrlTemplate;
  readonly campaigns: readonly string[];
  /** After these dispositions alone; none means each of them. */
  readonly statuses: readonly string[];
  /** Only after calls in which agent and customer talked at least so long; whole. */
  readonly minimumSeconds: number;
  /** Pages are opened from the lowest to the highest, 0 to 9999. */
  readonly rank: number;
}

/** What decides which rule is for a call; null where it is not known. */
export interface CallPlace {
  readonly campaign: string | null;
  readonly ingroup: string | null;
}

/** A call that is over, as far as rules ask for it. */
export interface DisposedCall {
  readonly campaign: string | null;
  readonly status: string | null;
  readonly talkedSeconds: number;
}

/** More than any company has campaigns with records of their own. */
export const MOST_PAGE_RULES = 100;
/** Of VICIdial's own description. */
export const LONGEST_PAGE_NAME = 100;
/** So many tabs an agent can look through between two calls. */
const MOST_PAGES_OF_CALL = 5;

/** As VICIdial stores them: campaigns 8 and in-groups 20 signs, statuses 6. */
const name = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));
const code = (longest: number) => v.pipe(name(longest), v.regex(/^[\w-]+$/));
/** An in-group's own name is compared too, which is all that the agent screen shows of it. */
const names = (longest: number) => v.optional(v.pipe(v.array(name(longest)), v.maxLength(100)), []);
const codes = (longest: number) => v.optional(v.pipe(v.array(code(longest)), v.maxLength(100)), []);
const template = v.pipe(
  v.string(),
  v.trim(),
  v.transform((text) => parsePageTemplate(text)),
  v.check((parsed) => parsed.ok),
  v.transform((parsed) => (parsed.ok ? parsed.value : ('' as UrlTemplate))),
);
const whole = (greatest: number) => v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(greatest)), 0);

const popSchema: v.GenericSchema<unknown, ScreenPop> = v.strictObject({
  template,
  campaigns: codes(20),
  ingroups: names(40),
});

const afterCallSchema: v.GenericSchema<unknown, AfterCallPage> = v.strictObject({
  name: name(LONGEST_PAGE_NAME),
  template,
  campaigns: codes(20),
  statuses: codes(6),
  minimumSeconds: whole(99_999),
  rank: whole(9_999),
});

/** Settings, policies and imports alike; one rule that cannot be read refuses the list, and the issue's path says which. */
export const screenPopsSchema: v.GenericSchema<unknown, readonly ScreenPop[]> = v.pipe(
  v.array(popSchema),
  v.maxLength(MOST_PAGE_RULES),
);

export const afterCallPagesSchema: v.GenericSchema<unknown, readonly AfterCallPage[]> = v.pipe(
  v.array(afterCallSchema),
  v.maxLength(MOST_PAGE_RULES),
);

/** Whether one of the places is that part of the first rule, or within it. */
export function isProblemAt(part: string, problemsAt: readonly string[]): boolean {
  return problemsAt.some((place) => place === `0.${part}` || place.startsWith(`0.${part}.`));
}

/** What was read of a list of rules; `problemsAt` names the places that cannot be read. */
export type ReadList<T> =
  | { readonly entries: readonly T[] }
  | { readonly problemAt: string; readonly problemsAt: readonly string[] };

/** The rules of an import, or the first place that cannot be read, such as `1.template`, and all of them; empty for no list at all. */
export function readScreenPops(data: unknown): ReadList<ScreenPop> {
  return readList(screenPopsSchema, data);
}

export function readAfterCallPages(data: unknown): ReadList<AfterCallPage> {
  return readList(afterCallPagesSchema, data);
}

function readList<T>(schema: v.GenericSchema<unknown, readonly T[]>, data: unknown): ReadList<T> {
  const parsed = v.safeParse(schema, data);
  if (parsed.success) return { entries: parsed.output };
  const problemsAt = parsed.issues.map((issue) => v.getDotPath(issue) ?? '');
  return { problemAt: problemsAt[0] ?? '', problemsAt };
}

/** The rule that opens the record of a call: the first that is for its campaign and its in-group. */
export function popFor(pops: readonly ScreenPop[], { campaign, ingroup }: CallPlace): ScreenPop | null {
  return pops.find((pop) => isNamed(pop.campaigns, campaign) && isNamed(pop.ingroups, ingroup)) ?? null;
}

/** The pages to open after a call, in their order; of those with one rank in the order of the list. */
export function pagesAfter(pages: readonly AfterCallPage[], call: DisposedCall): readonly AfterCallPage[] {
  return pages
    .filter(
      ({ campaigns, statuses, minimumSeconds }) =>
        isNamed(campaigns, call.campaign) && isNamed(statuses, call.status) && call.talkedSeconds >= minimumSeconds,
    )
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, MOST_PAGES_OF_CALL);
}

/** What is not known is on no list. VICIdial's own keys do not tell capital letters from small ones. */
function isNamed(list: readonly string[], value: string | null): boolean {
  if (list.length === 0) return true;
  return value !== null && list.some((each) => each.toLowerCase() === value.toLowerCase());
}
