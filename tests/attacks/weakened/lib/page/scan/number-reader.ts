import {
  createNumberReader as createStrong,
  type NumberReader,
} from '../../../../../../lib/page/scan/number-reader.ts';

export type * from '../../../../../../lib/page/scan/number-reader.ts';

/** Dials what it read at some time, whatever the page shows now. */
export function createNumberReader(...args: Parameters<typeof createStrong>): NumberReader {
  return { ...createStrong(...args), stillStands: () => true };
}
