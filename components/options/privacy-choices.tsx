import { useId } from 'preact/hooks';
import type { EditableSettings } from '../../lib/messages/protocol.ts';
import type { LockName } from '../../lib/settings/policy.ts';
import { Field } from '../field.tsx';
import { useText } from '../text.tsx';
import { Lockable } from './lockable.tsx';

interface PrivacyChoicesProps {
  readonly settings: EditableSettings;
  readonly isLocked: (name: LockName) => boolean;
  readonly onChange: (change: Partial<EditableSettings>) => void;
  /** Signs out and deletes what is not a setting. */
  readonly onErase: () => void;
}

/** What others at this computer may come to see. The ticks are off until the agent sets them. */
export function PrivacyChoices({ settings, isLocked, onChange, onErase }: PrivacyChoicesProps) {
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
      <Lockable isLocked={isLocked('lockAfterMinutes')}>
        <LockAfter
          minutes={settings.lockAfterMinutes}
          onChange={(lockAfterMinutes) => onChange({ lockAfterMinutes })}
        />
      </Lockable>
      <button type="button" class="button" onClick={onErase}>
        {t('optionsErase')}
      </button>
      <p class="hint">{t('optionsEraseHint')}</p>
    </>
  );
}

/** Offered beside the one that holds, which a company may have set otherwise. */
const LOCK_AFTER: readonly number[] = [0, 15, 60, 240, 480];

interface LockAfterProps {
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}

function LockAfter({ minutes, onChange }: LockAfterProps) {
  const { t } = useText();
  const words = (after: number) => {
    if (after === 0) return t('optionsLockNever');
    return after > 60 && after % 60 === 0
      ? t('optionsLockHours', String(after / 60))
      : t('optionsLockMinutes', String(after));
  };
  const offered = [...new Set([...LOCK_AFTER, minutes])].sort((one, other) => one - other);
  return (
    <Field label={t('optionsLockAfter')} hint={t('optionsLockAfterHint')}>
      {(control) => (
        <select
          {...control}
          name="lock-after"
          value={String(minutes)}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
        >
          {offered.map((after) => (
            <option key={after} value={String(after)}>
              {words(after)}
            </option>
          ))}
        </select>
      )}
    </Field>
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
