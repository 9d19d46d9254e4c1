import { expect, it } from 'vitest';
import { page as browserPage } from 'vitest/browser';
import type { Framework, ViewState } from '../../pages/frameworks/contact-list.ts';
import { listen, portrait } from '../../pages/page-witness.ts';
import { moveTo } from './hand.ts';
import { startStage } from './page-stage.ts';
import { frames, rest } from './rest.ts';

/** What a page of the framework saw of itself in one state, and heard on the way there. */
interface Seen {
  readonly portrait: Record<string, unknown>;
  readonly heard: readonly string[];
}

/** Longer than the grids wait before they measure themselves again. */
const LATE_FRAMES = 8;

/** Takes a page of the framework through all these states, with Dialside and without, and compares what it could see and hear. */
export function itCannotTell(framework: Framework, states: readonly ViewState[]): void {
  it('cannot tell that Dialside is there, in any state', { timeout: 120_000 }, async () => {
    await browserPage.viewport(1000, 700);
    await moveTo(950, 650);
    // The first page of a framework also brings its style sheets.
    await lifeOf(framework, states.slice(0, 2), null);
    const without = await lifeOf(framework, states, null);
    const roots = framework.shadowRootOf ? { shadowRootOf: framework.shadowRootOf } : {};
    let most = 0;
    const withDialside = await lifeOf(framework, states, async () => {
      const page = await startStage(roots);
      return {
        host: page.host,
        look: () => {
          most = Math.max(most, page.labels().length);
        },
        end: async () => page[Symbol.asyncDispose](),
      };
    });
    expect(most).toBeGreaterThan(3);
    for (const [at, seen] of without.entries()) {
      expect(withDialside[at]?.portrait, `state ${at}`).toEqual(seen.portrait);
      expect(withDialside[at]?.heard, `on the way to state ${at}`).toEqual(seen.heard);
    }
  });
}

interface Guest {
  readonly host: Element;
  look(): void;
  end(): Promise<void>;
}

async function lifeOf(framework: Framework, states: readonly ViewState[], invite: (() => Promise<Guest>) | null) {
  const { shadowRootOf, steady } = framework;
  document.body.innerHTML = '<p>Call 415-555-0132</p><div id="app"></div>';
  getSelection()?.selectAllChildren(document.querySelector('p') ?? document.body);
  const guest = await invite?.();
  const ear = listen(shadowRootOf);
  const view = await framework.mount(document.querySelector('#app') ?? document.body);
  const seen: Seen[] = [];
  for (const [at, state] of states.entries()) {
    await view.show(state);
    await rest();
    if (framework.drawsLater) await frames(LATE_FRAMES);
    guest?.look();
    // All styles of a grid take the browser longer than all else here: they are compared at the beginning and at the end.
    const withStyles = at === 0 || at === states.length - 1;
    seen.push({ portrait: portrait(shadowRootOf, steady, withStyles), heard: ear.heard(guest?.host ?? null) });
    ear.widen();
  }
  view.unmount();
  await rest();
  ear.stop();
  await guest?.end();
  return seen;
}
