import { describe, expect, it } from 'vitest';
import type { Dial } from '../../../lib/agent/dial/dial.ts';
import type { DialEffect } from '../../../lib/agent/dial/dial-event.ts';
import { reduceDial } from '../../../lib/agent/dial/dial-machine.ts';
import type { Happening } from '../../../lib/background/dialling/dial-effects.ts';
import { TIMEOUT_MS } from '../../../lib/vicidial/wire/transport.ts';
import { LOST } from './dial-events.ts';
import { agentIn, dialIn, NOW, POLICY } from './dials.ts';

/** What a dialer answers to each request, `answerMs` after it was made. A code is one for an agent who is not paused. */
interface SlowDialer {
  readonly answerMs: number;
  readonly status: (reading: number) => Happening;
  readonly pause?: Happening;
}

const LOST_STATUS: Happening = { type: 'statusFailed', failure: LOST };
const READY: Happening = { type: 'agent', agent: agentIn('ready') };
const PAUSED: Happening = { type: 'agent', agent: agentIn('paused') };
const NOT_PAUSED: Happening = { type: 'codeAnswered', failure: { code: 'notPaused' } };

/** The click of an agent who is ready, until the dial is sent or is over. */
function click(dialer: SlowDialer, pauseCode = '') {
  let now = NOW;
  let readings = 0;
  const answerTo = (effect: DialEffect): Happening => {
    now += 'afterMs' in effect ? effect.afterMs : effect.do === 'wait' ? effect.ms : 0;
    if (effect.do === 'wait') return { type: 'spaced' };
    now += dialer.answerMs;
    if (effect.do === 'pause') return dialer.pause ?? { type: 'pauseAnswered', failure: null };
    if (effect.do === 'sendCode') return NOT_PAUSED;
    readings++;
    return dialer.status(readings);
  };
  let dial: Dial = { ...dialIn('readingStatus'), policy: { ...POLICY, pauseCode }, meantAt: NOW, stepSince: NOW };
  let effects: readonly DialEffect[] = [{ do: 'readStatus', afterMs: 0 }];
  while (dial.step !== 'sending' && dial.step !== 'refused') {
    const [effect] = effects;
    if (!effect) throw new Error(`Nothing follows ${dial.step}`);
    const happening = answerTo(effect);
    ({ dial, effects } = reduceDial(dial, { ...happening, now }));
  }
  return { step: dial.step, problem: dial.problem, afterMs: now - NOW, readings };
}

/** The first reading finds the agent ready, the others what `then` says. */
const readyThen = (then: Happening) => (reading: number) => (reading === 1 ? READY : then);

describe('a dial that a slow dialer keeps waiting', () => {
  it.each<[string, SlowDialer, string, unknown]>([
    ['whose readings are lost', { answerMs: TIMEOUT_MS, status: readyThen(LOST_STATUS) }, '', LOST],
    [
      'whose pause is lost too',
      { answerMs: TIMEOUT_MS, status: readyThen(LOST_STATUS), pause: { type: 'pauseAnswered', failure: LOST } },
      '',
      LOST,
    ],
    ['that takes the pause code for one too early', { answerMs: 7_900, status: readyThen(PAUSED) }, 'LUNCH', undefined],
    ['that pauses nobody', { answerMs: 6_000, status: () => READY }, '', undefined],
  ])('%s is refused before the click is a minute old', (_what, dialer, pauseCode, failure) => {
    const { step, problem, afterMs } = click(dialer, pauseCode);
    expect(step).toBe('refused');
    expect(afterMs).toBeLessThanOrEqual(60_000);
    if (failure) expect(problem).toEqual({ code: 'vicidial', failure });
  });

  it.each([
    [500, 3],
    [TIMEOUT_MS, 5],
  ])('is sent where the answers come after %i ms and the pause is seen with reading %i', (answerMs, reading) => {
    const status = (nth: number) => (nth < reading ? READY : PAUSED);
    expect(click({ answerMs, status })).toMatchObject({ step: 'sending', readings: reading });
  });

  it('asks for nothing that could only be answered too late', () => {
    const status = readyThen(LOST_STATUS);
    // The status at the click and the pause, then readings of 8 s at waits of up to 2 s: the sixth would end after a minute.
    expect(click({ answerMs: TIMEOUT_MS, status })).toMatchObject({ readings: 5 });
  });
});

describe('a click that is more than a minute old', () => {
  const policy = { ...POLICY, pauseCode: 'LUNCH' };

  it.each([
    ['readingStatus', READY],
    ['readingStatus', PAUSED],
    ['pausing', { type: 'pauseAnswered', failure: null }],
    ['pausing', { type: 'restored' }],
    ['awaitingPause', READY],
    ['awaitingPause', PAUSED],
  ] as const)('is told to be too late in %s, and nothing more is asked for it', (step, happening) => {
    const slept = dialIn(step, { meantAt: NOW - 60_001, policy });
    expect(reduceDial(slept, { ...happening, now: NOW })).toMatchObject({
      dial: { step: 'refused', problem: { code: 'tooLate' } },
      effects: [],
    });
  });
});
