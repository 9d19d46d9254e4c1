import { describe, expect, it } from 'vitest';
import { type AfterCall, beginFinish, type Finish, reduceFinish } from '../../../lib/agent/call/finish-call.ts';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import type { VicidialFailure } from '../../../lib/vicidial/failure.ts';
import { agentIn, NOW } from './dials.ts';

const REFUSED: VicidialFailure = { code: 'notPermitted', function: 'external_status' };
const WISH = { status: 'SALE', callback: null, afterCall: 'next' } as const;
const LOST: VicidialFailure = { code: 'timeout', timeoutMs: 8_000 };

/** Plays a whole finish: every command is answered as given, every reading shows the next phase (the last one stays). */
function play(
  then: AfterCall,
  from: AgentPhase,
  after: readonly AgentPhase[],
  failures: Partial<Record<string, VicidialFailure>> = {},
  pauseCode: string | null = null,
) {
  const asked: string[] = [];
  let { finish, effects } = beginFinish(
    { status: 'SALE', callback: null, afterCall: then, pauseCode },
    agentIn(from),
    NOW,
  );
  const phases = [...after];
  let lastPhase = from;
  let since = NOW;
  for (let turn = 0; turn < 60; turn++) {
    const [effect] = effects;
    if (!effect) return { finish, asked };
    const rest = effects.slice(1);
    if (effect.do === 'read') {
      const phase = phases.length > 1 ? phases.shift()! : phases[0]!;
      if (phase !== lastPhase) since = NOW + turn * 1_000;
      lastPhase = phase;
      const agent = agentIn(phase, { since, readAt: NOW + turn * 1_000 });
      ({ finish, effects } = reduceFinish(finish, { type: 'agent', agent }));
    } else {
      asked.push(effect.do === 'sendCode' ? effect.code : effect.do);
      const next = reduceFinish(finish, { type: 'answered', failure: failures[effect.do] ?? null });
      finish = next.finish;
      effects = rest.length > 0 ? rest : next.effects;
    }
  }
  throw new Error('does not end');
}

describe('the order of ending a call', () => {
  it.each<[string, AfterCall, AgentPhase, AgentPhase[], string[]]>([
    ['talking, stay paused', 'stayPaused', 'talking', ['wrapUp', 'paused'], ['pause', 'hangUp', 'dispose']],
    ['talking, next', 'next', 'talking', ['wrapUp', 'paused', 'ready'], ['hangUp', 'dispose']],
    ['customer gone, stay paused', 'stayPaused', 'customerGone', ['wrapUp', 'paused'], ['pause', 'hangUp', 'dispose']],
    [
      'still ringing: a pause now would be used up',
      'stayPaused',
      'dialling',
      ['wrapUp', 'paused', 'ready', 'paused'],
      ['hangUp', 'dispose', 'pause'],
    ],
    [
      'in wrap-up, stay paused: VICIdial makes the agent ready, so he is paused then',
      'stayPaused',
      'wrapUp',
      ['paused', 'ready', 'paused'],
      ['dispose', 'pause'],
    ],
    ['in wrap-up, next, in a campaign that stays paused', 'next', 'wrapUp', ['paused'], ['dispose', 'resume']],
  ])('%s', (_, then, from, after, asked) => {
    const played = play(then, from, after);
    expect(played.asked).toEqual(asked);
    expect(played.finish.step).toBe('done');
  });

  it.each<[string, AgentPhase, AgentPhase[], string[]]>([
    ['talking', 'talking', ['wrapUp', 'paused'], ['pause', 'hangUp', 'dispose', 'LUNCH']],
    [
      'read late',
      'talking',
      ['talking', 'talking', 'wrapUp', 'wrapUp', 'wrapUp', 'paused'],
      ['pause', 'hangUp', 'dispose', 'LUNCH'],
    ],
    // Paused for a second, then ready: the code belongs to the pause that lasts.
    ['in wrap-up', 'wrapUp', ['paused', 'ready', 'paused'], ['dispose', 'pause', 'LUNCH']],
  ])('stays paused with its code, sent once when its box is open: %s', (_, from, after, asked) => {
    const played = play('stayPaused', from, after, {}, 'LUNCH');
    expect(played.asked).toEqual(asked);
    expect(played.finish.step).toBe('done');
  });

  it('sends no code on the way to the next call, and none that is set already', () => {
    expect(play('next', 'talking', ['wrapUp', 'ready'], {}, 'LUNCH').asked).not.toContain('LUNCH');
    const { finish } = beginFinish(
      { status: 'A', callback: null, afterCall: 'stayPaused', pauseCode: 'X' },
      agentIn('wrapUp'),
      NOW,
    );
    const waiting: Finish = { ...finish, step: 'awaitingFree', tries: 3 };
    const set = agentIn('paused', { since: NOW - 9_000, pauseCode: 'X' });
    const effects = (agent: typeof set) => reduceFinish(waiting, { type: 'agent', agent }).effects;
    expect(effects(set)).toEqual([{ do: 'read' }]);
    expect(effects({ ...set, pauseCode: '' })).toEqual([{ do: 'sendCode', code: 'X' }, { do: 'read' }]);
  });

  it('does not resume twice where resuming does nothing', () => {
    expect(play('next', 'wrapUp', ['paused']).asked.filter((name) => name === 'resume')).toHaveLength(1);
  });

  it.each([['hangUp'], ['dispose']])('stops where %s is refused, and says why', (command) => {
    const { finish, asked } = play('next', 'talking', ['ready'], { [command]: REFUSED });
    expect(finish).toMatchObject({ step: 'failed', problem: REFUSED });
    expect(asked.at(-1)).toBe(command);
  });
});

describe('an answer that was lost', () => {
  it('of the hang-up: the disposition is sent once the call is seen to be over', () => {
    const { finish, asked } = play('next', 'talking', ['talking', 'talking', 'wrapUp', 'ready'], { hangUp: LOST });
    expect(asked).toEqual(['hangUp', 'dispose']);
    expect(finish).toMatchObject({ step: 'done', problem: null });
  });

  it('of the hang-up: nothing is sent to a customer who is still there', () => {
    const { finish, asked } = play('next', 'talking', ['talking'], { hangUp: LOST });
    expect(asked).toEqual(['hangUp']);
    expect(finish).toMatchObject({ step: 'failed', problem: LOST });
  });

  it.each(['ready', 'paused'] as const)(
    'of the hang-up: who is %s then has ended the call by hand, and gets no disposition for the next',
    (phase) => {
      const { finish, asked } = play('next', 'talking', [phase], { hangUp: LOST });
      expect(asked).toEqual(['hangUp']);
      expect(finish).toMatchObject({ step: 'failed', problem: { code: 'notConfirmed' } });
    },
  );

  it('of the hang-up: the next customer, whose call is over too, gets nothing of it', () => {
    const begun = beginFinish(WISH, agentIn('talking', { leadId: '1', phoneNumber: '7275551212' }), NOW).finish;
    const { finish } = reduceFinish(begun, { type: 'answered', failure: LOST });
    const agent = agentIn('wrapUp', { leadId: '2', phoneNumber: '3125550100' });
    const { finish: after, effects } = reduceFinish(finish, { type: 'agent', agent });
    expect([after.step, effects]).toEqual(['failed', []]);
  });

  it('of the hang-up: does not wait for ever while nothing can be read', () => {
    let { finish } = beginFinish(WISH, agentIn('talking'), NOW);
    finish = reduceFinish(finish, { type: 'answered', failure: LOST }).finish;
    for (let turn = 0; turn < 30; turn++) finish = reduceFinish(finish, { type: 'readingFailed' }).finish;
    expect(finish).toMatchObject({ step: 'failed', problem: LOST });
  });

  it('of the disposition: it is set where he is seen free', () => {
    const { finish } = play('next', 'wrapUp', ['wrapUp', 'ready'], { dispose: LOST });
    expect(finish).toMatchObject({ step: 'done', problem: null });
  });

  it.each([
    ['in wrap-up', agentIn('wrapUp')],
    ['paused, which may be in wrap-up', agentIn('paused', { mayBeWrapUp: true })],
  ])('of the disposition: it is not confirmed while he stays %s', (_, agent) => {
    let { finish } = beginFinish(WISH, agentIn('wrapUp'), NOW);
    finish = reduceFinish(finish, { type: 'answered', failure: LOST }).finish;
    for (let turn = 0; turn < 10; turn++) finish = reduceFinish(finish, { type: 'agent', agent }).finish;
    expect(finish).toMatchObject({ step: 'failed', problem: { code: 'notConfirmed' } });
  });

  it('of the pause: the customer is not kept waiting for it', () => {
    const { finish } = beginFinish({ ...WISH, afterCall: 'stayPaused' }, agentIn('talking'), NOW);
    expect(reduceFinish(finish, { type: 'pauseLate' }).effects).toEqual([{ do: 'hangUp' }]);
  });
});

describe('a disposition that was accepted', () => {
  it('is not confirmed where he never gets out of his wrap-up', () => {
    expect(play('next', 'wrapUp', ['wrapUp']).finish).toMatchObject({
      step: 'failed',
      problem: { code: 'notConfirmed' },
    });
  });

  it('ends with the next call', () => {
    const { finish, asked } = play('stayPaused', 'wrapUp', ['paused', 'talking']);
    expect(asked).toEqual(['dispose']);
    expect(finish.step).toBe('done');
  });

  it('ends with the next call, though nothing was read in between', () => {
    const { finish } = beginFinish(WISH, agentIn('wrapUp'), NOW);
    const disposed = reduceFinish(finish, { type: 'answered', failure: null }).finish;
    const unread = reduceFinish(disposed, { type: 'readingFailed' }).finish;
    expect(reduceFinish(unread, { type: 'agent', agent: agentIn('talking') })).toMatchObject({
      finish: { step: 'done' },
      effects: [],
    });
  });

  it('ends with a wrap-up of another call', () => {
    const { finish } = beginFinish(WISH, agentIn('talking', { leadId: '1', phoneNumber: '7275551212' }), NOW);
    const agent = agentIn('wrapUp', { leadId: '2', phoneNumber: '3125550100' });
    expect(reduceFinish({ ...finish, step: 'awaitingFree' }, { type: 'agent', agent }).finish.step).toBe('done');
  });

  it('is waited for while the readings are those of its own call', () => {
    expect(play('next', 'talking', ['talking', 'talking', 'wrapUp', 'ready']).finish.step).toBe('done');
  });
});

it('an event that means nothing in a step changes nothing', () => {
  const steps: Finish['step'][] = ['pausing', 'hangingUp', 'disposing', 'awaitingFree', 'done', 'failed'];
  const { finish } = beginFinish({ status: 'SALE', callback: null, afterCall: 'next' }, agentIn('talking'), NOW);
  for (const step of steps) {
    const event =
      step === 'awaitingFree'
        ? { type: 'answered' as const, failure: null }
        : { type: 'agent' as const, agent: agentIn('ready') };
    expect(reduceFinish({ ...finish, step }, event)).toEqual({ finish: { ...finish, step }, effects: [] });
  }
});

describe('a finish that was overtaken', () => {
  const at = (step: Finish['step']) => ({
    ...beginFinish({ status: 'SALE', callback: null, afterCall: 'next' }, agentIn('talking'), NOW).finish,
    step,
  });

  it.each([
    ['pausing', 'failed'],
    ['hangingUp', 'failed'],
    ['awaitingEnd', 'failed'],
    ['disposing', 'failed'],
    ['awaitingFree', 'done'],
    ['done', 'done'],
  ] as const)('in %s is %s and sends nothing more', (step, after) => {
    expect(reduceFinish(at(step), { type: 'overtaken' })).toMatchObject({ finish: { step: after }, effects: [] });
  });

  it('does not wait for ever while nothing can be read', () => {
    let finish: Finish = at('awaitingFree');
    for (let turn = 0; turn < 30; turn++) finish = reduceFinish(finish, { type: 'readingFailed' }).finish;
    expect(finish).toMatchObject({ step: 'failed', problem: { code: 'notConfirmed' } });
  });
});
