import { useState } from 'preact/hooks';
import { Field } from '../field.tsx';
import { useText } from '../text.tsx';

interface JsonExchangeProps<T> {
  readonly name: string;
  readonly entries: readonly T[];
  /** Reads what was pasted; else says where it cannot be read, empty for the whole. */
  readonly read: (data: unknown) => { readonly entries: readonly T[] } | { readonly problemAt: string };
  /** Tells whether the list was stored. */
  readonly onChange: (entries: readonly T[]) => Promise<boolean>;
}

/** A list as text, to be copied to another device or into a policy, or to be replaced by what was copied elsewhere. */
export function JsonExchange<T>({ name, entries, read, onChange }: JsonExchangeProps<T>) {
  const { t } = useText();
  const [edited, setEdited] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const exported = JSON.stringify(entries, null, 2);
  const take = async () => {
    const data = parseJson(edited ?? exported);
    if (data === undefined) return setProblem(t('recordNoJson'));
    const taken = read(data);
    if ('problemAt' in taken) return setProblem(t('recordRefusedAt', taken.problemAt || '[ ]'));
    if (!(await onChange(taken.entries))) return;
    // What was written meanwhile stays.
    setEdited((now) => (now === edited ? null : now));
  };
  return (
    <details class="more">
      <summary>{t('optionsRecordExchange')}</summary>
      <Field label={t('recordJson')} hint={t('recordJsonHint')} problem={problem}>
        {(control) => (
          <textarea
            {...control}
            dir="ltr"
            name={name}
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
      <button type="button" class="button" disabled={edited === null} onClick={() => void take()}>
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
