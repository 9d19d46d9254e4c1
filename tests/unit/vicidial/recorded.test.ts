import { describe, expect, it } from 'vitest';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import { isInUse, RECORDED_CASES, replay } from './recorded.ts';
import { RECORDED_CRM_FAILURES } from './recorded-crm-failures.ts';
import { RECORDED_CRM_VALUES } from './recorded-crm-values.ts';
import { RECORDED_FAILURES } from './recorded-failures.ts';
import { RECORDED_VALUES } from './recorded-values.ts';

/** The table's way to write a failure: its code and the one thing it holds. */
function written(failure: VicidialFailure): string {
  const { code, ...rest } = failure;
  return [code, ...Object.values(rest)].join(' ');
}

const failures = [...Object.entries(RECORDED_FAILURES), ...Object.entries(RECORDED_CRM_FAILURES)];
const values = [...RECORDED_VALUES, ...RECORDED_CRM_VALUES];

const expected = new Map<string, unknown>([
  ...failures.flatMap(([failure, ids]) => ids.map((id) => [id, { failure }] as const)),
  ...values.flatMap(([value, ids]) => ids.map((id) => [id, { value }] as const)),
]);
const inUse = RECORDED_CASES.filter(isInUse);

describe('recorded answers of a real VICIdial', () => {
  it('are all in the tables, once', () => {
    const ids = [...failures.flatMap(([, list]) => list), ...values.flatMap(([, list]) => list)];
    expect(ids.toSorted()).toEqual(inUse.map(({ id }) => id).toSorted());
  });

  it.each(inUse.map((recorded) => [recorded.id, recorded] as const))('%s', async (id, recorded) => {
    const answer = await replay(recorded);
    expect(answer.ok ? { value: answer.value } : { failure: written(answer.failure) }).toEqual(expected.get(id));
  });
});
