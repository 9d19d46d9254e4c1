import { describe, expect, it } from 'vitest';
import { dialIn, NOW } from '../agent/dials.ts';
import { setUp } from './agent-commands-rig.ts';

describe('an agent who was paused for a call that is not placed', () => {
  it('is made ready again, and that is pending until it is true', async () => {
    const { store, commands, asked, read } = await setUp('paused');
    await commands.resumeAgain();
    expect(asked).toEqual(['resume', 'reading']);
    expect(store.current().pending).toEqual({ kind: 'resume' });
    await read('ready');
    expect(store.current().pending).toBeNull();
  });

  it('is made ready by the next worker where this one was stopped before the answer, and once', async () => {
    const { store, commands, asked, read } = await setUp('paused');
    await store.update({
      dial: dialIn('refused'),
      pending: { kind: 'resume', isDue: true },
      pendingSince: NOW - 30_000,
    });
    await read('ready');
    expect(store.current().pending).toMatchObject({ isDue: true });
    await commands.restore();
    expect(asked).toEqual(['resume', 'reading']);
    await commands.restore();
    expect(asked).toEqual(['resume', 'reading', 'reading']);
  });

  it.each([
    ['a minute later, when he may have left', { dial: dialIn('refused'), pendingSince: NOW - 60_001 }],
    ['when he calls somebody else', { dial: dialIn('pausing'), pendingSince: NOW - 1_000 }],
  ])('is told that he stays paused %s', async (_, state) => {
    const { store, commands, asked } = await setUp('paused');
    await store.update({ ...state, pending: { kind: 'resume', isDue: true } });
    await commands.restore();
    expect(asked).toEqual([]);
    expect(store.current()).toMatchObject({ pending: null, problem: { code: 'resumeIgnored' } });
  });

  it.each([
    ['a preview', { previewOf: '12', shownAt: NOW - 20_000 }],
    ['the call after one', { isAfterPreview: true }],
  ] as const)(
    'is told that he stays paused after %s: the reading that he was free is over by now',
    async (_what, of) => {
      const { store, commands, asked } = await setUp('paused');
      const dial = dialIn('cancelled', of);
      await store.update({ dial, pending: { kind: 'resume', isDue: true }, pendingSince: NOW - 1_000 });
      await commands.restore();
      expect(asked).toEqual([]);
      expect(store.current()).toMatchObject({ pending: null, problem: { code: 'leftPaused' } });
    },
  );

  it('is left as he has chosen himself since, also by the next worker', async () => {
    const { store, commands, refuse } = await setUp('paused');
    await store.update({ pending: { kind: 'resume', isDue: true }, pendingSince: NOW });
    refuse('pause', { code: 'timeout', timeoutMs: 8_000 });
    await commands.pause(null);
    expect(store.current().pending).toBeNull();
  });

  it('is told where nothing shows that the request has arrived, which was not answered', async () => {
    const { store, commands, refuse, pass, read } = await setUp('paused');
    refuse('resume', { code: 'timeout', timeoutMs: 8_000 });
    await commands.resumeAgain();
    expect(store.current()).toMatchObject({ pending: { kind: 'resume' }, problem: null });
    await pass(10_001);
    await read('paused');
    expect(store.current()).toMatchObject({ pending: null, problem: { code: 'resumeIgnored' } });
  });

  it('is told nothing where he is ready or on a call already, and told where it was refused', async () => {
    const { store, commands, refuse } = await setUp('talking');
    refuse('resume', { code: 'alreadyReady' });
    await store.update({ pending: { kind: 'resume', isDue: true } });
    await commands.resumeAgain();
    expect([store.current().pending, store.current().problem]).toEqual([null, null]);
    refuse('resume', { code: 'notLoggedIn' });
    await commands.resumeAgain();
    expect(store.current().problem).toMatchObject({ command: 'resume', failure: { code: 'notLoggedIn' } });
  });
});
