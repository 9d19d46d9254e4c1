import type { LoggedInAgent } from '../../lib/messages/supervisor.ts';
import { useText } from '../text.tsx';
import { type AgentGroup, groupAgents } from './agent-groups.ts';
import { Bar } from './bar.tsx';
import { DataTable, Named } from './data-table.tsx';

/** Who does what now: how many in each state, as bars, and each agent by name. */
export function AgentBoard({ agents }: { readonly agents: readonly LoggedInAgent[] }) {
  const { t } = useText();
  const groups = groupAgents(agents);
  const stateOf = ({ group: { phase, key }, agent }: { readonly group: AgentGroup; readonly agent: LoggedInAgent }) => (
    <>
      <span class="dot" /> {t(key)}
      {phase === 'paused' && agent.pauseCode !== '' && ` · ${agent.pauseCode}`}
    </>
  );
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
      <DataTable
        caption={t('supervisorAgents')}
        rows={groups.flatMap((group) => group.agents.map((agent) => ({ group, agent })))}
        keyOf={({ agent }) => agent.user}
        toneOf={({ group }) => group.tone}
        columns={[
          { label: t('supervisorAgent'), cell: ({ agent }) => <Named name={agent.fullName} id={agent.user} /> },
          { label: t('supervisorState'), kind: 'state', cell: stateOf },
          { label: t('supervisorCampaign'), cell: ({ agent }) => agent.campaign },
          { label: t('supervisorGroup'), cell: ({ agent }) => agent.userGroup },
          { label: t('supervisorCalls'), kind: 'number', cell: ({ agent }) => agent.callsToday },
        ]}
      />
    </>
  );
}
