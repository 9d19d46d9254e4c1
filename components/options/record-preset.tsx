import { useState } from 'preact/hooks';
import { RECORD_PRESETS } from '../../lib/crm/presets.ts';
import { needsHost, type RecordEntry, readRecordEntries } from '../../lib/crm/record-entries.ts';
import { Field, TextField } from '../field.tsx';
import { useText } from '../text.tsx';

interface AddPresetProps {
  readonly entries: readonly RecordEntry[];
  /** Tells whether they were stored. */
  readonly onAdd: (entries: readonly RecordEntry[]) => Promise<boolean>;
}

/** Turns on a preset; one of a system that runs anywhere for the company's own host. */
export function AddPreset({ entries, onAdd }: AddPresetProps) {
  const { t } = useText();
  const [preset, setPreset] = useState('');
  const [host, setHost] = useState('');
  const [isRefused, setRefused] = useState(false);
  const isBound = needsHost(preset);
  const add = async (event: Event) => {
    event.preventDefault();
    if (preset === '') return;
    const read = readRecordEntries([isBound ? { preset, host: hostIn(host) } : { preset }]);
    const [entry] = 'entries' in read ? read.entries : [];
    setRefused(!entry);
    if (!entry) return;
    if (!(await onAdd([entry]))) return;
    // What was chosen or typed meanwhile stays.
    setPreset((now) => (now === preset ? '' : now));
    setHost((now) => (now === host ? '' : now));
  };
  const isOn = (name: string) =>
    !needsHost(name) && entries.some((entry) => 'preset' in entry && entry.preset === name);
  return (
    <form class="add-form" onSubmit={(event) => void add(event)}>
      <Field label={t('optionsRecordPreset')}>
        {(control) => (
          <select
            {...control}
            name="record-preset"
            value={preset}
            onChange={(event) => {
              setPreset(event.currentTarget.value);
              setRefused(false);
            }}
          >
            <option value="">{t('optionsRecordChoose')}</option>
            {RECORD_PRESETS.filter(({ name }) => !isOn(name)).map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {isBound && (
        <TextField
          label={t('optionsRecordHost')}
          hint={t('optionsRecordHostHint')}
          name="record-host"
          inputMode="url"
          problem={isRefused ? t('optionsRecordHostInvalid') : null}
          value={host}
          onValue={(value) => {
            setHost(value);
            setRefused(false);
          }}
        />
      )}
      <div>
        <button type="submit" class="button" disabled={preset === ''}>
          {t('optionsRecordTurnOn')}
        </button>
      </div>
    </form>
  );
}

/** The host of what was typed or pasted, which may be a whole address. */
function hostIn(typed: string): string {
  const [authority = ''] = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .split(/[/?#]/, 1);
  return authority.replace(/:\d+$/, '');
}
