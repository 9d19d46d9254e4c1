import { ok } from '../../../../../../lib/result.ts';
import type { readWebphoneUrl as readStrong } from '../../../../../../lib/vicidial/wire/agent-answers.ts';

export * from '../../../../../../lib/vicidial/wire/agent-answers.ts';

/** Takes whatever the dialer says for the webphone's address. */
export const readWebphoneUrl: typeof readStrong = (answered) =>
  ok(answered.word === null ? answered.lines.join('') : answered.fields.join(''));
