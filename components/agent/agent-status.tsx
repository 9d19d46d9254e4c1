import type { DialView } from '../../lib/agent/dial/dial-view.ts';
import { liveNumberOf } from '../../lib/agent/dial/live-number.ts';
import { situationOf } from '../../lib/agent/state/agent-situation.ts';
import type { AgentState } from '../../lib/agent/state/agent-state.ts';
import { describeAgent, describePhase } from '../../lib/messages/describe.ts';
import type { PauseCode, ScreenView } from '../../lib/messages/panel-state.ts';
import { Elapsed } from '../elapsed.tsx';
import { Facts } from '../facts.tsx';
import { useText, writeNumber } from '../text.tsx';
import { nameOfPause } from './pause-name.ts';

interface AgentStatusProps {
  readonly agent: AgentState;
  /** The newest dial: the number of its call is known in full. */
  readonly dial: DialView | null;
  readonly screen: ScreenView;
  readonly pauseCodes: readonly PauseCode[];
  /** Where a number that VICIdial gives without its calling code is from. */
  readonly region: string;
  /** True while a call card announces the same changes more exactly. */
  readonly quiet: boolean;
}

/** What the agent is doing now, since when, with whom. */
export function AgentStatus({ agent, dial, screen, pauseCodes, region, quiet }: AgentStatusProps) {
  const tools = useText();
  const { t } = tools;
  const situation = situationOf(true, agent, screen);
  const { key, tone } = describeAgent(situation, agent);
  const isKnown = situation === agent.phase || situation === 'pausedWithCode';
  const liveNumber = liveNumberOf(agent, dial);
  const facts = [
    situation === 'lagging' ? t('agentLastKnown', t(describePhase(agent.phase, agent).key)) : '',
    // The call card says it in full.
    liveNumber && !quiet ? t('agentWithNumber', writeNumber(tools, liveNumber, region)) : '',
    agent.campaign ? t('agentCampaign', agent.campaign) : '',
  ].filter(Boolean);
  return (
    <section class="status" data-tone={tone}>
      <span class="dot" />
      <div class="status-words">
        <p class="status-phase" role="status" aria-live={quiet ? 'off' : 'polite'}>
          {t(key)}
          {situation === 'pausedWithCode' && <b>{nameOfPause(agent.pauseCode ?? '', pauseCodes)}</b>}
        </p>
        {facts.length > 0 && (
          <p class="status-facts">
            <Facts facts={facts} />
          </p>
        )}
      </div>
      {isKnown && agent.since > 0 && <Elapsed since={agent.since} label={t('agentTimeInState')} />}
    </section>
  );
}
