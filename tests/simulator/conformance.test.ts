import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from './clock.ts';
import {
  needsCors,
  type RecordedCase,
  readLeftOut,
  readRecordedCases,
  recordedCorsOrigins,
} from './conformance/recorded-case.ts';
import { recordedOutcome, replay } from './conformance/replay.ts';
import { createDialer, type Dialer } from './dialer.ts';

const cases = readRecordedCases();
const leftOut = readLeftOut();
const replayed = cases.filter((recorded) => !Object.hasOwn(leftOut, recorded.id));
const clock = manualClock();
let plain: Dialer;
let withCors: Dialer;

beforeAll(async () => {
  plain = await createDialer({ clock });
  withCors = await createDialer({ clock, corsOrigins: recordedCorsOrigins });
});

afterAll(async () => {
  await plain.close();
  await withCors.close();
});

function answerAgain(recorded: RecordedCase) {
  return replay(needsCors(recorded) ? withCors : plain, clock, recorded);
}

describe(`recorded cases answered byte for byte: ${replayed.length} of ${cases.length}`, () => {
  it.each(replayed.map((recorded) => [recorded.id, recorded] as const))('%s', async (_id, recorded) => {
    expect(await answerAgain(recorded)).toEqual(recordedOutcome(recorded));
  });
});

describe('recorded cases that are left out', () => {
  it('are cases that exist, each with its reason', () => {
    const ids = cases.map((recorded) => recorded.id);
    expect(Object.keys(leftOut).filter((id) => !ids.includes(id))).toEqual([]);
    expect(Object.values(leftOut).filter((reason) => reason.length < 20)).toEqual([]);
  });

  const listed = cases.filter((recorded) => Object.hasOwn(leftOut, recorded.id));

  it.each(listed.map((recorded) => [recorded.id, recorded] as const))(
    '%s is still answered differently, or it would not be on the list',
    async (_id, recorded) => {
      const outcome = await answerAgain(recorded).catch(() => null);
      expect(isDeepStrictEqual(outcome, recordedOutcome(recorded))).toBe(false);
    },
  );
});
