import type { Exposure } from '../../../../../../lib/page/buttons/exposure.ts';

export type * from '../../../../../../lib/page/buttons/exposure.ts';

/** Asks nobody whether the page paints over the button. */
export function createExposure(): Exposure {
  return { canTell: true, watch() {}, mayBeSeen: () => true, whenSeen: (_button, work) => work() };
}
