import { useState } from 'preact/hooks';
import { Field } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

interface PasswordFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly name: string;
  readonly autoComplete: 'current-password' | 'off';
  readonly warning: string | null;
  readonly problem: string | null;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

const SHOWN = { type: 'text' } as const;
const HIDDEN = { type: 'password' } as const;

export function PasswordField(props: PasswordFieldProps) {
  const { label, hint, name, autoComplete, warning, problem, value, onValue } = props;
  const { t } = useText();
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} warning={warning} problem={problem}>
      {(control) => (
        <div class="password">
          <input
            {...control}
            {...(shown ? SHOWN : HIDDEN)}
            dir="auto"
            name={name}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellcheck={false}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          <button
            type="button"
            class="inline-button"
            aria-pressed={shown}
            aria-label={t(shown ? 'signInHidePassword' : 'signInShowPassword')}
            title={t(shown ? 'signInHidePassword' : 'signInShowPassword')}
            onClick={() => setShown(!shown)}
          >
            <Icon name={shown ? 'eyeOff' : 'eye'} />
          </button>
        </div>
      )}
    </Field>
  );
}
