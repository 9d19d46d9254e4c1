import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TextTools } from '../../components/text.tsx';
import { createCommands } from '../../entrypoints/supervisor/commands.ts';
import { createLiveReadings } from '../../entrypoints/supervisor/live-readings.ts';
import { createShownLogin } from '../../entrypoints/supervisor/shown-login.ts';
import type { sendPanel } from '../../lib/messages/panel-client.ts';
import type { InSession, QueuesRequest, SupervisorState } from '../../lib/messages/supervisor.ts';
import { fail, ok } from '../../lib/result.ts';

const signedIn = (session: string): SupervisorState => ({
  ...{ status: 'signedIn', session, server: 'https://dialer.example.com', user: `boss ${session}` },
});
const SIGNED_OUT: SupervisorState = { status: 'signedOut', server: '' };
const isShown = (state: SupervisorState, asked: unknown) =>
  state.status === 'signedIn' && state.session === (asked as InSession<null>).session;
const REFUSED = fail({ code: 'vicidial', failure: { code: 'badCredentials' } } as const);

/** A background whose answers are given by hand, each to the oldest question of its name. */
function createPage(state: SupervisorState = signedIn('a')) {
  const open: { readonly name: string; readonly asked: unknown; answer(value: unknown): void }[] = [];
  let now = state;
  const send = vi.fn((name: string, asked?: unknown) => {
    if (name === 'supervisor.signOut' && isShown(now, asked)) now = SIGNED_OUT;
    if (name === 'supervisor.state') return Promise.resolve(now);
    if (name === 'supervisor.signOut') return Promise.resolve(null);
    return new Promise((answer) => open.push({ name, asked, answer }));
  });
  const sent = send as unknown as typeof sendPanel;
  const login = createShownLogin({} as TextTools, (session) => live.begin(session), sent);
  const live = createLiveReadings(login, sent);
  return {
    ...{ login, live, send, commands: createCommands(login, sent) },
    asked: (name: string) => send.mock.calls.filter(([one]) => one === name).map(([, asked]) => asked),
    become: (next: SupervisorState) => {
      now = next;
    },
    async answer(name: string, value: unknown) {
      const at = open.findIndex((one) => one.name === name);
      open.splice(at, 1)[0]?.answer(value);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

const agentOf = (user: string) => ({ user, userGroup: `GROUP-${user}` });
const rowOf = (name: string) => ({ name });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a background that does not answer', () => {
  it('is told of in what it was asked for, until it answers again', async () => {
    const { login, live, send, answer } = createPage();
    await login.read();
    await answer('supervisor.agents', ok([agentOf('1000')]));
    await answer('supervisor.campaigns', ok([{ id: 'TESTCAMP' }]));
    send.mockImplementation(() => Promise.reject(new Error('No worker')));
    await live.readCampaigns();
    expect(live.campaigns.value).toMatchObject({ rows: [{ id: 'TESTCAMP' }], problem: { code: 'noAnswer' } });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(live.agents.value).toMatchObject({ rows: [agentOf('1000')], problem: { code: 'noAnswer' } });
    send.mockImplementation(async () => ok([{ id: 'QCAMP' }]));
    await live.readCampaigns();
    expect(live.campaigns.value).toMatchObject({ rows: [{ id: 'QCAMP' }], problem: null });
  });
});

describe('what was read for one sign-in', () => {
  it('is not shown when it comes after that has ended', async () => {
    const { login, live, answer } = createPage();
    await login.read();
    await answer('supervisor.agents', ok([agentOf('1000')]));
    void live.watch(['SALESLINE']);
    await login.signOut();
    expect(live.agents.value.rows).toBeNull();
    await answer('supervisor.campaigns', ok([{ id: 'TESTCAMP' }]));
    await answer('supervisor.queues', ok([rowOf('GROUP-1000')]));
    await answer('supervisor.queues', ok([rowOf('SALESLINE')]));
    const { agents, campaigns, ingroups, userGroups } = live;
    expect([agents, campaigns, ingroups, userGroups].map(({ value }) => value.rows)).toEqual([null, null, null, null]);
  });

  it('is forgotten when its login is refused, and the form says why', async () => {
    const { login, live, answer, become, asked } = createPage();
    await login.read();
    await answer('supervisor.agents', ok([agentOf('1000')]));
    await answer('supervisor.campaigns', ok([{ id: 'TESTCAMP' }]));
    become(SIGNED_OUT);
    await answer('supervisor.queues', REFUSED);
    expect(login.state.value).toEqual(SIGNED_OUT);
    expect(login.refused.value?.key).toBe('failServiceCredentials');
    expect([live.agents.value.rows, live.campaigns.value.rows]).toEqual([null, null]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked('supervisor.agents')).toHaveLength(1);
  });

  it('gives way at once to another that was begun in another page', async () => {
    const { login, live, answer, become, asked } = createPage();
    await login.read();
    await answer('supervisor.agents', ok([agentOf('1000')]));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(asked('supervisor.agents')).toHaveLength(2);
    become(signedIn('b'));
    await answer('supervisor.campaigns', fail({ code: 'notSignedIn' }));
    expect(login.state.value).toEqual(signedIn('b'));
    expect(login.refused.value).toBeNull();
    expect(live.agents.value.rows).toBeNull();
    expect(asked('supervisor.agents').at(-1)).toEqual({ session: 'b', question: null });
    // Of the one before, whose question was still open.
    await answer('supervisor.agents', ok([agentOf('1000')]));
    expect(live.agents.value.rows).toBeNull();
    await answer('supervisor.agents', ok([agentOf('2000')]));
    expect(live.agents.value.rows).toEqual([agentOf('2000')]);
  });

  it('ends by its own sign-out alone, which leaves another in another page', async () => {
    const { login, become } = createPage();
    await login.read();
    become(signedIn('b'));
    await login.signOut();
    expect(login.state.value).toEqual(signedIn('b'));
    await login.signOut();
    expect(login.state.value).toEqual(SIGNED_OUT);
  });

  it('ends nothing of the next, also where it failed', async () => {
    const { login, answer, become } = createPage();
    await login.read();
    await login.signOut();
    become(signedIn('b'));
    await login.read();
    await answer('supervisor.agents', REFUSED);
    expect(login.state.value).toEqual(signedIn('b'));
    become(SIGNED_OUT);
    expect(await login.isStillIn(REFUSED, 'a')).toBe(false);
    expect(login.refused.value).toBeNull();
  });
});

it('in-groups that are watched no more are not shown when their counts come', async () => {
  const { login, live, answer, asked } = createPage();
  await login.read();
  void live.watch(['SALESLINE']);
  void live.watch(['SUPPORT']);
  await answer('supervisor.queues', ok([rowOf('SALESLINE')]));
  expect(live.ingroups.value.rows).toBeNull();
  await answer('supervisor.queues', ok([rowOf('SUPPORT')]));
  expect(live.ingroups.value.rows).toEqual([rowOf('SUPPORT')]);
  expect((asked('supervisor.queues') as InSession<QueuesRequest>[]).map(({ question }) => question.names)).toEqual([
    ['SALESLINE'],
    ['SUPPORT'],
  ]);
});

it('what the dialer refused is told as that, also where nobody says who is signed in now', async () => {
  const { login, commands, live, answer, send } = createPage();
  await login.read();
  const campaign = { campaign: 'TESTCAMP', kind: 'active', active: false } as const;
  const changed = commands.changeCampaign(campaign);
  send.mockImplementation(() => Promise.reject(new Error('The background cannot be reached')));
  await answer('supervisor.changeCampaign', REFUSED);
  expect(await changed).toEqual(REFUSED);
  // The list is read again before the answer is told.
  await expect(live.readCampaigns()).resolves.toBeUndefined();
});
