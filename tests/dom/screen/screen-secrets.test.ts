import { afterEach, describe, expect, it, vi } from 'vitest';
import { openBox } from '../../simulator/screen/page/screen.ts';
import { LEAD, pause, SECRETS, SETTINGS, screenStage, WEBPHONE } from './screen-stage.ts';

afterEach(() => vi.restoreAllMocks());

describe('what the watcher leaves alone', () => {
  it('no password, address, script text or word about the customer but his name is in anything it says', async () => {
    await using stage = screenStage();
    const page = document.body.innerHTML;
    const secrets = [...Object.values(SECRETS), SETTINGS.sessionName, WEBPHONE, LEAD.comments, 'blank.php'];
    await stage.change((screen) => {
      screen.state.lead = LEAD;
      openBox(screen, 'AlertBox', 'This phone number is in the DNC list: 7275551212');
    });
    await stage.poll();
    // They are there to be found: in frame addresses, in the inline script, in the form.
    for (const secret of secrets.slice(0, 4)) expect(page).toContain(secret);
    const said = JSON.stringify(stage.readings);
    expect(said).toContain('7275551212');
    expect(said).toContain('Erika');
    for (const secret of secrets) expect(said).not.toContain(secret);
  });

  it('it asks no frame for its address, no script for its text, and the browser for no other request than the poll', async () => {
    const touched: string[] = [];
    const spy = <T extends object>(target: T, name: string) => {
      const own = Object.getOwnPropertyDescriptor(target, name);
      const note = function (this: unknown, ...args: unknown[]) {
        touched.push(`${Object.prototype.toString.call(this)} ${name}`);
        const real = own?.get ?? (own?.value as (...values: unknown[]) => unknown);
        return real.apply(this, args);
      };
      Object.defineProperty(target, name, own?.get ? { ...own, get: note } : { ...own, value: note });
      return () => Object.defineProperty(target, name, own ?? {});
    };
    const restore = [
      spy(HTMLIFrameElement.prototype, 'src'),
      spy(HTMLIFrameElement.prototype, 'contentWindow'),
      spy(HTMLIFrameElement.prototype, 'contentDocument'),
      spy(HTMLScriptElement.prototype, 'text'),
      spy(PerformanceObserverEntryList.prototype, 'getEntries'),
      spy(PerformanceObserverEntryList.prototype, 'getEntriesByType'),
      spy(Performance.prototype, 'getEntries'),
      spy(Performance.prototype, 'getEntriesByType'),
      spy(Performance.prototype, 'getEntriesByName'),
      spy(PerformanceEntry.prototype, 'name'),
    ];
    try {
      await using stage = screenStage();
      await stage.change((screen) => openBox(screen, 'AlertBox', 'words'));
      await stage.poll();
      expect(stage.readings.length).toBeGreaterThan(0);
      expect(touched).toEqual([]);
      // The net would have caught it.
      expect(document.querySelector('iframe')?.src).toContain('blank.php');
      expect(touched).toEqual(['[object HTMLIFrameElement] src']);
    } finally {
      for (const back of restore) back();
    }
  });

  it('it changes nothing in the page', async () => {
    await using stage = screenStage();
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
    await stage.poll();
    stage.end();
    await pause(50);
    observer.disconnect();
    expect(changes).toEqual([]);
    expect(Object.keys(window).filter((name) => /dialside/i.test(name))).toEqual([]);
  });
});

describe('keeping awake', () => {
  function watchConnections() {
    const made: RTCPeerConnection[] = [];
    const Real = RTCPeerConnection;
    vi.stubGlobal(
      'RTCPeerConnection',
      class extends Real {
        constructor() {
          super();
          made.push(this);
        }
      },
    );
    return made;
  }
  afterEach(() => vi.unstubAllGlobals());

  const isOpen = (made: readonly RTCPeerConnection[]) =>
    expect.poll(() => made.map(({ connectionState }) => connectionState));

  it('opens one loopback connection with the first poll, keeps it, and closes it at the end', async () => {
    const made = watchConnections();
    await using stage = screenStage();
    expect(made).toEqual([]);
    await stage.poll();
    await isOpen(made).toEqual(['connected', 'connected']);
    await stage.poll();
    expect(made).toHaveLength(2);
    stage.end();
    expect(made.map(({ connectionState }) => connectionState)).toEqual(['closed', 'closed']);
  });

  it('makes it anew when it breaks, half a minute after the last attempt at the earliest', async () => {
    const made = watchConnections();
    await using stage = screenStage();
    await stage.poll();
    await isOpen(made).toEqual(['connected', 'connected']);
    made[0]?.close();
    await stage.poll();
    expect(made).toHaveLength(2);
    stage.clock.now += 30_000;
    await stage.poll();
    expect(made).toHaveLength(4);
    await isOpen(made.slice(2)).toEqual(['connected', 'connected']);
  });

  it('does without where the browser has none', async () => {
    vi.stubGlobal('RTCPeerConnection', undefined);
    await using stage = screenStage();
    expect(await stage.poll()).toMatchObject({ isPolling: true });
  });
});

it('says nothing more once it has ended', async () => {
  await using stage = screenStage();
  await stage.poll();
  stage.end();
  const said = stage.readings.length;
  await stage.change((screen) => openBox(screen, 'PauseCodeSelectBox'));
  await fetch('/agc/conf_exten_check.php', { method: 'POST' });
  await pause(3_500);
  expect(stage.readings).toHaveLength(said);
});
