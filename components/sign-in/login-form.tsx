import { useState } from 'preact/hooks';
import type { ServerAddress, ServerUrlProblem, SignInRequest } from '../../lib/messages/protocol.ts';
import { sentence, useText } from '../text.tsx';
import { AllowInsecure } from './allow-insecure.tsx';
import { checkSignIn, type FieldProblem, type SignInField, signInRequest } from './check-sign-in.ts';
import { TextField } from './field.tsx';
import { PasswordField } from './password-field.tsx';
import { type SignInDraft, withoutSecrets } from './sign-in-draft.ts';

export interface LoginFormProps {
  readonly lead: string;
  readonly submit: string;
  /** Asks for a second login as well. */
  readonly hasSecondLogin: boolean;
  readonly initial: SignInDraft;
  readonly isServerLocked: boolean;
  readonly checkServer: (address: ServerAddress) => ServerUrlProblem | null;
  readonly passwordWarning: (password: string, forBothEndpoints: boolean) => 'stripped' | 'tooShort' | null;
  readonly isRunning: boolean;
  /** Called inside the user gesture. */
  readonly onSubmit: (request: SignInRequest) => void;
}

const NO_PASSWORDS = { password: '', statusPassword: '', pin: null };

/** A server and a login for it, of somebody who does not sign in as an agent. */
export function LoginForm(props: LoginFormProps) {
  const { initial, isServerLocked, hasSecondLogin, checkServer, passwordWarning, isRunning, onSubmit } = props;
  const { t } = useText();
  const [draft, setDraft] = useState<SignInDraft>({ ...initial, agentUser: '', relay: undefined });
  const [secrets, setSecrets] = useState(NO_PASSWORDS);
  const [allowInsecure, setAllowInsecure] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const edit = (change: Partial<SignInDraft>) => {
    setDraft({ ...draft, ...change });
    setProblems([]);
  };
  const noteAt = (field: SignInField) => {
    const problem = problems.find((one) => one.field === field);
    return problem ? sentence(t, problem.explanation) : null;
  };
  const warn = (password: string, forBoth: boolean) => {
    const warning = password === '' ? null : passwordWarning(password, forBoth);
    return warning && t(warning === 'stripped' ? 'signInPasswordStripped' : 'signInPasswordTooShort');
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const request = signInRequest(draft, secrets, allowInsecure);
    const refused = checkSignIn(request, secrets, checkServer);
    setProblems(refused);
    if (refused.length === 0 && !isRunning) onSubmit(request);
  };
  const isInsecure = problems.some(({ insecureHost }) => insecureHost !== null);
  return (
    <form class="login-form" onSubmit={submit} noValidate>
      <p class="hint">{props.lead}</p>
      <TextField
        label={t('signInServer')}
        name="server"
        inputMode="url"
        autoComplete="url"
        placeholder={t('signInServerExample')}
        readOnly={isServerLocked}
        hint={isServerLocked ? t('optionsSetByCompany') : undefined}
        problem={noteAt('server')}
        value={draft.server}
        onValue={(typed) => edit({ server: withoutSecrets(typed) })}
      />
      {(isInsecure || allowInsecure) && <AllowInsecure isAllowed={allowInsecure} onChange={setAllowInsecure} />}
      <TextField
        label={t('signInUser')}
        name="username"
        problem={noteAt('user')}
        value={draft.user}
        onValue={(user) => edit({ user })}
      />
      <PasswordField
        label={t('signInPassword')}
        name="password"
        autoComplete="off"
        warning={warn(secrets.password, !hasSecondLogin)}
        problem={noteAt('password')}
        value={secrets.password}
        onValue={(password) => setSecrets({ ...secrets, password })}
      />
      {hasSecondLogin && (
        <>
          <TextField
            label={t('signInStatusUser')}
            hint={t('setUpServiceHint')}
            name="status-user"
            problem={noteAt('statusUser')}
            value={draft.statusUser}
            onValue={(statusUser) => edit({ statusUser })}
          />
          <PasswordField
            label={t('signInStatusPassword')}
            name="status-password"
            autoComplete="off"
            warning={warn(secrets.statusPassword, true)}
            problem={null}
            value={secrets.statusPassword}
            onValue={(statusPassword) => setSecrets({ ...secrets, statusPassword })}
          />
        </>
      )}
      <button type="submit" class="button primary" aria-disabled={isRunning}>
        {props.submit}
      </button>
    </form>
  );
}
