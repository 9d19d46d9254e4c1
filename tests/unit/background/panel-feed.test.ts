import { describe, expect, it, vi } from 'vitest';
import { createPanelFeed, panelStateOf } from '../../../lib/background/status/panel-feed.ts';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import { EMPTY_SESSION } from '../../../lib/session/session-store.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';
import { agentIn, screenIn } from '../agent/dials.ts';

const CONNECTION = {
  id: 'sign-in',
  server: 'https://dialer.example',
  agentPath: '/agc/api.php',
  nonAgentPath: '/vicidial/non_agent_api.php',
  credentials: { user: '6666', password: 'canary-agent' },
  agentUser: '6666',
  statusCredential: { user: 'status', password: 'canary-status' },
  region: 'DE',
  dialMethod: 'manual',
} as unknown as Connection;

describe('what extension pages see', () => {
  it('holds no password of any login', () => {
    const shown = JSON.stringify(panelStateOf({ ...EMPTY_SESSION, connection: CONNECTION }, DEFAULT_SETTINGS));
    expect(shown).toContain('"agentUser":"6666"');
    expect(shown).not.toContain('canary');
  });

  it.each([true, false])(
    'says whether it is in doubt that a refused second login is wrong: %s',
    (isStatusLoginInDoubt) => {
      const session = {
        ...EMPTY_SESSION,
        connection: CONNECTION,
        statusLoginRefused: { code: 'badCredentials' },
        isStatusLoginInDoubt,
      } as const;
      const told = panelStateOf(session, DEFAULT_SETTINGS).connection;
      expect(told).toMatchObject({ statusLoginRefused: true });
      expect('isStatusLoginInDoubt' in told).toBe(isStatusLoginInDoubt);
    },
  );

  it('is in the country of the sign-in, else in the first of the settings', () => {
    const settings = { ...DEFAULT_SETTINGS, regions: ['AT'] };
    expect(panelStateOf({ ...EMPTY_SESSION, connection: CONNECTION }, settings).region).toBe('DE');
    expect(panelStateOf(EMPTY_SESSION, settings).region).toBe('AT');
  });

  it.each([
    ['paused', true],
    ['wrapUp', true],
    ['dialling', undefined],
    ['onCall', undefined],
    ['talking', undefined],
    ['parked', undefined],
    ['threeWay', undefined],
  ] as const)('advises an agent who is %s to log in anew by what is seen: %s', (phase, sessionLost) => {
    const screen = screenIn({ isSessionLost: true, isAlive: false });
    const { screen: seen } = panelStateOf({ ...EMPTY_SESSION, agent: agentIn(phase), screen }, DEFAULT_SETTINGS);
    expect([seen.sessionLost, seen.alive]).toEqual([sessionLost, false]);
  });
});

function createPort(name = 'panel') {
  const leaving: (() => void)[] = [];
  const hearing: ((message: unknown) => void)[] = [];
  const port = {
    name,
    postMessage: vi.fn(),
    onMessage: { addListener: (hear: (message: unknown) => void) => hearing.push(hear) },
    onDisconnect: { addListener: (leave: () => void) => leaving.push(leave) },
  };
  const say = (message: unknown) => hearing.forEach((hear) => void hear(message));
  return { port, say, leave: () => leaving.forEach((each) => void each()) };
}

describe('the feed', () => {
  const STATE = panelStateOf(EMPTY_SESSION, DEFAULT_SETTINGS);
  const createFeed = () => {
    const state = vi.fn(async (): Promise<PanelState> => STATE);
    const onOpenChange = vi.fn();
    const feed = createPanelFeed({ state, onOpenChange });
    const open = async ({ port }: ReturnType<typeof createPort>) => {
      feed.accept(port, Promise.resolve());
      await vi.waitFor(() => expect(port.postMessage).toHaveBeenCalled());
      port.postMessage.mockClear();
    };
    return { state, onOpenChange, feed, open };
  };

  it('gives a page the state when it comes, and on every change', async () => {
    const { feed } = createFeed();
    const { port } = createPort();
    feed.accept(port, Promise.resolve());
    await vi.waitFor(() => expect(port.postMessage).toHaveBeenCalledExactlyOnceWith(STATE));
    await feed.push();
    expect(port.postMessage).toHaveBeenCalledTimes(2);
  });

  it('says that a page is open until the last one has left, which hears nothing more', async () => {
    const { feed, onOpenChange, open } = createFeed();
    const [one, other] = [createPort(), createPort()];
    await open(one);
    await open(other);
    one.leave();
    expect(onOpenChange).toHaveBeenLastCalledWith(true);
    other.leave();
    expect(onOpenChange).toHaveBeenLastCalledWith(false);
    await feed.push();
    expect([one.port, other.port].map(({ postMessage }) => postMessage.mock.calls)).toEqual([[], []]);
  });

  it('tells the others where a page has left without a word', async () => {
    const { feed, open, onOpenChange } = createFeed();
    const [dead, alive] = [createPort(), createPort('quiet')];
    await open(dead);
    await open(alive);
    dead.port.postMessage.mockImplementation(() => {
      throw new Error('the port is closed');
    });
    await feed.push();
    expect(alive.port.postMessage).toHaveBeenCalledExactlyOnceWith(STATE);
    expect(onOpenChange).toHaveBeenLastCalledWith(false);
  });

  it('builds no state while nobody looks', async () => {
    const { feed, state } = createFeed();
    await feed.push();
    expect(state).not.toHaveBeenCalled();
  });

  it('pushes to a page that shows the state by the way, and has nothing read for it', async () => {
    const { feed, onOpenChange } = createFeed();
    const { port, leave } = createPort('quiet');
    feed.accept(port, Promise.resolve());
    await vi.waitFor(() => expect(port.postMessage).toHaveBeenCalledExactlyOnceWith(STATE));
    leave();
    expect(onOpenChange).not.toHaveBeenCalled();
  });

  it('knows whether any of its pages can be seen', () => {
    const { feed } = createFeed();
    expect(feed.isSeen()).toBe(false);
    const [panel, quiet] = [createPort(), createPort('quiet')];
    // What a page says while the session is still being read counts, too.
    const ready = new Promise(() => {});
    feed.accept(panel.port, ready);
    feed.accept(quiet.port, ready);
    panel.say(false);
    expect(feed.isSeen()).toBe(true);
    quiet.say('anything else');
    expect(feed.isSeen()).toBe(false);
    panel.say(true);
    expect(feed.isSeen()).toBe(true);
    panel.leave();
    expect(feed.isSeen()).toBe(false);
  });

  it('tells nothing before the stored session is there, and nothing to a page that has left by then', async () => {
    const { feed, state, onOpenChange } = createFeed();
    const [staying, leaving] = [createPort(), createPort()];
    let begin = () => {};
    const ready = new Promise<void>((resolve) => {
      begin = resolve;
    });
    feed.accept(staying.port, ready);
    feed.accept(leaving.port, ready);
    leaving.leave();
    await feed.push();
    expect([state.mock.calls, onOpenChange.mock.calls]).toEqual([[], []]);
    begin();
    await vi.waitFor(() => expect(staying.port.postMessage).toHaveBeenCalledExactlyOnceWith(STATE));
    expect(leaving.port.postMessage).not.toHaveBeenCalled();
    expect(onOpenChange.mock.calls).toEqual([[true]]);
  });

  it('does not serve a port of another name', async () => {
    const { feed, state, onOpenChange } = createFeed();
    feed.accept(createPort('other').port, Promise.resolve());
    await Promise.resolve();
    expect([state.mock.calls, onOpenChange.mock.calls]).toEqual([[], []]);
  });
});
