import { TextField } from '../field.tsx';
import { useText } from '../text.tsx';
import { AllowInsecure } from './allow-insecure.tsx';
import { PasswordField } from './password-field.tsx';
import { withoutSecrets } from './sign-in-draft.ts';
import type { Login } from './use-login.ts';

interface ServerFieldProps {
  readonly login: Login;
  /** The company has set it. */
  readonly isLocked: boolean;
}

/** The address of the dialer, and the word for an unencrypted one where it needs that. */
export function ServerField({ login, isLocked }: ServerFieldProps) {
  const { t } = useText();
  const { draft, allowInsecure } = login;
  return (
    <>
      <TextField
        label={t('signInServer')}
        name="server"
        inputMode="url"
        autoComplete="url"
        placeholder={t('signInServerExample')}
        readOnly={isLocked}
        hint={isLocked ? t('optionsSetByCompany') : undefined}
        problem={login.noteAt('server')}
        value={draft.server}
        onValue={(typed) =>
          login.edit({ server: withoutSecrets(typed), ...(draft.relay !== undefined && { relay: '' }) })
        }
      />
      {(login.problemAt('server')?.insecureHost || allowInsecure) && (
        <AllowInsecure isAllowed={allowInsecure} onChange={login.setAllowInsecure} />
      )}
    </>
  );
}

interface UserFieldsProps {
  readonly login: Login;
  /** A browser may keep and fill in the login of the person whose browser it is. */
  readonly isOwn: boolean;
  /** The password is for both APIs. */
  readonly forBothEndpoints: boolean;
}

/** User and password. */
export function UserFields({ login, isOwn, forBothEndpoints }: UserFieldsProps) {
  const { t } = useText();
  const { draft, secrets } = login;
  return (
    <>
      <TextField
        label={t('signInUser')}
        name="username"
        autoComplete={isOwn ? 'username' : 'off'}
        problem={login.noteAt('user')}
        value={draft.user}
        onValue={(user) => login.edit({ user })}
      />
      <PasswordField
        label={t('signInPassword')}
        name="password"
        autoComplete={isOwn ? 'current-password' : 'off'}
        warning={login.warningOf(secrets.password, forBothEndpoints)}
        problem={login.noteAt('password')}
        value={secrets.password}
        onValue={(password) => login.editSecrets({ password })}
      />
    </>
  );
}

/** The second login, which nobody works as. */
export function StatusLoginFields({ login, hint }: { readonly login: Login; readonly hint?: string }) {
  const { t } = useText();
  const { draft, secrets } = login;
  return (
    <>
      <TextField
        label={t('signInStatusUser')}
        hint={hint}
        name="status-user"
        problem={login.noteAt('statusUser')}
        value={draft.statusUser}
        onValue={(statusUser) => login.edit({ statusUser })}
      />
      <PasswordField
        label={t('signInStatusPassword')}
        name="status-password"
        autoComplete="off"
        warning={login.warningOf(secrets.statusPassword, true)}
        problem={null}
        value={secrets.statusPassword}
        onValue={(statusPassword) => login.editSecrets({ statusPassword })}
      />
    </>
  );
}
