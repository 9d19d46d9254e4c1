import { isCalledFromRecord } from '../../agent/call/call-needs.ts';
import type { FollowedCall } from '../../agent/call/followed-call.ts';
import { pageAddress } from '../../crm/pages/page-address.ts';
import { popFor, type ScreenPop } from '../../crm/pages/page-rules.ts';
import type { PopWay } from '../../messages/protocol.ts';
import type { CallPop } from '../../session/call-pages.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { Settings } from '../../settings/schema.ts';
import type { CallLeads } from './call-leads.ts';
import { needsLead, pageValues } from './page-values.ts';

/**
 * A call tells its campaign, in-group and lead over its first readings, of which the second comes within this. What is not known
 * by then is taken for not known.
 */
const SETTLED_MS = 2_500;

export interface ScreenPopDeps {
  readonly store: SessionStore;
  readonly settings: { read(): Promise<Pick<Settings, 'screenPops' | 'popWay'>> };
  readonly leads: CallLeads;
  /** Shows the page to the agent. */
  readonly open: (address: string, way: PopWay) => Promise<void>;
  /** Tells an agent who looks elsewhere that a click opens the record. */
  readonly offer: () => Promise<void>;
  /** What was offered is open, or its call is over. */
  readonly withdraw: () => Promise<void>;
  readonly now: () => number;
  /** Has {@link ScreenPops.look} called again after `ms`. */
  readonly lookAgain: (ms: number) => void;
}

export interface ScreenPops {
  /** Opens or offers the record of the call that is on, once for each call, as soon as enough of it is known. */
  look(): Promise<void>;
  /** Opens the record that is offered, for the agent's click; nothing where there is none any more. */
  openOffered(): Promise<void>;
}

/** Opens the CRM's record of the agent's call: stored before it takes effect, so that no worker's death opens it twice. */
export function createScreenPops(deps: ScreenPopDeps): ScreenPops {
  const { store, settings, leads, now } = deps;

  const keep = async (pop: CallPop | null) => {
    const wasOffered = store.current().pop?.step === 'offered';
    const isStored = await store.keep({ pop });
    if (wasOffered && pop?.step !== 'offered') await deps.withdraw();
    return isStored;
  };

  const showMissing = async ({ startedAt }: FollowedCall, field: string) => {
    const { pop } = store.current();
    const isTold = pop?.callStartedAt === startedAt && pop.step === 'missing' && pop.field === field;
    if (!isTold) await keep({ callStartedAt: startedAt, step: 'missing', field });
  };

  const addressFor = async (call: FollowedCall, { template }: ScreenPop) => {
    const { connection } = store.current();
    const sources = { agentUser: connection?.agentUser ?? '', lead: null };
    const values = pageValues(call.facts, sources);
    if (!needsLead(template, values)) return pageAddress(template, values);
    const lead = await leads.of(call);
    return pageAddress(template, pageValues(call.facts, { ...sources, lead }));
  };

  const popUp = async (call: FollowedCall, rule: ScreenPop, way: PopWay, isSettled: boolean) => {
    const address = await addressFor(call, rule);
    // Over meanwhile, or another call's turn.
    if (store.current().followedCall?.startedAt !== call.startedAt || isDone(store.current().pop, call)) return;
    if (!address.ok) {
      if (isSettled) await showMissing(call, 'field' in address.failure ? address.failure.field : address.failure.code);
      return;
    }
    const pop = { callStartedAt: call.startedAt, address: address.value };
    const isStored = await keep({ ...pop, step: way === 'onClick' ? 'offered' : 'opened' });
    if (way === 'onClick') return deps.offer();
    // A worker that died now would open it once more: it is left to a click.
    if (isStored) await deps.open(address.value, way);
    else await keep({ ...pop, step: 'offered' });
  };

  return {
    async look() {
      const { followedCall: call, pop, dial } = store.current();
      if (!call) {
        if (pop) await keep(null);
        return;
      }
      if (call.call.inWrapUp || isDone(pop, call)) return;
      // The agent has the record before him: he called from there.
      if (isCalledFromRecord(dial)) return void (await keep({ callStartedAt: call.startedAt, step: 'none' }));
      const { screenPops, popWay } = await settings.read();
      const leftMs = call.startedAt + SETTLED_MS - now();
      const isSettled = leftMs <= 0 || leftMs > SETTLED_MS;
      if (!isSettled) deps.lookAgain(leftMs);
      const { campaign = null, ingroup = null } = call.facts;
      if (!isSettled && isUndecided(screenPops, campaign, ingroup)) return;
      const rule = popFor(screenPops, { campaign, ingroup });
      if (rule) await popUp(call, rule, popWay, isSettled);
    },
    async openOffered() {
      const { pop } = store.current();
      if (pop?.step !== 'offered' && pop?.step !== 'opened') return;
      await keep({ ...pop, step: 'opened' });
      await deps.open(pop.address, 'onClick');
    },
  };
}

function isDone(pop: CallPop | null, { startedAt }: FollowedCall): boolean {
  return pop?.callStartedAt === startedAt && pop.step !== 'missing';
}

/** Some rule asks for what is not known yet: a later one must not take its call. */
function isUndecided(pops: readonly ScreenPop[], campaign: string | null, ingroup: string | null): boolean {
  return pops.some(
    ({ campaigns, ingroups }) =>
      (campaign === null && campaigns.length > 0) || (ingroup === null && ingroups.length > 0),
  );
}
