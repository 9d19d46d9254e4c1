import { useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/messages/text.ts';
import { linesOfPaste } from '../../lib/pasted/pasted-text.ts';
import { Field } from '../field.tsx';
import { useText } from '../text.tsx';

/** What was read of a pasted text, and what can be done with it. */
export interface PastedEntries<Entry> {
  /** Each in words. */
  readonly entries: readonly string[];
  readonly skipped: readonly string[];
  /** What was read alone, and behind the list that is there. */
  readonly alone: readonly Entry[];
  readonly added: readonly Entry[];
}

interface PasteLinesProps<Entry> {
  readonly label: string;
  readonly hint: string;
  /** Takes what was not understood. */
  readonly skippedKey?: MessageKey;
  /** So many entries the list may have. */
  readonly most: number;
  readonly read: (text: string) => PastedEntries<Entry>;
  /** Tells whether the list was stored. */
  readonly onChange: (list: readonly Entry[]) => Promise<boolean>;
}

/** A list pasted at once, behind a summary; what is read of it is shown before anything is changed. */
export function PasteLines<Entry>(props: PasteLinesProps<Entry>) {
  const { label, hint, skippedKey = 'optionsPasteSkipped', most, read, onChange } = props;
  const { t } = useText();
  const [text, setText] = useState('');
  const { entries, skipped, alone, added } = read(text);
  const problems = [
    entries.length > 0 && added.length > most && t('optionsPasteTooMany', String(most), String(added.length)),
    skipped.length > 0 && t(skippedKey, skipped.slice(0, 20).join(' · ')),
  ].filter(Boolean);
  const take = async (list: readonly Entry[]) => {
    if (entries.length > 0 && !(await onChange(list))) return;
    // What was not understood stays, to be corrected; so does what was written meanwhile.
    setText((now) => (now === text ? skipped.join('\n') : now));
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
      <Field label={label} hint={hint} problem={problems.length === 0 ? null : problems.join(' ')}>
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
        <button
          type="button"
          class="button"
          disabled={entries.length > 0 && added.length > most}
          onClick={() => void take(added)}
        >
          {t('optionsPasteAdd')}
        </button>
        <button
          type="button"
          class="button"
          disabled={entries.length === 0 || alone.length > most}
          onClick={() => void take(alone)}
        >
          {t('optionsPasteReplace')}
        </button>
      </div>
    </details>
  );
}
