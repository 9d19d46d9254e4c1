import { useState } from 'preact/hooks';
import { TextField } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';
import { EntryList } from './entry-list.tsx';

interface PrefixEditorProps {
  readonly label: string;
  readonly hint: string;
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly onChange: (prefixes: readonly string[]) => void;
}

// E.164 has fifteen digits; a plus alone stands for every number.
const PREFIX = /^\+(?:[1-9]\d{0,14})?$/;

/** Beginnings of numbers, as `+1900`; several are added at once, separated by commas or lines. */
export function PrefixEditor({ label, hint, name, prefixes, onChange }: PrefixEditorProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const add = (event: Event) => {
    event.preventDefault();
    // As people write them: "+1 900", "+1-900".
    const typed = text
      .split(/[,;\n]+/)
      .map((each) => each.replace(/[\s().-]/g, ''))
      .filter(Boolean);
    const good = typed.filter((prefix) => PREFIX.test(prefix));
    const bad = typed.filter((prefix) => !PREFIX.test(prefix));
    if (good.length > 0) onChange([...new Set([...prefixes, ...good])]);
    setRefused(bad);
    setText(bad.join(', '));
  };
  return (
    <>
      <h3>{label}</h3>
      <p class="hint">{hint}</p>
      <EntryList
        entries={prefixes.map((prefix) => ({ key: prefix, name: prefix }))}
        empty={t('optionsNoPrefixes')}
        onRemove={(prefix) => onChange(prefixes.filter((each) => each !== prefix))}
      />
      <form class="add-row two" onSubmit={add}>
        <TextField
          label={t('optionsPrefixAdd')}
          name={name}
          problem={refused.length === 0 ? null : t('optionsPrefixInvalid', refused.join(' · '))}
          value={text}
          onValue={(value) => {
            setText(value);
            setRefused([]);
          }}
        />
        <button type="submit" class="button">
          {t('optionsAdd')}
        </button>
      </form>
    </>
  );
}
