import { createPageHits as createStrong, type PageHits } from '../../../../../../lib/page/buttons/page-hits.ts';

export type * from '../../../../../../lib/page/buttons/page-hits.ts';

/** Never sees that a number is covered. */
export function createPageHits(...args: Parameters<typeof createStrong>): PageHits {
  return { ...createStrong(...args), isCovered: () => false };
}
