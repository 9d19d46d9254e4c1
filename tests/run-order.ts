import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The frameworks' pages are waited for most of their time. */
const WAITS = /\/frameworks-[^/]+$/;
// The last begins while there is still as much to do beside it as it takes.
const LAST_BEGINS_AT = 0.75;

/** What takes a minute and more in Firefox; how long its file is tells nothing, for the steps stand elsewhere. */
const LONG =
  /\/firefox\/(?:agent-screen|attacks|call-|fault|lock|notices|number-window|one-click|record\.|sign-in|sites|supervisor)[^/]*$/;

/** Leaves no part of the machine idle while another is still at work. */
export class RunOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return spreadWaiting(longFirst(await super.sort(files)));
  }
}

/** One that begins last would be waited for alone. */
function longFirst(files: readonly TestSpecification[]): TestSpecification[] {
  const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
  return [...files.filter(isLong), ...files.filter((file) => !isLong(file))];
}

/** Side by side at the end those that wait would leave the machine idle: they stand among those that compute. */
function spreadWaiting(files: readonly TestSpecification[]): TestSpecification[] {
  const waiting = files.filter(({ moduleId }) => WAITS.test(moduleId));
  const spread = files.filter(({ moduleId }) => !WAITS.test(moduleId));
  const gap = Math.floor((spread.length * LAST_BEGINS_AT) / Math.max(1, waiting.length));
  for (const [index, file] of waiting.entries()) spread.splice(index * (gap + 1), 0, file);
  return spread;
}
