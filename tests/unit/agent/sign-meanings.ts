import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import type { AgentSign } from '../../../lib/agent/state/agent-table.ts';

/** Written by hand beside the table that runs, from the recorded answers: the phase that each sign means. */
export const MEANS: Readonly<Record<AgentSign, AgentPhase>> = {
  notLoggedIn: 'notLoggedIn',
  'live.PAUSED': 'paused',
  'live.READY': 'ready',
  'live.CLOSER': 'ready',
  'live.INCALL': 'onCall',
  'live.QUEUE': 'onCall',
  'live.MQUEUE': 'onCall',
  'row.PAUSED': 'paused',
  'row.READY': 'ready',
  'row.CLOSER': 'ready',
  'row.INCALL': 'talking',
  'row.QUEUE': 'onCall',
  'row.MQUEUE': 'onCall',
  'sub.DIAL': 'dialling',
  'sub.DEAD': 'customerGone',
  'sub.DISPO': 'wrapUp',
  'sub.PREVIEW': 'previewing',
  'sub.PARK': 'parked',
  'sub.3-WAY': 'threeWay',
  'sub.RING': 'phoneRinging',
  'screen.paused': 'paused',
  'screen.ready': 'ready',
  'screen.previewing': 'previewing',
  'screen.dialling': 'dialling',
  'screen.talking': 'talking',
  'screen.customerGone': 'customerGone',
  'screen.wrapUp': 'wrapUp',
};
