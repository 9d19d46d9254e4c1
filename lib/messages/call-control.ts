import * as v from 'valibot';
import { INGROUP_ID } from '../vicidial/ingroup-id.ts';

// api.md 7.9: digits, star and hash; a comma stands for a second of silence.
const tones = v.pipe(v.string(), v.regex(/^[\d*#,]{1,40}$/));
// A plus says that the country's code stands in front.
const number = v.pipe(v.string(), v.regex(/^\+?\d{2,16}$/));
const ingroup = v.pipe(v.string(), v.regex(INGROUP_ID));

// Compared, and used for nothing else.
const meant = v.object({
  inWrapUp: v.boolean(),
  phoneNumber: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  leadId: v.exactOptional(v.pipe(v.string(), v.maxLength(20))),
});

/** One command for the running call, as an extension page sends it. */
export const callControlSchema = v.variant('action', [
  v.object({
    action: v.picklist(['park', 'grab', 'leaveThreeWay', 'hangUpThird', 'previewDial', 'previewSkip', 'logOut']),
  }),
  v.object({
    action: v.picklist(['startRecording', 'stopRecording']),
    /** The call that was shown when the agent asked for it. */
    meant: v.exactOptional(meant),
  }),
  v.object({
    action: v.picklist(['blindTransfer', 'threeWay']),
    number,
    /** The agent has been asked about this number, and wants it. */
    confirmed: v.exactOptional(v.literal(true)),
    /** The call that he was asked about it in. */
    meant: v.exactOptional(meant),
  }),
  v.object({
    action: v.literal('previewAlternative'),
    /** The number, in E.164, that the agent has been asked about. */
    number: v.exactOptional(number),
    /** He wants it. */
    confirmed: v.exactOptional(v.literal(true)),
    /** The lead that he was asked about it on. */
    meant: v.exactOptional(meant),
  }),
  v.object({
    action: v.literal('pushFields'),
    /** The dial whose page was shown to say what is written. */
    dialId: v.pipe(v.string(), v.maxLength(64)),
    /** The call that it was shown for. */
    meant,
  }),
  v.object({ action: v.literal('ingroupTransfer'), ingroup }),
  v.object({ action: v.literal('dtmf'), tones }),
]);

export type CallControlRequest = v.InferOutput<typeof callControlSchema>;

/** Calls another number of the lead on preview, which VICIdial is not told. */
export type AlternativeRequest = Extract<CallControlRequest, { readonly action: 'previewAlternative' }>;

/** A command that calls a number. */
export type NumberedRequest =
  | Extract<CallControlRequest, { readonly number: string }>
  | (AlternativeRequest & { readonly number: string });

/** A call-back of an agent's. `at` is the dialer's local time. */
export const callbackSchema = v.object({
  at: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)),
  type: v.picklist(['USERONLY', 'ANYONE']),
  comments: v.pipe(v.string(), v.maxLength(200)),
});

export type AgentCallback = v.InferOutput<typeof callbackSchema>;

/** Ends the call with a disposition. */
export const finishSchema = v.object({
  status: v.pipe(v.string(), v.regex(/^[\w-]{1,6}$/)),
  callback: v.nullable(callbackSchema),
  afterCall: v.picklist(['stayPaused', 'next']),
  /** The call that the agent decided about. */
  meant: v.exactOptional(meant),
  pauseCode: v.exactOptional(v.nullable(v.pipe(v.string(), v.regex(/^[\w-]{1,6}$/)))),
});

export type FinishRequest = v.InferOutput<typeof finishSchema>;
