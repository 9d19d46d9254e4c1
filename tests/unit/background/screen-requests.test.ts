import { beforeEach, describe, expect, it } from 'vitest';
import { createScreenHandlers } from '../../../lib/background/requests/screen-requests.ts';
import type { ScreenWatch } from '../../../lib/background/status/screen-watch.ts';
import { answerRequest } from '../../../lib/messages/bus.ts';
import { screenRequestSchemas } from '../../../lib/messages/requests.ts';
import type { FrameSender } from '../../../lib/platform/sender.ts';
import { createSessionStore, type SessionStore } from '../../../lib/session/session-store.ts';
import { screenIn } from '../agent/dials.ts';
import { signedInArea } from './rig.ts';

const SCREEN: FrameSender = { tabId: 7, frameId: 0, siteUrl: 'https://dialer.example.com/agc/vicidial.php' };
const { tabId, isOpen, isAlive, isTrusted, ...READING } = screenIn();

let store: SessionStore;
let heard: unknown[];

beforeEach(async () => {
  store = createSessionStore(await signedInArea());
  await store.load();
  heard = [];
});

function say(payload: unknown, sender = SCREEN, name = 'screen.reading') {
  const screens = {
    heard: async (...args: unknown[]) => void heard.push(args),
    gone: async (...args: unknown[]) => void heard.push(args),
  } as unknown as ScreenWatch;
  const channel = { schemas: screenRequestSchemas, handlers: createScreenHandlers({ store, screens }) };
  return answerRequest(channel, { dialside: name, payload }, sender);
}

it('listens to the top frame of the agent screen', async () => {
  expect(await say(READING)).toEqual({ value: true });
  expect(await say(READING, { ...SCREEN, siteUrl: `${SCREEN.siteUrl}?relogin=YES` })).toEqual({ value: true });
  expect(heard).toHaveLength(2);
});

describe('listens to nobody else', () => {
  it.each<[string, Partial<FrameSender>]>([
    ['a frame of the agent screen', { frameId: 3 }],
    ['another page of the dialer', { siteUrl: 'https://dialer.example.com/agc/webphone.php' }],
    ['a page below it', { siteUrl: 'https://dialer.example.com/agc/vicidial.php/evil' }],
    ['another port', { siteUrl: 'https://dialer.example.com:8443/agc/vicidial.php' }],
    ['another scheme', { siteUrl: 'http://dialer.example.com/agc/vicidial.php' }],
    ['another site', { siteUrl: 'https://dialer.example.com.evil.example/agc/vicidial.php' }],
    ['a page without an address', { siteUrl: '' }],
  ])('%s', async (_, changes) => {
    expect(await say(READING, { ...SCREEN, ...changes })).toEqual({ value: false });
    expect(await say(null, { ...SCREEN, ...changes }, 'screen.left')).toEqual({ value: null });
    expect(heard).toEqual([]);
  });

  it('the screen itself, once signed out', async () => {
    await store.clear();
    expect(await say(READING)).toEqual({ value: false });
    expect(heard).toEqual([]);
  });
});

describe('reads what it hears as if an enemy had written it', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a kind there is not', { ...READING, kind: 'administrator' }],
    ['a phase the page cannot show', { ...READING, phase: 'notLoggedIn' }],
    ['a lead id with more than digits', { ...READING, leadId: "2001' OR 1" }],
    ['a number that is none', { ...READING, phoneNumber: 'javascript:alert(1)' }],
    ['a calling code that is none', { ...READING, callingCode: '+1' }],
    ['a long name', { ...READING, customerName: 'x'.repeat(81) }],
    ['a name that is no text', { ...READING, customerName: 7 }],
    ['a box there is not', { ...READING, boxes: ['constructor'] }],
    ['more boxes than there are', { ...READING, boxes: Array(9).fill('alert') }],
    ['a long message', { ...READING, alert: { kind: 'other', text: 'x'.repeat(201), since: 1 } }],
    ['a message at no time', { ...READING, alert: { kind: 'other', text: '', since: Number.NaN } }],
    ['a message that is no text', { ...READING, alert: { kind: 'other', text: { toString: 1 }, since: 1 } }],
  ])('%s is not read', async (_, payload) => {
    expect(await say(payload)).toEqual({ error: 'unreadable' });
    expect(heard).toEqual([]);
  });

  it('calling code and name are read where the page shows them', async () => {
    await say({ ...READING, callingCode: '49', customerName: 'Erika Muster' });
    expect(heard).toMatchObject([[{ callingCode: '49', customerName: 'Erika Muster' }, expect.anything()]]);
  });

  it('what is none of its fields is dropped', async () => {
    await say({ ...READING, password: 'agentpass' });
    expect(JSON.stringify(heard)).not.toContain('agentpass');
    expect(heard).toHaveLength(1);
  });
});
