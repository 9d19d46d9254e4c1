import { describe, expect, it, vi } from 'vitest';
import { createPanelFeed, panelStateOf } from '../../../lib/background/panel-feed.ts';
import type { PanelState } from '../../../lib/messages/panel-state.ts';
import type { Connection } from '../../../lib/session/connection.ts';
import { EMPTY_SESSION } from '../../../lib/session/session-store.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';

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

  it('is in the country of the sign-in, else in the first of the settings', () => {
    const settings = { ...DEFAULT_SETTINGS, regions: ['AT'] };
    expect(panelStateOf({ ...EMPTY_SESSION, connection: CONNECTION }, settings).region).toBe('DE');
    expect(panelStateOf(EMPTY_SESSION, settings).region).toBe('AT');
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
    return { state, onOpenChange, feed: createPanelFeed({ state, onOpenChange }) };
  };

  it('gives a page the state when it comes, and on every change', async () => {
    const { feed } = createFeed();
    const { port } = createPort();
    feed.accept(port);
    await vi.waitFor(() => expect(port.postMessage).toHaveBeenCalledExactlyOnceWith(STATE));
    await feed.push();
    expect(port.postMessage).toHaveBeenCalledTimes(2);
  });

  it('says that a page is open until the last one has left, which hears nothing more', async () => {
    const { feed, onOpenChange } = createFeed();
    const [one, other] = [createPort(), createPort()];
    feed.accept(one.port);
    feed.accept(other.port);
    one.leave();
    expect(onOpenChange).toHaveBeenLastCalledWith(true);
    other.leave();
    expect(onOpenChange).toHaveBeenLastCalledWith(false);
    await feed.push();
    expect([one.port, other.port].map(({ postMessage }) => postMessage.mock.calls)).toEqual([[], []]);
  });

  it('builds no state while nobody looks', async () => {
    const { feed, state } = createFeed();
    await feed.push();
    expect(state).not.toHaveBeenCalled();
  });

  it('pushes to a page that shows the state by the way, and has nothing read for it', async () => {
    const { feed, onOpenChange } = createFeed();
    const { port, leave } = createPort('quiet');
    feed.accept(port);
    await vi.waitFor(() => expect(port.postMessage).toHaveBeenCalledExactlyOnceWith(STATE));
    leave();
    expect(onOpenChange).not.toHaveBeenCalled();
  });

  it('knows whether any of its pages can be seen', () => {
    const { feed } = createFeed();
    expect(feed.isSeen()).toBe(false);
    const [panel, quiet] = [createPort(), createPort('quiet')];
    feed.accept(panel.port);
    feed.accept(quiet.port);
    panel.say(false);
    expect(feed.isSeen()).toBe(true);
    quiet.say('anything else');
    expect(feed.isSeen()).toBe(false);
    panel.say(true);
    expect(feed.isSeen()).toBe(true);
    panel.leave();
    expect(feed.isSeen()).toBe(false);
  });

  it('does not serve a port of another name', async () => {
    const { feed, state, onOpenChange } = createFeed();
    feed.accept(createPort('other').port);
    expect([state.mock.calls, onOpenChange.mock.calls]).toEqual([[], []]);
  });
});
