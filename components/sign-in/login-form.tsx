import type { SignInRequest } from '../../lib/messages/sign-in.ts';
import { useText } from '../text.tsx';
import { ServerField, StatusLoginFields, UserFields } from './login-fields.tsx';
import { type LoginOptions, useLogin } from './use-login.ts';

export interface LoginFormProps extends Pick<LoginOptions, 'initial' | 'checkServer' | 'passwordWarning'> {
  readonly lead: string;
  readonly submit: string;
  /** Asks for a second login as well. */
  readonly hasSecondLogin: boolean;
  readonly isServerLocked: boolean;
  readonly isRunning: boolean;
  /** Called inside the user gesture. */
  readonly onSubmit: (request: SignInRequest) => void;
}

/** A server and a login for it, of somebody who does not sign in as an agent. */
export function LoginForm({ initial, checkServer, passwordWarning, ...props }: LoginFormProps) {
  const { t } = useText();
  const { hasSecondLogin, isRunning, onSubmit } = props;
  const login = useLogin({
    ...{ checkServer, passwordWarning },
    initial: { ...initial, agentUser: '', relay: undefined },
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const request = login.checked();
    if (request && !isRunning) onSubmit(request);
  };
  return (
    <form class="login-form" onSubmit={submit} noValidate>
      <p class="hint">{props.lead}</p>
      <ServerField login={login} isLocked={props.isServerLocked} />
      <UserFields login={login} isOwn={false} forBothEndpoints={!hasSecondLogin} />
      {hasSecondLogin && <StatusLoginFields login={login} hint={t('setUpServiceHint')} />}
      <button type="submit" class="button primary" aria-disabled={isRunning}>
        {props.submit}
      </button>
    </form>
  );
}
