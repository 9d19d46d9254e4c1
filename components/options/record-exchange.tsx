import { useState } from 'preact/hooks';
import { type RecordEntry, readRecordEntries } from '../../lib/crm/record-entries.ts';
import { Field } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';

interface RecordExchangeProps {
  readonly entries: readonly RecordEntry[];
  readonly onChange: (entries: readonly RecordEntry[]) => void;
}

/** The rules as text, to be copied to another device or into a policy, or to be replaced by what was copied elsewhere. */
export function RecordExchange({ entries, onChange }: RecordExchangeProps) {
  const { t } = useText();
  const [edited, setEdited] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const exported = JSON.stringify(entries, null, 2);
  const take = () => {
    const data = parseJson(edited ?? exported);
    if (data === undefined) return setProblem(t('recordNoJson'));
    const read = readRecordEntries(data);
    if ('problemAt' in read) return setProblem(t('recordRefusedAt', read.problemAt || '[ ]'));
    onChange(read.entries);
    setEdited(null);
  };
  return (
    <details class="more">
      <summary>{t('optionsRecordExchange')}</summary>
      <Field label={t('recordJson')} hint={t('recordJsonHint')} problem={problem}>
        {(control) => (
          <textarea
            {...control}
            name="record-json"
            rows={8}
            spellcheck={false}
            value={edited ?? exported}
            onInput={(event) => {
              setEdited(event.currentTarget.value);
              setProblem(null);
            }}
          />
        )}
      </Field>
      <button type="button" class="button" disabled={edited === null} onClick={take}>
        {t('recordTake')}
      </button>
    </details>
  );
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
