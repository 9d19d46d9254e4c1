import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { answerRequest, type Channel } from '../../lib/messages/bus.ts';
import { pageRequestSchemas, panelRequestSchemas, screenRequestSchemas } from '../../lib/messages/requests.ts';
import { DEFAULT_SETTINGS, editableSettingsSchema } from '../../lib/settings/schema.ts';
import { type FuzzTarget, fuzzTarget } from './fuzz-target.ts';
import { anything, assertPlainWorld, damaged, trapName } from './hostile-data.ts';
import { assertNoSecret, SIP_SECRET } from './planted-secrets.ts';

type AnyChannel = Channel<Record<string, (payload: unknown) => unknown>, null>;

/** Handlers that give back what reached them, and one that fails with a secret in its error. */
function channelOf(schemas: object, failing: string): AnyChannel {
  const handlers = Object.keys(schemas).map((name) => [
    name,
    (payload: unknown) => {
      if (name === failing) throw new Error(`${name} with ${SIP_SECRET} and zq9-0815-geheim`);
      return payload;
    },
  ]);
  return { schemas, handlers: Object.fromEntries(handlers) } as unknown as AnyChannel;
}

const CHANNELS = [
  { channel: channelOf(pageRequestSchemas, 'page.loadEngine'), longest: 1_500 },
  { channel: channelOf(screenRequestSchemas, 'screen.left'), longest: 3_000 },
  // Settings may be as long as their lists; what a page of the extension sends is trusted that far.
  { channel: channelOf(panelRequestSchemas, 'agent.resume'), longest: 2_000_000 },
] as const;

const address = { server: 'https://dialer.example.com', agentPath: '', nonAgentPath: '', allowInsecure: false };
const editable = Object.fromEntries(
  Object.entries(DEFAULT_SETTINGS).filter(([name]) => Object.hasOwn(editableSettingsSchema.entries, name)),
);

/** A payload that is read, for each request that has one worth damaging. */
const PAYLOADS: Readonly<Record<string, unknown>> = {
  'page.dial': { e164: '+14155552671', extension: '12' },
  'page.showNumber': {
    e164: '+14155552671',
    page: { url: 'https://a.example/1', texts: [['#first', 'Ada']], isOnlyNumber: true },
  },
  'page.cancelDial': { id: 'a1' },
  'page.notNumber': { pattern: '###-####' },
  'screen.reading': {
    ...{ kind: 'agentScreen', phase: 'talking', leadId: '12', phoneNumber: '+14155552671', boxes: ['alert'] },
    ...{ alert: { kind: 'other', text: 'x', since: 1 }, isHidden: false, isPolling: true },
  },
  'session.signIn': {
    ...{ ...address, user: 'agent', password: 'x', agentUser: 'agent', region: 'US', dialMethod: 'manual' },
    ...{ statusCredential: { user: 'status', password: 'x' }, pin: '493817' },
  },
  'number.updateLead': { leadId: '12', change: { firstName: 'Ada', email: 'ada@a.example' } },
  'number.dial': { e164: '+14155552671', leadId: '12' },
  'number.preview': { e164: '+14155552671', leadId: '12' },
  'number.recordLead': { e164: '+14155552671' },
  'number.giveNumber': { e164: '+14155552671', leadId: '12' },
  'call.control': { action: 'blindTransfer', number: '14155552671' },
  'call.finish': { status: 'SALE', callback: null, afterCall: 'next' },
  'dial.start': { text: '+1 415 555 2671' },
  'site.enable': { tabId: 1, scope: 'site' },
  'site.remove': { patterns: ['https://a.example/*'] },
  'settings.write': editable,
};

const message = fc.nat(CHANNELS.length - 1).chain((index) => {
  const names = Object.keys(CHANNELS[index]!.channel.schemas);
  const request = fc.constantFrom(...names).chain((name) =>
    fc.record({
      dialside: fc.oneof({ weight: 12, arbitrary: fc.constant(name) }, { weight: 1, arbitrary: trapName }),
      payload: damaged(fc.constant(PAYLOADS[name] ?? null)),
    }),
  );
  return fc.record({ index: fc.constant(index), sent: fc.oneof({ weight: 9, arbitrary: request }, anything) });
});

/** The reply, and whatever was written to the console on the way. */
async function ask(channel: AnyChannel, sent: unknown) {
  const { error } = console;
  const written: unknown[] = [];
  console.error = (...words: unknown[]) => written.push(...words);
  try {
    return { reply: await answerRequest(channel, sent, null), written: written.join(' ') };
  } finally {
    console.error = error;
  }
}

function keepsDial({ e164, extension }: v.InferOutput<(typeof pageRequestSchemas)['page.dial']>): void {
  assert.match(e164, /^\+[1-9][0-9]{5,14}$/);
  if (extension !== null) assert.match(extension, /^[0-9]{1,12}$/);
}

export const MESSAGE_TARGETS: readonly FuzzTarget[] = [
  fuzzTarget('messages', 4000, message, async ({ index, sent }) => {
    const { channel, longest } = CHANNELS[index]!;
    const { reply, written } = await ask(channel, sent);
    assertPlainWorld();
    assertNoSecret(`${written} ${JSON.stringify(reply)}`, 'zq9-0815-geheim');
    if (reply === null) return;
    if ('error' in reply) return assert.match(reply.error, /^(unreadable|failed)$/);
    const name = (sent as { readonly dialside: string }).dialside;
    assert.ok(Object.hasOwn(channel.schemas, name), `${name} was answered`);
    // Read once more it is the same: nothing was let through that would not be.
    assert.deepEqual(v.parse(channel.schemas[name]!, reply.value), reply.value);
    assert.ok(JSON.stringify(reply.value).length <= longest, 'is too long');
    if (name === 'page.dial') keepsDial(v.parse(pageRequestSchemas['page.dial'], reply.value));
  }),
];
