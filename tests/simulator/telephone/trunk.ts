import { type Clock, epochSeconds, findLiveAgent, type World } from '../world.ts';
import { type CallPlan, DEFAULT_PLAN } from './call-plan.ts';

export interface OutgoingCall {
  readonly callId: string;
  readonly user: string;
  /** Digits as dialled, with the calling code and without a prefix. */
  readonly number: string;
}

export type CallState = 'ringing' | 'answered' | 'busy';

interface TrunkCall extends OutgoingCall {
  readonly state: CallState;
  readonly cancel: () => void;
}

/** The calls to customers: they ring, are answered, and end, by the plan of the number or by a test's word. */
export interface Trunk {
  setPlan(number: string, plan: Partial<CallPlan>): void;
  setDefaultPlan(plan: Partial<CallPlan>): void;
  dial(call: OutgoingCall): void;
  /** The dialer's side ends the call. */
  hangUp(callId: string): void;
  /** Null when the trunk knows no such call. */
  stateOf(callId: string): CallState | null;
  /** `which` is a number or a call id; without it every ringing call. Returns how many were answered. */
  answer(which?: string): number;
  /** The customer puts the phone down. Returns how many did. */
  hangUpCustomer(which?: string): number;
  calls(): readonly { readonly callId: string; readonly user: string; readonly number: string; state: CallState }[];
  reset(): void;
}

export function createTrunk(world: World, clock: Clock): Trunk {
  const plans = new Map<string, CallPlan>();
  const calls = new Map<string, TrunkCall>();
  let defaultPlan = DEFAULT_PLAN;
  let channels = 0;

  function planOf(number: string): CallPlan {
    for (const [digits, plan] of plans) if (number.endsWith(digits)) return plan;
    return defaultPlan;
  }

  function put(call: OutgoingCall, state: CallState, cancel: () => void = () => {}) {
    calls.set(call.callId, { ...call, state, cancel });
  }

  function ring(call: OutgoingCall) {
    const plan = planOf(call.number);
    put(call, 'ringing', plan.outcome === 'noAnswer' ? undefined : clock.after(plan.ringMs, () => ended(call, plan)));
  }

  function ended(call: OutgoingCall, plan: CallPlan) {
    if (plan.outcome === 'busy') put(call, 'busy');
    else connect(call, plan);
  }

  function connect(call: OutgoingCall, plan: CallPlan) {
    channels += 1;
    const line = { uniqueid: `${epochSeconds(clock)}.${channels}`, channel: `SIP/trunk-${channels}` };
    const row = world.live_calls.find((entry) => entry.callerid === call.callId);
    const agent = findLiveAgent(world, call.user);
    if (row) Object.assign(row, line);
    if (agent?.callerid === call.callId) Object.assign(agent, line);
    const { talkMs } = plan;
    put(call, 'answered', talkMs === null ? undefined : clock.after(talkMs, () => remove(call.callId)));
    world.changed('live_agents', call.user);
  }

  function remove(callId: string) {
    const call = calls.get(callId);
    call?.cancel();
    calls.delete(callId);
    world.live_calls = world.live_calls.filter((row) => row.callerid !== callId);
    world.changed('live_calls', callId);
  }

  function matching(state: CallState | null, which: string | undefined) {
    return [...calls.values()].filter(
      (call) =>
        (state === null || call.state === state) &&
        (which === undefined || call.callId === which || call.number.endsWith(digitsOf(which))),
    );
  }

  return {
    setPlan: (number, plan) => void plans.set(digitsOf(number), { ...defaultPlan, ...plan }),
    setDefaultPlan: (plan) => {
      defaultPlan = { ...defaultPlan, ...plan };
    },
    dial: ring,
    hangUp: remove,
    stateOf: (callId) => calls.get(callId)?.state ?? null,
    answer(which) {
      const ringing = matching('ringing', which);
      for (const call of ringing) {
        call.cancel();
        connect(call, { ...planOf(call.number), outcome: 'answered' });
      }
      return ringing.length;
    },
    hangUpCustomer(which) {
      const connected = matching('answered', which);
      for (const call of connected) remove(call.callId);
      return connected.length;
    },
    calls: () => [...calls.values()].map(({ callId, user, number, state }) => ({ callId, user, number, state })),
    reset() {
      for (const call of calls.values()) call.cancel();
      calls.clear();
      plans.clear();
      defaultPlan = DEFAULT_PLAN;
    },
  };
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '');
}
