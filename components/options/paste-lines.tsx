import { useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/messages/text.ts';
import { linesOfPaste } from '../../lib/pasted/pasted-text.ts';
import { Field } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';

/** What was read of a pasted text, and what can be done with it. */
export interface PastedEntries {
  /** Each in words. */
  readonly entries: readonly string[];
  readonly skipped: readonly string[];
  readonly add: () => void;
  readonly replace: () => void;
}

interface PasteLinesProps {
  readonly label: string;
  readonly hint: string;
  /** Takes what was not understood. */
  readonly skippedKey?: MessageKey;
  readonly read: (text: string) => PastedEntries;
}

/** A list pasted at once, behind a summary; what is read of it is shown before anything is changed. */
export function PasteLines({ label, hint, skippedKey = 'optionsPasteSkipped', read }: PasteLinesProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const { entries, skipped, add, replace } = read(text);
  const take = (change: () => void) => () => {
    if (entries.length > 0) change();
    // What was not understood stays, to be corrected.
    setText(skipped.join('\n'));
  };
  /** A table loses the texts of its fields where it is copied as text; browsers hand it over as HTML, too. */
  const pasteTable = (event: ClipboardEvent) => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (!/<t[dr]\b/i.test(html)) return;
    event.preventDefault();
    setText(linesOfPaste(html));
  };
  return (
    <details class="more">
      <summary>{t('optionsPaste')}</summary>
      <Field
        label={label}
        hint={hint}
        problem={skipped.length === 0 ? null : t(skippedKey, skipped.slice(0, 20).join(' · '))}
      >
        {(control) => (
          <textarea
            {...control}
            dir="auto"
            rows={5}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onPaste={pasteTable}
          />
        )}
      </Field>
      <p class="hint paste-read" role="status">
        {entries.length > 0 && t('optionsPasteRead', String(entries.length), entries.join(' · '))}
      </p>
      <div class="button-row">
        <button type="button" class="button" onClick={take(add)}>
          {t('optionsPasteAdd')}
        </button>
        <button type="button" class="button" disabled={entries.length === 0} onClick={take(replace)}>
          {t('optionsPasteReplace')}
        </button>
      </div>
    </details>
  );
}
