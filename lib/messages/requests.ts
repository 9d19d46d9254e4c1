import * as v from 'valibot';
import { editableSettingsSchema } from '../settings/schema.ts';
import type { PageRequests, PanelRequests } from './protocol.ts';

/** The payload type of each request of a protocol; `null` for those without. */
export type PayloadOf<R, K extends keyof R> = R[K] extends (payload: infer P) => unknown
  ? unknown extends P
    ? null
    : P
  : never;

type Schemas<R> = { readonly [K in keyof R]: v.GenericSchema<unknown, PayloadOf<R, K>> };

const nothing = v.null();
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const id = text(64);
const tab = v.pipe(v.number(), v.integer(), v.minValue(0));
const address = { server: text(2_000), agentPath: text(200), nonAgentPath: text(200), allowInsecure: v.boolean() };
const siteChange = v.object({ tabId: tab, scope: v.picklist(['site', 'all']) });

/** What each request of a content script has to look like. The page's compromise must not become the background's. */
export const pageRequestSchemas: Schemas<PageRequests> = {
  'page.start': nothing,
  'page.loadEngine': nothing,
  'page.dial': v.object({
    e164: v.pipe(v.string(), v.regex(/^\+[1-9]\d{5,14}$/)),
    extension: v.nullable(v.pipe(v.string(), v.regex(/^\d{1,12}$/))),
  }),
  'page.cancelDial': v.object({ id }),
};

/** What each request of an extension page has to look like. */
export const panelRequestSchemas: Schemas<PanelRequests> = {
  'panel.state': nothing,
  'session.probe': v.object(address),
  'session.signIn': v.object({
    ...address,
    user: text(100),
    password: text(200),
    agentUser: text(100),
    region: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
    dialMethod: v.picklist(['unknown', 'manual', 'autoDial']),
    statusCredential: v.nullable(v.object({ user: text(100), password: text(200) })),
  }),
  'session.signOut': nothing,
  'agent.refresh': nothing,
  'agent.pause': v.object({ pauseCode: v.nullable(text(6)) }),
  'agent.resume': nothing,
  'agent.hangUp': nothing,
  'dial.start': v.object({ text: text(2_000) }),
  'dial.confirm': v.object({ id, confirmed: v.boolean() }),
  'dial.cancel': v.object({ id }),
  'webphone.open': v.object({ allowHost: v.nullable(text(253)) }),
  'webphone.ringMe': nothing,
  'webphone.takeUrl': nothing,
  'screen.show': nothing,
  'site.state': v.object({ tabId: tab }),
  'site.enable': siteChange,
  'site.disable': siteChange,
  'site.findOnce': v.object({ tabId: tab }),
  'settings.read': nothing,
  'settings.write': editableSettingsSchema,
};
