import { type Bubble, createBubble as createStrong } from '../../../../../../lib/page/buttons/bubble.ts';

export type * from '../../../../../../lib/page/buttons/bubble.ts';

/** Does not say which number will be dialled. */
export function createBubble(...args: Parameters<typeof createStrong>): Bubble {
  return { ...createStrong(...args), isShown: false, show() {} };
}
