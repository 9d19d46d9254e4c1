import { beforeAll, describe, expect, it } from 'vitest';
import { viewOfDial } from '../../../lib/agent/dial/dial.ts';
import { fail, ok } from '../../../lib/result.ts';
import { runSoakRound } from '../../soak/dial-soak.ts';
import { ofEndings } from '../../soak/ending-verdict.ts';
import type { PanelEnding } from '../../soak/panel-endings.ts';
import type { Click } from '../../soak/scene.ts';
import { tooManyUnknown } from '../../soak/unknown-share.ts';
import { judge, type Known } from '../../soak/verdict.ts';
import { NUMBER } from '../agent/dials.ts';

/** The round of a call that was answered, with an agent who was to stay paused. */
const SEED = 8;

let kept: Known;

beforeAll(async () => {
  const round = await runSoakRound(SEED, 'none');
  kept = { ...round, history: round.scene.worker().store.current().history };
});

function changed(change: Partial<Known>, scene: Partial<Known['scene']> = {}): readonly string[] {
  return judge({ ...kept, ...change, scene: { ...kept.scene, ...scene } });
}

function secondClick(change: Partial<Click>): Partial<Known['scene']> {
  const [first] = kept.scene.clicks;
  return { clicks: [...kept.scene.clicks, { ...first!, ...change }] };
}

const OTHER = { ...NUMBER, nationalNumber: '3125550100' };

describe('the judge of the soak', () => {
  it('finds nothing where every promise was kept', () => {
    expect(kept.scene.setting).toMatchObject({ dialMethod: 'RATIO', wasPaused: true });
    expect(kept.scene.centre.calls[0]?.answeredAt).not.toBeNull();
    expect(changed({})).toEqual([]);
  });

  it('sees a second request', () => {
    const { network } = kept.scene;
    const again = network.sent.filter(({ name }) => name === 'external_dial');
    expect(changed({}, { network: { ...network, sent: [...network.sent, ...again] } })).toEqual([
      '2 requests to dial 7275551212 left the browser',
    ]);
  });

  it('sees a request for what the agent was told is not called, but for one that he clicked again', () => {
    const { told, clicks, network } = kept.scene;
    const sent = network.sent.find(({ name }) => name === 'external_dial')!;
    const cancelled = { ...told[0]!, step: 'cancelled', at: sent.sentAt - 1 } as const;
    const sentence = 'a dial that was told as not called was sent';
    expect(changed({}, { told: [...told, cancelled] })).toContain(sentence);
    const again = [...clicks, { ...clicks[0]!, at: sent.sentAt }];
    expect(changed({}, { told: [...told, cancelled], clicks: again })).not.toContain(sentence);
  });

  it('sees an agent who was told nothing, something for ever, or something else', () => {
    const dial = kept.dial!;
    const notTold = ['the agent was not told', 'staying paused was not noted'];
    expect(changed({ dial: null })).toEqual(notTold);
    expect(changed({ dial: { ...dial, step: 'talking' } })).toContain('the dial never came to an end');
    expect(changed({ dial: { ...dial, step: 'refused' } })).toContain('a call that took place was denied');
    expect(changed({ dial: { ...dial, step: 'unknown' } })).toEqual(['a plain call did not end as one']);
    expect(changed({ history: [] })).toEqual(['the call is missing in the history']);
  });

  it('sees an agent who was ready before a click that he took back, and is not so any more', () => {
    const { centre, setting, clicks } = kept.scene;
    const takenBack = { dial: { ...kept.dial!, step: 'cancelled', problem: null }, faults: ['takenBack'] } as const;
    const scene = { centre: { ...centre, calls: [] }, clicks: clicks.slice(0, 1) };
    const sentence = 'the agent was ready, was not called, and is PAUSED';
    expect(changed(takenBack, { ...scene, setting: { ...setting, wasPaused: false } })).toEqual([sentence]);
    expect(changed(takenBack, { ...scene, setting: { ...setting, wasPaused: true } })).toEqual([]);
  });

  it('sees a call that was not followed to its end although the dialer could be read', () => {
    const unknown = { ...kept.dial!, step: 'unknown' } as const;
    const sentence = 'a call that took place was told as unknown in the end';
    expect(changed({ dial: unknown, faults: ['dropAfter'] })).toEqual([sentence]);
    expect(changed({ dial: unknown, faults: ['lockOut'] })).toEqual([]);
    expect(changed({ dial: unknown, faults: ['dropAfter', 'lockOut'] })).toEqual([]);
    expect(changed({ faults: ['dropAfter'] })).toEqual([]);
  });

  it('sees no more than the agent’s own login shows, where the answer was lost: seed 312079', async () => {
    expect((await runSoakRound(312_079, 'dropAfter')).broken).toEqual([]);
    const unknown = { ...kept.dial!, step: 'unknown' } as const;
    const [real] = kept.scene.centre.calls;
    const talking = (ms: number, source: 'ownLogin' | 'statusLogin') => {
      const calls = [{ ...real!, endedAt: real!.startedAt + ms, freeAt: real!.startedAt + 60_000 }];
      const setting = { ...kept.scene.setting, source };
      return changed({ dial: unknown, faults: ['dropAfter'] }, { setting, centre: { ...kept.scene.centre, calls } });
    };
    const sentence = 'a call that took place was told as unknown in the end';
    expect([talking(9_999, 'ownLogin'), talking(10_000, 'ownLogin')]).toEqual([[], [sentence]]);
    expect(talking(9_999, 'statusLogin')).toEqual([sentence]);
  });

  it('sees the same of a call that was placed or read late, where there was time to read it', () => {
    const unknown = { ...kept.dial!, step: 'unknown' } as const;
    const [real] = kept.scene.centre.calls;
    const lasting = (ms: number, lateMs: number) => {
      const startedAt = kept.clickedAt + lateMs;
      const calls = [{ ...real!, startedAt, freeAt: startedAt + ms }];
      return changed({ dial: unknown, faults: ['slowScreen'] }, { centre: { ...kept.scene.centre, calls } });
    };
    expect(lasting(26_000, 100_000)).toEqual(['a call that took place was told as unknown in the end']);
    expect([lasting(25_999, 100_000), lasting(26_000, 100_001)]).toEqual([[], []]);
  });

  it('sees too many dials that ended unknown, of enough', () => {
    const ends = (unknown: number, all: number) =>
      new Map([['slowScreen', new Map(Object.entries({ unknown, ended: all - unknown }))]]);
    expect(tooManyUnknown(ends(3, 100))).toEqual([]);
    expect(tooManyUnknown(ends(4, 100))).toEqual(['slowScreen: 4 of 100 dials ended unknown, of which 3 % may']);
    expect(tooManyUnknown(ends(9, 99))).toEqual([]);
  });

  it('sees talk up to the customer’s leaving, and not to the agent’s: seed 965714', async () => {
    expect((await runSoakRound(965_714)).broken).toEqual([]);
    const [real] = kept.scene.centre.calls;
    const history = kept.history.map((record) => ({ ...record, outcome: 'notAnswered' as const }));
    const leavingAfter = (ms: number) => {
      const calls = [{ ...real!, goneAt: real!.answeredAt! + ms, endedAt: real!.answeredAt! + 20_000 }];
      return changed({ history }, { centre: { ...kept.scene.centre, calls } });
    };
    expect(leavingAfter(8_700)).toEqual([]);
    expect(leavingAfter(8_701)).toEqual(['a call that was talked in for 8701 ms was told as not answered']);
  });

  it('sees a call that did not take place', () => {
    const centre = { ...kept.scene.centre, calls: [] };
    expect(changed({}, { centre })).toEqual(['a call was told that did not take place']);
  });

  it('sees the end told before it came', () => {
    const told = kept.scene.told.map((each) => ({ ...each, at: kept.clickedAt }));
    expect(changed({}, { told })).toEqual(['the end was told too early']);
  });

  it('sees an agent who was not kept paused', () => {
    const { network } = kept.scene;
    const sent = network.sent.filter(({ name }) => name !== 'external_pause');
    expect(changed({}, { network: { ...network, sent } })).toEqual(['0 requests for a pause']);
  });

  it('sees a second click that was answered wrongly', () => {
    const view = ok({ ...viewOfDial(kept.dial!), id: 'another' });
    expect(changed({}, secondClick({ answer: view }))).toEqual(['the second click was not answered from the first']);
    expect(changed({}, secondClick({ number: OTHER, standing: 'onCall', answer: view }))).toEqual([
      'a click beside a call was not refused',
    ]);
    const refused = fail({ code: 'agentInWrapUp' } as const);
    expect(changed({}, secondClick({ number: OTHER, standing: 'free', answer: refused }))).toEqual([
      'a click after the call was not dialled',
    ]);
  });
});

describe('the judge of endings in the panel', () => {
  const CALL = { callId: 'M1', number: '0', startedAt: 0, answeredAt: 1, goneAt: null, endedAt: 5_000, freeAt: 9_000 };
  const PRESS = { call: CALL, at: 4_000, afterCall: 'next', byHandAt: null, answer: ok(null) } as const;
  const judged = (ending: Partial<PanelEnding>) =>
    ofEndings({ ...kept.scene, endings: { list: [{ ...PRESS, told: [], ...ending }] } as never }, ['none']);

  it('finds nothing where the lead has the disposition, and nothing in a failure that is told', () => {
    const lead = kept.scene.centre.dialer.world.leads[0]!;
    const call = { ...CALL, number: lead.phone_number };
    const before = lead.status;
    Object.assign(lead, { status: 'SALE' });
    expect(judged({ call, told: [{ step: 'done', at: 9_000 }] })).toEqual([]);
    Object.assign(lead, { status: 'NEW' });
    expect(judged({ call, told: [{ step: 'done', at: 9_000 }] })).toEqual([
      'a call was told as finished, and its lead is NEW',
    ]);
    Object.assign(lead, { status: before });
    expect(judged({ told: [{ step: 'failed', at: 9_000 }] })).toEqual([]);
  });

  it('sees an end that was told too early, or never', () => {
    expect(judged({ told: [{ step: 'done', at: 5_500 }] })).toEqual(['a call was told as finished while it was not']);
    expect(judged({ told: [{ step: 'disposing', at: 5_500 }] })).toEqual(['an ending never came to an end']);
  });
});
