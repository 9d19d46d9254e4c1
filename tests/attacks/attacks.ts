import type { Attack } from './attack.ts';
import { syntheticEvents } from './list/synthetic-events.ts';

/** Every attack, in the order of the table. */
export const ATTACKS: readonly Attack[] = [...syntheticEvents];
