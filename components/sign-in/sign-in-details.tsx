import { useState } from 'preact/hooks';
import type { DialMethod } from '../../lib/messages/panel-state.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import type { LockName } from '../../lib/settings/policy.ts';
import { Field, TextField } from '../field.tsx';
import { useText } from '../text.tsx';
import { StatusLoginFields } from './login-fields.tsx';
import type { Login } from './use-login.ts';

interface SignInDetailsProps {
  readonly login: Login;
  readonly isLocked: (name: LockName) => boolean;
  /** The company's relay signs in: no login is asked for, nor the dialer's own paths. */
  readonly byRelay: boolean;
}

const DIAL_METHODS: readonly { readonly method: DialMethod; readonly key: MessageKey }[] = [
  { method: 'unknown', key: 'dialMethodUnknown' },
  { method: 'manual', key: 'dialMethodManual' },
  { method: 'autoDial', key: 'dialMethodAutoDial' },
];

/** What most agents never need. Opens by itself when something inside it was refused. */
export function SignInDetails({ login, isLocked, byRelay }: SignInDetailsProps) {
  const { draft, noteAt, edit } = login;
  const { t } = useText();
  const [opened, setOpened] = useState(false);
  const agentUserProblem = noteAt('agentUser');
  const open = opened || agentUserProblem !== null || noteAt('statusUser') !== null;
  return (
    <details class="more" open={open} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t('signInDetails')}</summary>
      <Field label={t('signInDialMethod')}>
        {(control) => (
          <select
            {...control}
            value={draft.dialMethod}
            onChange={(event) => {
              const chosen = DIAL_METHODS[event.currentTarget.selectedIndex];
              if (chosen) edit({ dialMethod: chosen.method });
            }}
          >
            {DIAL_METHODS.map(({ method, key }) => (
              <option key={method} value={method}>
                {t(key)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {!byRelay && (
        <>
          <TextField
            label={t('signInAgentUser')}
            hint={t('signInAgentUserHint')}
            name="agent-user"
            problem={agentUserProblem}
            value={draft.agentUser}
            onValue={(agentUser) => edit({ agentUser })}
          />
          <TextField
            label={t('signInAgentPath')}
            name="agent-path"
            placeholder="/agc/api.php"
            readOnly={isLocked('agentPath')}
            hint={isLocked('agentPath') ? t('optionsSetByCompany') : undefined}
            value={draft.agentPath}
            onValue={(agentPath) => edit({ agentPath })}
          />
          <TextField
            label={t('signInNonAgentPath')}
            name="non-agent-path"
            placeholder="/vicidial/non_agent_api.php"
            readOnly={isLocked('nonAgentPath')}
            hint={isLocked('nonAgentPath') ? t('optionsSetByCompany') : undefined}
            value={draft.nonAgentPath}
            onValue={(nonAgentPath) => edit({ nonAgentPath })}
          />
          <fieldset>
            <legend>{t('signInStatusTitle')}</legend>
            <p class="hint">{t('signInStatusHint')}</p>
            <StatusLoginFields login={login} />
          </fieldset>
        </>
      )}
    </details>
  );
}
