import { useState } from 'preact/hooks';
import type { ServerAddress, ServerUrlProblem, SignInRequest } from '../../lib/messages/protocol.ts';
import { AllowInsecure } from '../sign-in/allow-insecure.tsx';
import { checkSignIn, type FieldProblem, type SignInField, signInRequest } from '../sign-in/check-sign-in.ts';
import { TextField } from '../sign-in/field.tsx';
import { PasswordField } from '../sign-in/password-field.tsx';
import { type SignInDraft, withoutSecrets } from '../sign-in/sign-in-draft.ts';
import { sentence, useText } from '../text.tsx';

export interface SetUpFormProps {
  readonly initial: SignInDraft;
  readonly isServerLocked: boolean;
  readonly checkServer: (address: ServerAddress) => ServerUrlProblem | null;
  readonly passwordWarning: (password: string, forBothEndpoints: boolean) => 'stripped' | 'tooShort' | null;
  readonly isRunning: boolean;
  readonly onCheck: (request: SignInRequest) => void;
}

const NO_PASSWORDS = { password: '', statusPassword: '', pin: null };

/** For a login with which nobody can sign in yet. It is used for the check alone, and forgotten. */
export function SetUpForm({
  initial,
  isServerLocked,
  checkServer,
  passwordWarning,
  isRunning,
  onCheck,
}: SetUpFormProps) {
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
    if (refused.length === 0 && !isRunning) onCheck(request);
  };
  const isInsecure = problems.some(({ insecureHost }) => insecureHost !== null);
  return (
    <form class="set-up-form" onSubmit={submit} noValidate>
      <p class="hint">{t('setUpFormHint')}</p>
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
        warning={warn(secrets.password, false)}
        problem={noteAt('password')}
        value={secrets.password}
        onValue={(password) => setSecrets({ ...secrets, password })}
      />
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
      <button type="submit" class="button primary" aria-disabled={isRunning}>
        {t('setUpStart')}
      </button>
    </form>
  );
}
