import { useId } from 'preact/hooks';
import type { EditableSettings } from '../../lib/messages/protocol.ts';
import type { LockName } from '../../lib/settings/policy.ts';
import { useText } from '../text.tsx';
import { Lockable } from './lockable.tsx';

interface PrivacyChoicesProps {
  readonly settings: EditableSettings;
  readonly isLocked: (name: LockName) => boolean;
  readonly onChange: (change: Partial<EditableSettings>) => void;
}

/** What others at this computer may come to see. Both are off until the agent turns them on. */
export function PrivacyChoices({ settings, isLocked, onChange }: PrivacyChoicesProps) {
  const { t } = useText();
  return (
    <>
      <Lockable isLocked={isLocked('numbersInNotices')}>
        <Tick
          label={t('optionsNumbersInNotices')}
          hint={t('optionsNumbersInNoticesHint')}
          checked={settings.numbersInNotices}
          onChange={(numbersInNotices) => onChange({ numbersInNotices })}
        />
      </Lockable>
      <Lockable isLocked={isLocked('keepCalls')}>
        <Tick
          label={t('optionsKeepCalls')}
          hint={t('optionsKeepCallsHint')}
          checked={settings.keepCalls}
          onChange={(keepCalls) => onChange({ keepCalls })}
        />
      </Lockable>
    </>
  );
}

interface TickProps {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Tick({ label, hint, checked, onChange }: TickProps) {
  const hintId = useId();
  return (
    <div class="tick">
      <label class="check">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={hintId}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      <p class="hint" id={hintId}>
        {hint}
      </p>
    </div>
  );
}
