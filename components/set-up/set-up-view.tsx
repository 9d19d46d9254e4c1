import { useState } from 'preact/hooks';
import { explainSignIn } from '../../lib/messages/explain-sign-in.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { ConnectionView } from '../../lib/messages/panel-state.ts';
import type { SetUpProblem, SetUpReport } from '../../lib/messages/set-up-report.ts';
import type { SignInRequest } from '../../lib/messages/sign-in.ts';
import { hostOf } from '../../lib/read-url.ts';
import type { Result } from '../../lib/result.ts';
import { Problem } from '../problem.tsx';
import { LoginForm, type LoginFormProps } from '../sign-in/login-form.tsx';
import { useText } from '../text.tsx';
import { SetUpResult } from './set-up-result.tsx';

interface SetUpViewProps
  extends Pick<LoginFormProps, 'initial' | 'checkServer' | 'passwordWarning' | 'isServerLocked'> {
  readonly connection: ConnectionView;
  /** Null checks the logins of the session. Called inside the user gesture. */
  readonly onCheck: (typed: SignInRequest | null) => Promise<Result<SetUpReport, SetUpProblem>>;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** Finds out what a VICIdial administrator has to change, without changing anything. */
export function SetUpView({ connection, onCheck, onCopy, ...form }: SetUpViewProps) {
  const { t } = useText();
  const [report, setReport] = useState<SetUpReport | null>(null);
  const [problem, setProblem] = useState<Explanation | null>(null);
  const [isRunning, setRunning] = useState(false);

  const check = async (typed: SignInRequest | null) => {
    if (isRunning) return;
    setRunning(true);
    setProblem(null);
    setReport(null);
    try {
      const answer = await onCheck(typed);
      if (answer.ok) setReport(answer.value);
      else setProblem(explainSetUp(answer.failure));
    } catch {
      setProblem(explain('commandFailed'));
    } finally {
      setRunning(false);
    }
  };

  const isSignedIn = connection.status === 'signedIn';
  return (
    <main class="set-up">
      <header>
        <h1>{t('setUpTitle')}</h1>
        <p class="hint">{t('setUpLead')}</p>
      </header>
      {isSignedIn ? (
        <p class="set-up-start">
          <button type="button" class="button primary" aria-disabled={isRunning} onClick={() => check(null)}>
            {t(report ? 'setUpAgain' : 'setUpStart')}
          </button>
          <span>{t('setUpAs', connection.agentUser, hostOf(connection.server))}</span>
        </p>
      ) : (
        <LoginForm
          {...form}
          lead={t('setUpFormHint')}
          submit={t('setUpStart')}
          hasSecondLogin
          isRunning={isRunning}
          onSubmit={check}
        />
      )}
      <p class="set-up-running" role="status">
        {isRunning && (
          <>
            <span class="spinner" />
            {t('setUpRunning')}
          </>
        )}
      </p>
      {problem && <Problem explanation={problem} />}
      {report && <SetUpResult report={report} onCopy={onCopy} />}
    </main>
  );
}

function explainSetUp(problem: SetUpProblem): Explanation {
  switch (problem.code) {
    case 'checking':
      return explain('setUpChecking');
    case 'relayFirst':
      return explain('setUpRelayFirst');
    case 'notSignedIn':
      return explain('dialNotSignedIn');
    default:
      return explainSignIn(problem);
  }
}
