import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The frameworks' pages are waited for most of their time. */
const WAITS = /\/frameworks-[^/]+$/;
// The last begins while there is still as much to do beside it as it takes.
const LAST_BEGINS_AT = 0.75;

/** Spreads the files that wait among those that compute: side by side at the end they would leave the machine idle. */
export class SpreadWaiting extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waiting = sorted.filter(({ moduleId }) => WAITS.test(moduleId));
    const spread = sorted.filter(({ moduleId }) => !WAITS.test(moduleId));
    const gap = Math.floor((spread.length * LAST_BEGINS_AT) / Math.max(1, waiting.length));
    for (const [index, file] of waiting.entries()) spread.splice(index * (gap + 1), 0, file);
    return spread;
  }
}
