import { afterEach, describe, expect, it, vi } from 'vitest';
import { enterPage } from '../../../lib/platform/enter-page.ts';

interface Place {
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
}

/** A frame's window, as far as a script in it looks. */
interface View {
  readonly location: Place;
  readonly parent: View;
}

const { frames, entered } = vi.hoisted(() => ({ frames: [] as View[], entered: [] as number[] }));

vi.mock('../../../lib/platform/extension-api.ts', () => {
  interface Injection {
    readonly target: { readonly frameIds?: readonly number[] };
    readonly func?: (...args: unknown[]) => unknown;
    readonly args?: readonly unknown[];
  }
  /** Runs a function in each frame, as the browser does; a file is noted. */
  const executeScript = async ({ target, func, args = [] }: Injection) =>
    frames.map((view, frameId) => {
      vi.stubGlobal('window', view);
      if (!func && (target.frameIds?.includes(frameId) ?? true)) entered.push(frameId);
      return { frameId, result: func?.(...args) };
    });
  return { browser: { scripting: { executeScript, insertCSS: async () => undefined } } };
});

afterEach(() => {
  vi.unstubAllGlobals();
  frames.length = 0;
  entered.length = 0;
});

function viewAt(url: string, parent?: View): View {
  const { protocol, hostname, pathname } = new URL(url);
  const view: { location: Place; parent?: View } = { location: { protocol, hostname, pathname } };
  view.parent = parent ?? (view as View);
  return view as View;
}

const TOP = viewAt('https://crm.example/contact');
const SCREEN = viewAt('https://dialer.example:8443/agc/vicidial.php?x=1', TOP);
/** Of another site than the frames around it: nothing of its parent may be read. */
const SANDBOXED: View = {
  location: { protocol: 'about:', hostname: '', pathname: 'srcdoc' },
  get parent(): View {
    throw new DOMException('Blocked a frame', 'SecurityError');
  },
};

async function enteredIn(view: View, keptOut: readonly string[] = ['https://dialer.example/agc/*']): Promise<boolean> {
  frames.push(TOP, view);
  await enterPage(7, { script: '/frame.js', style: '/page-marks.css', keptOut });
  expect(entered).toContain(0);
  return entered.includes(1);
}

describe('a page with a frame', () => {
  it.each([
    ['with the agent screen, on whatever port', SCREEN],
    ['of the folder of the agent screen', viewAt('https://dialer.example/agc/vdc_form_display.php', TOP)],
    ['without an address, within the agent screen', viewAt('about:blank', viewAt('about:srcdoc', SCREEN))],
  ])('%s is not entered there', async (_what, view) => {
    expect(await enteredIn(view)).toBe(false);
  });

  it.each([
    ['of the dialer beside that folder', viewAt('https://dialer.example/crm/', TOP)],
    ['of another protocol', viewAt('http://dialer.example/agc/vicidial.php', TOP)],
    ['without an address, within the page', viewAt('about:blank', TOP)],
    ['of no site', SANDBOXED],
  ])('%s is entered there, too', async (_what, view) => {
    expect(await enteredIn(view)).toBe(true);
  });

  it('is entered everywhere where Dialside stays out of nothing', async () => {
    expect(await enteredIn(SCREEN, [])).toBe(true);
  });
});
