import { expect, it } from 'vitest';
import { isTalkingNow } from '../../../lib/agent/call/talking-now.ts';
import { viewOfDial } from '../../../lib/agent/dial/dial.ts';
import { agentIn, dialIn, NOW } from './dials.ts';

const HOUR = 3_600_000;
const talking = agentIn('talking');
const dial = viewOfDial(dialIn('talking'));
const alive = { alive: true };
const unseen = { alive: false };

it.each([
  ['a call the screen shows, however long ago it began to', { agent: talking, dial: null, screen: alive }, HOUR, true],
  ['a call of our own that is followed', { agent: talking, dial, screen: unseen }, HOUR, true],
  ['a call just read of', { agent: talking, dial: null, screen: unseen }, 30_000, true],
  ['a call read of an hour ago', { agent: talking, dial: null, screen: unseen }, HOUR, false],
  [
    'beside a dial that is over',
    { agent: talking, dial: { ...dial, stage: 'ended' as const }, screen: unseen },
    HOUR,
    false,
  ],
  ['no call', { agent: agentIn('paused'), dial, screen: alive }, 0, false],
  ['wrap-up', { agent: agentIn('wrapUp'), dial, screen: alive }, 0, false],
])('%s', (_what, state, later, isTalking) => {
  expect(isTalkingNow(state, NOW + later)).toBe(isTalking);
});
