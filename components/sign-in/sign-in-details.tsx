import { useState } from 'preact/hooks';
import type { DialMethod } from '../../lib/messages/panel-state.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import type { LockName } from '../../lib/settings/policy.ts';
import { useText } from '../text.tsx';
import type { SignInField } from './check-sign-in.ts';
import { Field, TextField } from './field.tsx';
import { PasswordField } from './password-field.tsx';
import type { SignInDraft } from './sign-in-draft.ts';
import type { SignInFormProps } from './sign-in-form.tsx';

interface SignInDetailsProps {
  readonly draft: SignInDraft;
  readonly isLocked: (name: LockName) => boolean;
  readonly statusPassword: string;
  /** The company's relay signs in: no login is asked for, nor the dialer's own paths. */
  readonly byRelay: boolean;
  readonly passwordWarning: SignInFormProps['passwordWarning'];
  readonly noteAt: (field: SignInField) => string | null;
  readonly onEdit: (change: Partial<SignInDraft>) => void;
  readonly onStatusPassword: (password: string) => void;
}

const DIAL_METHODS: readonly { readonly method: DialMethod; readonly key: MessageKey }[] = [
  { method: 'unknown', key: 'dialMethodUnknown' },
  { method: 'manual', key: 'dialMethodManual' },
  { method: 'autoDial', key: 'dialMethodAutoDial' },
];

/** What most agents never need. Opens by itself when something inside it was refused. */
export function SignInDetails(props: SignInDetailsProps) {
  const { draft, isLocked, noteAt, onEdit } = props;
  const { t } = useText();
  const [opened, setOpened] = useState(false);
  const agentUserProblem = noteAt('agentUser');
  const statusProblem = noteAt('statusUser');
  const open = opened || agentUserProblem !== null || statusProblem !== null;
  const warning = props.statusPassword === '' ? null : props.passwordWarning(props.statusPassword, true);
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
              if (chosen) onEdit({ dialMethod: chosen.method });
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
      {!props.byRelay && (
        <>
          <TextField
            label={t('signInAgentUser')}
            hint={t('signInAgentUserHint')}
            name="agent-user"
            problem={agentUserProblem}
            value={draft.agentUser}
            onValue={(agentUser) => onEdit({ agentUser })}
          />
          <TextField
            label={t('signInAgentPath')}
            name="agent-path"
            placeholder="/agc/api.php"
            readOnly={isLocked('agentPath')}
            hint={isLocked('agentPath') ? t('optionsSetByCompany') : undefined}
            value={draft.agentPath}
            onValue={(agentPath) => onEdit({ agentPath })}
          />
          <TextField
            label={t('signInNonAgentPath')}
            name="non-agent-path"
            placeholder="/vicidial/non_agent_api.php"
            readOnly={isLocked('nonAgentPath')}
            hint={isLocked('nonAgentPath') ? t('optionsSetByCompany') : undefined}
            value={draft.nonAgentPath}
            onValue={(nonAgentPath) => onEdit({ nonAgentPath })}
          />
          <fieldset>
            <legend>{t('signInStatusTitle')}</legend>
            <p class="hint">{t('signInStatusHint')}</p>
            <TextField
              label={t('signInStatusUser')}
              name="status-user"
              problem={statusProblem}
              value={draft.statusUser}
              onValue={(statusUser) => onEdit({ statusUser })}
            />
            <PasswordField
              label={t('signInStatusPassword')}
              name="status-password"
              autoComplete="off"
              warning={warning && t(warning === 'stripped' ? 'signInPasswordStripped' : 'signInPasswordTooShort')}
              problem={null}
              value={props.statusPassword}
              onValue={props.onStatusPassword}
            />
          </fieldset>
        </>
      )}
    </details>
  );
}
