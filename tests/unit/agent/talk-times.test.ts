import { expect, it } from 'vitest';
import { recordOfDial } from '../../../lib/agent/dial/dial.ts';
import { reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import { enter } from '../../../lib/agent/dial/dial-transition.ts';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import { agentIn, dialIn, NOW } from './dials.ts';

it('a call has been talked from the first word seen to the last, over hold and a third line', () => {
  const talking = enter(dialIn('ringing'), 'talking', NOW).dial;
  const again = enter(enter(talking, 'onCall', NOW + 20_000).dial, 'talking', NOW + 30_000).dial;
  const over = enter(enter(again, 'customerGone', NOW + 80_000).dial, 'ended', NOW + 200_000).dial;
  expect(recordOfDial(over, NOW + 200_000).talkedMs).toBe(80_000);
});

it('a call whose end was seen by its wrap-up alone ends with that', () => {
  const over = enter(enter(dialIn('ringing'), 'talking', NOW).dial, 'ended', NOW + 5_000).dial;
  expect(recordOfDial(over, NOW + 5_000).talkedMs).toBe(5_000);
});

it('a call keeps whose it was, once the agent screen has shown it', () => {
  const agent = (phase: AgentPhase, customerName: string | null) =>
    ({ type: 'agent', now: NOW, agent: agentIn(phase, { customerName }) }) as const;
  const course = [agent('dialling', 'Erika Muster'), agent('talking', null), agent('paused', 'Otto Next')];
  const over = course.reduce((dial, event) => reduceDial(dial, event).dial, dialIn('awaitingScreen'));
  expect(over.step).toBe('ended');
  expect(recordOfDial(over, NOW).customerName).toBe('Erika Muster');
});

it('a call of which nothing showed whose it was has no name', () => {
  expect(recordOfDial(dialIn('ended'), NOW)).not.toHaveProperty('customerName');
});

it('a call that nobody answered has no duration', () => {
  const over = enter(dialIn('ringing'), 'ended', NOW).dial;
  expect(recordOfDial(over, NOW)).not.toHaveProperty('talkedMs');
});
