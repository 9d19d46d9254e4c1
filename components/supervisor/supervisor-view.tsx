import { useState } from 'preact/hooks';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { SignInRequest } from '../../lib/messages/sign-in.ts';
import type {
  CampaignChangeRequest,
  CampaignRow,
  Hopper,
  LoggedInAgent,
  SupervisorAnswer,
  SupervisorSignInProblem,
  SupervisorState,
} from '../../lib/messages/supervisor.ts';
import { hostOf } from '../../lib/read-url.ts';
import type { Result } from '../../lib/result.ts';
import { Problem } from '../problem.tsx';
import { LoginForm, type LoginFormProps } from '../sign-in/login-form.tsx';
import { useText } from '../text.tsx';
import { AgentBoard } from './agent-board.tsx';
import { AltUrls, type AltUrlsProps } from './alt-urls.tsx';
import { CampaignTable } from './campaign-table.tsx';
import type { SupervisorCommands } from './commands.ts';
import { DoNotCall } from './do-not-call.tsx';
import { explainSupervisorSignIn } from './explain-supervisor.ts';
import { Figures } from './figures.tsx';
import { Leads } from './leads.tsx';
import { Queues, type QueuesProps } from './queues.tsx';
import { isOutOfReach, type Reading } from './reading.ts';
import { Rows } from './rows.tsx';

interface SupervisorViewProps
  extends Pick<LoginFormProps, 'initial' | 'checkServer' | 'passwordWarning' | 'isServerLocked'>,
    QueuesProps,
    Pick<AltUrlsProps, 'pages' | 'onTake'> {
  readonly state: SupervisorState;
  /** Why the login was given up, where it was not the supervisor's wish. */
  readonly refused: Explanation | null;
  readonly agents: Reading<LoggedInAgent>;
  readonly campaigns: Reading<CampaignRow>;
  readonly commands: SupervisorCommands;
  /** Called inside the user gesture. */
  readonly onSignIn: (request: SignInRequest) => Promise<Result<null, SupervisorSignInProblem>>;
  readonly onSignOut: () => void;
  /** Whatever was refused is asked for once more. */
  readonly onReadQueues: () => void;
  readonly onReadCampaigns: () => void;
  readonly onHopper: (campaign: string) => Promise<SupervisorAnswer<Hopper>>;
  readonly onChange: (change: CampaignChangeRequest) => Promise<SupervisorAnswer<null>>;
}

/** The floor as a supervisor sees it: agents live, campaigns, and what may be changed of those. */
export function SupervisorView(props: SupervisorViewProps) {
  const { t } = useText();
  const { state } = props;
  return (
    <main class="supervisor">
      <header>
        <h1>{t('supervisorTitle')}</h1>
        {state.status === 'signedIn' && (
          <p>
            <span>{t('supervisorAs', state.user, hostOf(state.server))}</span>
            <button type="button" class="button small" onClick={props.onSignOut}>
              {t('supervisorSignOut')}
            </button>
          </p>
        )}
      </header>
      {state.status === 'signedIn' ? <Floor {...props} /> : <SignIn {...props} />}
    </main>
  );
}

function SignIn({ refused, onSignIn, ...form }: SupervisorViewProps) {
  const { t } = useText();
  const [problem, setProblem] = useState(refused);
  const [isRunning, setRunning] = useState(false);
  const submit = async (request: SignInRequest) => {
    setRunning(true);
    setProblem(null);
    try {
      const answer = await onSignIn(request);
      if (!answer.ok) setProblem(explainSupervisorSignIn(answer.failure));
    } catch {
      setProblem(explain('commandFailed'));
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      {problem && <Problem explanation={problem} />}
      <LoginForm
        {...form}
        lead={t('supervisorLead')}
        submit={t('supervisorSignIn')}
        hasSecondLogin={false}
        isRunning={isRunning}
        onSubmit={submit}
      />
    </>
  );
}

function Floor({
  state,
  agents,
  campaigns,
  commands,
  onReadCampaigns,
  onReadQueues,
  onHopper,
  onChange,
  pages,
  onTake,
  ...queues
}: SupervisorViewProps) {
  const { t } = useText();
  const isOld = isOutOfReach(campaigns, agents);
  return (
    <>
      <section aria-labelledby="floor-agents">
        <h2 id="floor-agents">{t('supervisorAgents')}</h2>
        <Rows of={agents}>{(rows) => <AgentBoard agents={rows} />}</Rows>
      </section>
      <section aria-labelledby="floor-queues">
        <SectionHead id="floor-queues" title={t('supervisorQueues')} onReadAgain={onReadQueues} />
        <Queues {...queues} besides={agents} />
      </section>
      <section aria-labelledby="floor-campaigns">
        <SectionHead id="floor-campaigns" title={t('supervisorCampaigns')} onReadAgain={onReadCampaigns} />
        <Rows of={campaigns} isOutOfReach={isOld}>
          {(rows) => (
            <CampaignTable
              campaigns={rows}
              isOld={isOld || campaigns.problem !== null}
              onHopper={onHopper}
              onChange={onChange}
            />
          )}
        </Rows>
      </section>
      <section aria-labelledby="floor-urls">
        <h2 id="floor-urls">{t('supervisorUrls')}</h2>
        <AltUrls campaigns={campaigns.rows ?? []} commands={commands} pages={pages} onTake={onTake} />
      </section>
      <section aria-labelledby="floor-figures">
        <h2 id="floor-figures">{t('supervisorFigures')}</h2>
        <Figures
          campaigns={campaigns.rows ?? []}
          commands={commands}
          clockAheadMs={state.status === 'signedIn' ? state.clockAheadMs : undefined}
        />
      </section>
      <section aria-labelledby="floor-leads">
        <h2 id="floor-leads">{t('supervisorLeads')}</h2>
        <Leads commands={commands} />
      </section>
      <section aria-labelledby="floor-dnc">
        <h2 id="floor-dnc">{t('supervisorDnc')}</h2>
        <DoNotCall campaigns={campaigns.rows ?? []} commands={commands} />
      </section>
    </>
  );
}

interface SectionHeadProps {
  readonly id: string;
  readonly title: string;
  readonly onReadAgain: () => void;
}

/** The name of a section, and a button that reads it again now. */
function SectionHead({ id, title, onReadAgain }: SectionHeadProps) {
  const { t } = useText();
  return (
    <div class="section-head">
      <h2 id={id}>{title}</h2>
      <button type="button" class="button small" aria-label={t('supervisorReadAgainOf', title)} onClick={onReadAgain}>
        {t('supervisorReadAgain')}
      </button>
    </div>
  );
}
