import { describe, expect, it } from 'vitest';
import { createQuestionWindow } from '../../../lib/background/requests/question-window.ts';
import { createSessionStore } from '../../../lib/session/session-store.ts';
import { createArea, fillUp } from './rig.ts';

/** A browser that takes its time to open a window. */
async function createBrowser() {
  const open = new Map<number, string>();
  const focused: number[] = [];
  let next = 41;
  const area = createArea();
  const store = createSessionStore(area);
  await store.load();
  const question = createQuestionWindow(store, {
    async open(dialId) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      open.set(next, dialId);
      return next++;
    },
    async focus(id) {
      if (open.has(id)) focused.push(id);
      return open.has(id);
    },
    close: async (id) => void open.delete(id),
  });
  return { question, store, open, focused, area };
}

describe('the question', () => {
  it('is closed when it is answered, although storage takes nothing more', async () => {
    const { question, open, area } = await createBrowser();
    fillUp(area);
    await question.show('dial-1');
    expect([...open.values()]).toEqual(['dial-1']);
    await question.close();
    expect(open.size).toBe(0);
  });

  it('of the second of two clicks takes the place of the first, which is still opening', async () => {
    const { question, store, open } = await createBrowser();
    await Promise.all([question.show('dial-1'), question.close(), question.show('dial-2')]);
    expect([...open.values()]).toEqual(['dial-2']);
    expect(store.current().question).toEqual({ windowId: 42, dialId: 'dial-2' });
  });

  it('of another dial is never taken for this one’s, even when nobody closed it', async () => {
    const { question, open } = await createBrowser();
    await question.show('dial-1');
    await question.show('dial-2');
    expect([...open.values()]).toEqual(['dial-2']);
  });

  it('that is there already is brought to the front', async () => {
    const { question, open, focused } = await createBrowser();
    await question.show('dial-1');
    await question.show('dial-1');
    expect([[...open.keys()], focused]).toEqual([[41], [41]]);
  });

  it('is asked by a worker that finds the dial without it, and left where it is', async () => {
    const { question, open, focused } = await createBrowser();
    await question.keep('dial-1');
    await question.keep('dial-1');
    expect([[...open.entries()], focused]).toEqual([[[41, 'dial-1']], []]);
  });

  it('that was closed while no worker ran is answered, and not asked again', async () => {
    const { question, open } = await createBrowser();
    await question.show('dial-1');
    open.clear();
    await question.keep('dial-1');
    expect([...open.keys()]).toEqual([]);
    expect(await question.closed(41)).toBe('dial-1');
  });

  it('that the agent closes is told with its dial; one that Dialside closes is not', async () => {
    const { question, store } = await createBrowser();
    await question.show('dial-1');
    expect(await question.closed(7)).toBeNull();
    expect(await question.closed(41)).toBe('dial-1');
    expect(store.current().question).toBeNull();
    await question.show('dial-2');
    await question.close();
    expect(await question.closed(42)).toBeNull();
  });
});
