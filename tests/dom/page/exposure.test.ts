import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createExposure, type Exposure } from '../../../lib/page/buttons/exposure.ts';

// Longer than the exposure waits for the browser's word: half a second of frames, on a busy machine.
const IN_VAIN_MS = 1500;

/**
 * The browser's word on what is painted over an element. Vitest shows its page scaled, in a frame, of which a browser vouches for
 * nothing; what the real one says is seen by the attacks.
 */
class FakeObserver {
  static told: (elements: readonly Element[], isVisible: boolean) => void = () => undefined;
  readonly trackVisibility = true;
  constructor(tell: (entries: readonly object[]) => void) {
    FakeObserver.told = (elements, isVisible) => tell(elements.map((target) => ({ target, isVisible })));
  }
  observe(): void {}
  disconnect(): void {}
}

describe('work that waits until a button may be seen', () => {
  const work = vi.fn();
  const [button, words] = [document.createElement('button'), document.createElement('p')];
  const say = (isVisible: boolean, elements = [button, words]) => FakeObserver.told(elements, isVisible);
  let ending: AbortController;
  let exposure: Exposure;

  beforeEach(() => {
    vi.stubGlobal('IntersectionObserver', FakeObserver);
    work.mockClear();
    ending = new AbortController();
    exposure = createExposure(ending.signal);
    exposure.watch(button, words);
  });
  afterEach(() => {
    ending.abort();
    vi.unstubAllGlobals();
  });

  it('is done at once where both are known to be seen', () => {
    say(true);
    exposure.whenSeen(button, work);
    expect(work).toHaveBeenCalledOnce();
  });

  it('is done once, when the browser has said so of both', async () => {
    exposure.whenSeen(button, work);
    say(true, [button]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(work).not.toHaveBeenCalled();
    say(true, [words]);
    await vi.waitFor(() => expect(work).toHaveBeenCalledOnce());
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(work).toHaveBeenCalledOnce();
  });

  it.each([
    ['the button', button],
    ['the words', words],
  ])('is not done while %s is painted over, nor when that ends too late', async (_, covered) => {
    say(true);
    say(false, [covered]);
    exposure.whenSeen(button, work);
    await new Promise((resolve) => setTimeout(resolve, IN_VAIN_MS));
    say(true);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(work).not.toHaveBeenCalled();
  });

  it('is not done once everything has ended', () => {
    say(true);
    ending.abort();
    exposure.whenSeen(button, work);
    expect(work).not.toHaveBeenCalled();
  });
});
