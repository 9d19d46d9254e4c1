import { AFTER, BEFORE } from './calling.ts';
import { COST, NOT_NOW, NUMBERS } from './controls.ts';
import { LOGIN, PIN, RELAY, SERVER } from './sign-in.ts';
import { NUMBER_WINDOW, SCREEN, SET_UP, SITES, SUPERVISOR, WEBPHONE } from './surroundings.ts';
import type { TroubleGroup } from './trouble.ts';

/** Everything that the page of troubles tells, in its order. */
export const TROUBLES: readonly TroubleGroup[] = [
  ...[SERVER, LOGIN, PIN, RELAY],
  ...[BEFORE, AFTER, NUMBERS, COST, NOT_NOW],
  ...[SCREEN, WEBPHONE, SITES, NUMBER_WINDOW, SUPERVISOR, SET_UP],
];
