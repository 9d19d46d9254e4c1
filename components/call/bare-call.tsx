import type { AgentState } from '../../lib/agent/state/agent-state.ts';
import { isOnCall } from '../../lib/agent/state/pending-command.ts';
import { describePhase } from '../../lib/messages/describe.ts';
import type { PendingCommand } from '../../lib/messages/panel-state.ts';
import { useScreenLabel } from '../screen-seen.ts';
import { useText, writeNumber } from '../text.tsx';
import { HangUpButton } from './hang-up-button.tsx';

export interface BareCallProps {
  readonly agent: AgentState;
  /** Where a number that VICIdial gives without its calling code is from. */
  readonly region: string;
  readonly pending: PendingCommand | null;
  readonly onHangUp: () => void;
  readonly onShowScreen: () => void;
}

/** A call that Dialside did not dial, one that came in, a preview, the wrap-up of another: what its card says. */
export function BareCall({ agent, region, pending, onHangUp, onShowScreen }: BareCallProps) {
  const tools = useText();
  const { t } = tools;
  const screenLabel = useScreenLabel();
  const { key } = describePhase(agent.phase, agent);
  const number = agent.phoneNumber && writeNumber(tools, agent.phoneNumber, region);
  return (
    <div class="call-foot">
      {/* The agent's status above announces the same. */}
      <p class="call-stage">
        <span class="dot" />
        {agent.mayBeWrapUp ? t('phaseMayBeWrapUp') : <Who name={agent.customerName} number={number} or={t(key)} />}
      </p>
      {(agent.phase === 'wrapUp' || agent.mayBeWrapUp) && (
        <button type="button" class="button small wrap-up-screen" onClick={onShowScreen}>
          {screenLabel}
        </button>
      )}
      {isOnCall(agent.phase) && <HangUpButton pending={pending} onHangUp={onHangUp} />}
    </div>
  );
}

interface WhoProps {
  readonly name: string | null;
  readonly number: string | null;
  readonly or: string;
}

/**
 * Name and number of the customer, the number never broken between two lines, and no sign between them left at the end of one.
 * Each is read in its own direction: after an Arabic name the groups of a number would change places.
 */
function Who({ name, number, or }: WhoProps) {
  if (!number) return <bdi>{name ?? or}</bdi>;
  return (
    <span>
      {name && <bdi class="caller">{name}</bdi>}{' '}
      <bdi class="unbroken" dir="ltr">
        {number}
      </bdi>
    </span>
  );
}
