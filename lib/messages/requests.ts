import * as v from 'valibot';
import { MOST_LISTED } from '../agent/list/dial-list.ts';
import type { ScreenAlertKind, ScreenBox, ScreenKind, ScreenPhase } from '../agent/state/screen-reading.ts';
import { editableSettingsSchema, siteModeSchema } from '../settings/schema.ts';
import { callbackSchema, callControlSchema, finishSchema } from './call-control.ts';
import { leadChangeSchema, newLeadSchema } from './number-details.ts';
import type { PageRequests, ScreenRequests } from './page-protocol.ts';
import { pinWeakness } from './pin-weakness.ts';
import type { PanelRequests } from './protocol.ts';
import { SHORTEST_PIN } from './shortest-pin.ts';
import {
  altUrlChangeSchema,
  altUrlQuestionSchema,
  campaignCallsSchema,
  campaignChangeSchema,
  doNotCallChangeSchema,
  doNotCallLookSchema,
  figuresSchema,
  hopperSchema,
  inSession,
  leadQuestionSchema,
  queuesSchema,
} from './supervisor.ts';

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
const e164 = v.pipe(v.string(), v.regex(/^\+[1-9]\d{5,14}$/));
const leadId = v.pipe(v.string(), v.regex(/^\d{1,10}$/));
const tab = v.pipe(v.number(), v.integer(), v.minValue(0));
const address = { server: text(2_000), agentPath: text(200), nonAgentPath: text(200), allowInsecure: v.boolean() };
const pin = v.pipe(v.string(), v.minLength(SHORTEST_PIN), v.maxLength(64));
// An old one that is weak still opens what it has sealed.
const newPin = v.pipe(
  pin,
  v.check((text) => pinWeakness(text) === null),
);
const pageNumber = { e164, extension: v.nullable(v.pipe(v.string(), v.regex(/^\d{1,12}$/))) };
const page = v.object({
  url: text(4_096),
  texts: v.pipe(v.array(v.strictTuple([text(300), text(1_000)])), v.maxLength(50)),
  isOnlyNumber: v.exactOptional(v.boolean()),
});
const signInSchema = v.object({
  ...address,
  user: text(100),
  password: text(200),
  agentUser: text(100),
  region: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  dialMethod: v.picklist(['unknown', 'manual', 'autoDial']),
  statusCredential: v.nullable(v.object({ user: text(100), password: text(200) })),
  relay: v.exactOptional(text(200)),
  pin: v.nullable(newPin),
});
const siteChange = v.object({ tabId: tab, scope: v.picklist(['site', 'all']) });

/** What each request of a content script has to look like. The page's compromise must not become the background's. */
export const pageRequestSchemas: Schemas<PageRequests> = {
  'page.start': nothing,
  'page.loadEngine': nothing,
  'page.dial': v.object({
    ...pageNumber,
    page: v.exactOptional(page),
    around: v.exactOptional(v.pipe(v.array(text(300)), v.maxLength(50))),
  }),
  'page.lookUp': v.object({ e164 }),
  'page.showNumber': v.object({ e164, page: v.exactOptional(page) }),
  'page.cancelDial': v.object({ id }),
  'page.numbers': v.object({ numbers: v.pipe(v.array(v.object(pageNumber)), v.maxLength(MOST_LISTED)) }),
  'page.pickStarted': nothing,
  'page.recordPicked': v.object({
    url: text(4_096),
    text: text(1_000),
    selector: v.nullable(text(300)),
    isMeant: v.boolean(),
  }),
  'page.pickEnded': nothing,
  'page.notNumber': v.object({ pattern: v.pipe(text(160), v.minLength(1)) }),
};

/** A literal of a union; the record names every member, so that a forgotten one is a type error. */
const oneOf = <T extends string>(members: Readonly<Record<T, null>>) => v.picklist(Object.keys(members) as T[]);

const screenKind = oneOf<ScreenKind>({
  phoneLogin: null,
  campaignLogin: null,
  agentScreen: null,
  loggedOut: null,
  disabled: null,
  unrecognised: null,
});
const screenPhase = oneOf<ScreenPhase>({
  paused: null,
  ready: null,
  previewing: null,
  dialling: null,
  talking: null,
  customerGone: null,
  wrapUp: null,
});
const screenBox = oneOf<ScreenBox>({
  pauseCode: null,
  emptySession: null,
  groupAlias: null,
  dialInGroup: null,
  customerGone: null,
  disposition: null,
  alert: null,
  systemDisabled: null,
});
const screenAlertKind = oneOf<ScreenAlertKind>({
  dnc: null,
  lists: null,
  callTime: null,
  alreadyInCall: null,
  dialTimedOut: null,
  other: null,
});
const digits = v.pipe(v.string(), v.regex(/^[\d+]{0,20}$/));

/** What each request of the agent screen's page has to look like: enumerations, digits, names and bounded plain texts. */
export const screenRequestSchemas: Schemas<ScreenRequests> = {
  'screen.reading': v.object({
    kind: screenKind,
    phase: v.nullable(screenPhase),
    leadId: digits,
    phoneNumber: digits,
    user: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w.-]{0,20}$/))),
    callingCode: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{0,3}$/))),
    customerName: v.exactOptional(text(80)),
    vendorLeadCode: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w.-]{0,20}$/))),
    campaign: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]{0,20}$/))),
    ingroup: v.exactOptional(text(80)),
    boxes: v.pipe(v.array(screenBox), v.maxLength(8)),
    alert: v.nullable(
      v.object({
        kind: screenAlertKind,
        text: text(200),
        since: v.pipe(v.number(), v.integer(), v.minValue(0)),
      }),
    ),
    isHidden: v.boolean(),
    isPolling: v.boolean(),
    isSessionLost: v.exactOptional(v.literal(true)),
  }),
  'screen.left': nothing,
};

/** What each request of an extension page has to look like. */
export const panelRequestSchemas: Schemas<PanelRequests> = {
  'panel.state': nothing,
  'session.signIn': signInSchema,
  'session.unlock': v.object({ pin, allowInsecure: v.boolean() }),
  'session.forget': nothing,
  'session.signOut': nothing,
  'session.erase': nothing,
  'session.wipe': nothing,
  'agent.refresh': nothing,
  'agent.pause': v.object({ pauseCode: v.nullable(text(6)) }),
  'agent.resume': nothing,
  'agent.hangUp': nothing,
  'call.control': callControlSchema,
  'call.finish': finishSchema,
  'call.recording': nothing,
  'call.queueCount': nothing,
  'call.openRecord': nothing,
  'dial.start': v.object({ text: text(2_000) }),
  'dial.confirm': v.object({ id, confirmed: v.boolean() }),
  'dial.cancel': v.object({ id }),
  'dial.showQuestion': nothing,
  'list.collect': v.object({ tabId: tab }),
  'list.dialNext': v.object({ e164 }),
  'list.change': v.object({ e164, to: v.picklist(['waiting', 'skipped', 'removed']) }),
  'list.clear': nothing,
  'number.show': v.object({ e164 }),
  'number.about': v.object({ key: id }),
  'number.verdict': v.object({ e164 }),
  'number.leads': v.object({ e164 }),
  'number.calls': v.object({ e164 }),
  'number.callbacks': v.object({ leadId }),
  'number.recordings': v.object({ leadId }),
  'number.dial': v.object({ e164, leadId: v.nullable(leadId) }),
  'number.preview': v.object({ e164, leadId }),
  'number.recordLead': v.object({ e164 }),
  'number.giveNumber': v.object({ e164, leadId }),
  'number.rights': nothing,
  'number.listDoNotCall': v.object({ e164, campaign: v.nullable(v.string()) }),
  'number.planCallback': v.object({ leadId, callback: callbackSchema }),
  'number.addLead': v.object({ e164, lead: newLeadSchema }),
  'number.updateLead': v.object({ leadId, change: leadChangeSchema }),
  'number.removeCallbacks': v.object({ leadId }),
  'webphone.open': v.object({ allowHost: v.nullable(text(253)) }),
  'webphone.ringMe': nothing,
  'webphone.microphoneHeard': nothing,
  'webphone.phoneHeard': nothing,
  'webphone.takeUrl': nothing,
  'screen.show': nothing,
  'site.state': v.object({ tabId: tab }),
  'site.enable': siteChange,
  'site.disable': siteChange,
  'site.setMode': v.object({ tabId: tab, mode: v.nullable(siteModeSchema) }),
  'site.findOnce': v.object({ tabId: tab }),
  'site.add': v.object({ address: text(2_000) }),
  'site.list': nothing,
  'site.remove': v.object({ patterns: v.pipe(v.array(text(300)), v.maxLength(2)) }),
  'settings.read': nothing,
  'settings.write': editableSettingsSchema,
  'settings.areForgotten': nothing,
  'settings.policy': nothing,
  'server.find': v.object({ server: address.server, allowInsecure: address.allowInsecure }),
  'setUp.check': v.nullable(signInSchema),
  'supervisor.state': nothing,
  'supervisor.signIn': signInSchema,
  'supervisor.signOut': inSession(nothing),
  'supervisor.agents': inSession(nothing),
  'supervisor.campaigns': inSession(nothing),
  'supervisor.queues': inSession(queuesSchema),
  'supervisor.hopper': inSession(hopperSchema),
  'supervisor.figures': inSession(figuresSchema),
  'supervisor.campaignCalls': inSession(campaignCallsSchema),
  'supervisor.doNotCall': inSession(doNotCallLookSchema),
  'supervisor.changeDoNotCall': inSession(doNotCallChangeSchema),
  'supervisor.altUrls': inSession(altUrlQuestionSchema),
  'supervisor.changeAltUrl': inSession(altUrlChangeSchema),
  'supervisor.leads': inSession(leadQuestionSchema),
  'supervisor.changeCampaign': inSession(campaignChangeSchema),
};
