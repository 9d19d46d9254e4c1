import { useState } from 'preact/hooks';
import { Field } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';

interface PasteLinesProps {
  readonly label: string;
  readonly hint: string;
  /** Takes what it understands and answers with the lines it does not. */
  readonly onPaste: (text: string) => readonly string[];
}

/** A list pasted at once, behind a summary. */
export function PasteLines({ label, hint, onPaste }: PasteLinesProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const paste = () => {
    const left = onPaste(text);
    setSkipped(left);
    // What was not understood stays, to be corrected.
    setText(left.join('\n'));
  };
  return (
    <details class="more">
      <summary>{t('optionsPaste')}</summary>
      <Field
        label={label}
        hint={hint}
        problem={skipped.length === 0 ? null : t('optionsPasteSkipped', skipped.join(' · '))}
      >
        {(control) => (
          <textarea {...control} rows={5} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        )}
      </Field>
      <button type="button" class="button" onClick={paste}>
        {t('optionsPasteAdd')}
      </button>
    </details>
  );
}
