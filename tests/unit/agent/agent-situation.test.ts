import { describe, expect, it } from 'vitest';
import type { AgentSituation } from '../../../lib/agent/state/agent-situation.ts';
import { AGENT_EVENTS, type AgentEvent, SITUATIONS, walk } from '../../../scripts/agent-walk.ts';
import { MEANS } from './sign-meanings.ts';

type Row = Readonly<Record<AgentEvent, AgentSituation>>;

/** What each event makes of an agent, whatever he was before. */
const MAKES: Row = {
  ...MEANS,
  'row.PAUSED+code': 'pausedWithCode',
  'row.LAGGED': 'lagging',
  // A code is for a pause; told below where it counts.
  codeTaken: 'unknown',
  screenSilent: 'lagging',
  screenLoggedOut: 'notLoggedIn',
  signedIn: 'unknown',
  signedOut: 'signedOut',
};

/** The same for every event but these. */
function all(situation: AgentSituation, but: Partial<Row>): Row {
  return { ...(Object.fromEntries(Object.keys(MAKES).map((event) => [event, situation])) as Row), ...but };
}

/** A screen that lives shows everything but a hold and a third line; of a phase that it cannot show the server alone tells. */
const SERVER_ALONE = (situation: AgentSituation): Partial<Row> => ({
  codeTaken: situation,
  screenLoggedOut: situation,
});

const EXPECTED: Readonly<Record<AgentSituation, Row>> = {
  signedOut: all('signedOut', { signedIn: 'unknown' }),
  unknown: { ...MAKES, codeTaken: 'unknown' },
  notLoggedIn: { ...MAKES, codeTaken: 'notLoggedIn', screenSilent: 'notLoggedIn' },
  paused: { ...MAKES, codeTaken: 'pausedWithCode' },
  // Neither the screen nor the agent's own login tells a code, and the pause is the same.
  pausedWithCode: {
    ...MAKES,
    codeTaken: 'pausedWithCode',
    'live.PAUSED': 'pausedWithCode',
    'screen.paused': 'pausedWithCode',
  },
  ready: { ...MAKES, codeTaken: 'ready' },
  previewing: { ...MAKES, codeTaken: 'previewing' },
  dialling: { ...MAKES, codeTaken: 'dialling' },
  onCall: { ...MAKES, ...SERVER_ALONE('onCall') },
  talking: { ...MAKES, codeTaken: 'talking', 'live.INCALL': 'talking' },
  parked: { ...MAKES, ...SERVER_ALONE('parked'), 'screen.talking': 'parked' },
  threeWay: { ...MAKES, ...SERVER_ALONE('threeWay'), 'screen.talking': 'threeWay' },
  customerGone: { ...MAKES, codeTaken: 'customerGone', 'live.INCALL': 'customerGone' },
  wrapUp: { ...MAKES, codeTaken: 'wrapUp' },
  phoneRinging: { ...MAKES, ...SERVER_ALONE('phoneRinging') },
  // What the server says of the phase does not make a silent screen heard.
  lagging: all('lagging', {
    ...{ notLoggedIn: 'notLoggedIn', screenLoggedOut: 'notLoggedIn', signedIn: 'unknown', signedOut: 'signedOut' },
    ...{ 'screen.paused': 'paused', 'screen.ready': 'ready', 'screen.previewing': 'previewing' },
    ...{ 'screen.dialling': 'dialling', 'screen.talking': 'talking', 'screen.customerGone': 'customerGone' },
    'screen.wrapUp': 'wrapUp',
  }),
};

const EVERY = SITUATIONS.flatMap((situation) => AGENT_EVENTS.map((event) => [situation, event] as const));

describe('what an agent is told that he is, after every event in every situation', () => {
  it.each(EVERY)('%s: %s', (situation, event) => {
    expect(walk(situation, event)).toBe(EXPECTED[situation][event]);
  });

  it('has no row and no column that the table leaves out', () => {
    expect([...SITUATIONS].sort()).toEqual(Object.keys(EXPECTED).sort());
    expect([...AGENT_EVENTS].sort()).toEqual(Object.keys(MAKES).sort());
  });
});
