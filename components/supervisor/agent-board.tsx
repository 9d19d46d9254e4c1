import type { LoggedInAgent } from '../../lib/messages/supervisor.ts';
import { useText } from '../text.tsx';
import { type AgentGroup, groupAgents } from './agent-groups.ts';

/** Who does what now: how many in each state, as bars, and each agent by name. */
export function AgentBoard({ agents }: { readonly agents: readonly LoggedInAgent[] }) {
  const { t } = useText();
  const groups = groupAgents(agents);
  if (agents.length === 0) return <p class="hint">{t('supervisorNobody')}</p>;
  return (
    <>
      <table class="bars">
        <caption>{t('supervisorStates')}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{t('supervisorState')}</th>
            <th scope="col">{t('supervisorCount')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ phase, key, tone, agents: inPhase }) => (
            <tr key={phase} data-tone={tone}>
              <th scope="row">{t(key)}</th>
              <td>
                <span>{inPhase.length}</span>
                <Bar share={inPhase.length / agents.length} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table class="rows-table">
        <caption class="unseen">{t('supervisorAgents')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('supervisorAgent')}</th>
            <th scope="col">{t('supervisorState')}</th>
            <th scope="col">{t('supervisorCampaign')}</th>
            <th scope="col">{t('supervisorGroup')}</th>
            <th scope="col">{t('supervisorCalls')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.flatMap((group) => group.agents.map((agent) => <AgentRow key={agent.user} {...{ group, agent }} />))}
        </tbody>
      </table>
    </>
  );
}

/** Decoration: the number beside it says the same. */
function Bar({ share }: { readonly share: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={Math.max(1, share * 100)} height="10" rx="1" />
    </svg>
  );
}

function AgentRow({ group, agent }: { readonly group: AgentGroup; readonly agent: LoggedInAgent }) {
  const { t } = useText();
  return (
    <tr data-tone={group.tone}>
      <th scope="row">
        <bdi>{agent.fullName}</bdi>{' '}
        <small>
          <bdi>{agent.user}</bdi>
        </small>
      </th>
      <td class="state">
        <span class="dot" /> {t(group.key)}
        {group.phase === 'paused' && agent.pauseCode !== '' && ` · ${agent.pauseCode}`}
      </td>
      <td>{agent.campaign}</td>
      <td>{agent.userGroup}</td>
      <td class="number">{agent.callsToday}</td>
    </tr>
  );
}
