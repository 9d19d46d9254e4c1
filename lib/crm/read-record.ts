import { fail, ok, type Result } from '../result.ts';
import { type CrmRecord, isRecordField, problemOf, type RecordField, type RefusedValue } from './record.ts';
import type { ReadRule } from './record-rules.ts';
import { matchUrl } from './url-pattern.ts';

export interface PageView {
  readonly url: string;
  /** Text or value of the first element that fits a selector; null when none does, or the selector is none. */
  query(selector: string): string | null;
}

export interface ReadRecord {
  /** The name of the rule that took the page. */
  readonly rule: string;
  readonly record: CrmRecord;
  /** What the page said too and VICIdial would not take, such as an id of more than 20 signs. */
  readonly refused: readonly RefusedValue[];
  /** What stands where the rule says that the record's own numbers are; left out where it does not say so. */
  readonly phones?: string;
}

export type NoRecord =
  /** No rule is for this page. */
  | { readonly code: 'noRule' }
  /** It is a record's page, and nothing on it can be used. */
  | { readonly code: 'nothingUsable'; readonly rule: string; readonly refused: readonly RefusedValue[] };

/** Longer texts are a whole part of a page, which a selector took by mistake. */
const LONGEST_TEXT = 1000;

/** The record a page shows, by the first rule that is for its address. */
export function readRecord(rules: readonly ReadRule[], page: PageView): Result<ReadRecord, NoRecord> {
  for (const rule of rules) {
    const fromUrl = firstMatch(rule, page.url);
    if (!fromUrl) continue;
    const read = recordOf(rule, new Map([...fromUrl, ...readSelectors(rule, page)]));
    const { phone } = rule.selectors;
    return read.ok && phone !== undefined ? ok({ ...read.value, phones: page.query(phone) ?? '' }) : read;
  }
  return fail({ code: 'noRule' });
}

function firstMatch(rule: ReadRule, url: string): ReadonlyMap<RecordField, string> | null {
  for (const pattern of rule.parsed) {
    const found = matchUrl(pattern, url);
    if (found) return found;
  }
  return null;
}

function readSelectors({ selectors }: ReadRule, page: PageView): [RecordField, string][] {
  return Object.entries(selectors).flatMap(([field, selector]): [RecordField, string][] => {
    const text = selector === undefined ? null : page.query(selector);
    if (text === null || text.length > LONGEST_TEXT || !isRecordField(field)) return [];
    const value = text.replace(/\s+/g, ' ').trim();
    return value === '' ? [] : [[field, value]];
  });
}

function recordOf(rule: ReadRule, values: ReadonlyMap<RecordField, string>): Result<ReadRecord, NoRecord> {
  const refused: RefusedValue[] = [];
  const record: Partial<Record<RecordField, string>> = {};
  for (const [field, value] of values) {
    const problem = problemOf(field, value);
    if (problem) refused.push({ field, problem });
    else record[field] = value;
  }
  return Object.keys(record).length > 0
    ? ok({ rule: rule.name, record, refused })
    : fail({ code: 'nothingUsable', rule: rule.name, refused });
}
