import { useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/messages/text.ts';
import { isIngroup } from '../../lib/pasted/ingroups.ts';
import { TextField } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';
import { EntryList } from './entry-list.tsx';

/** What the entries of a list look like, and how it is spoken of. */
export interface EntryKind {
  /** The entries of a typed text, as they are stored, good or bad. */
  readonly read: (typed: string) => readonly string[];
  readonly isGood: (entry: string) => boolean;
  /** Said when there is none. */
  readonly empty: MessageKey;
  readonly field: MessageKey;
  /** Takes what was refused. */
  readonly invalid: MessageKey;
}

/** Beginnings of numbers, as `+1900`: separated by commas or lines, because people write blanks into them. */
export const NUMBER_PREFIXES: EntryKind = {
  read: (typed) => typed.split(/[,;\n]+/).map((each) => each.replace(/[\s().-]/g, '')),
  // E.164 has fifteen digits; a plus alone stands for every number.
  isGood: (entry) => /^\+(?:[1-9]\d{0,14})?$/.test(entry),
  empty: 'optionsNoPrefixes',
  field: 'optionsPrefixAdd',
  invalid: 'optionsPrefixInvalid',
};

/** In-groups a call may be transferred to, by their IDs. */
export const INGROUPS: EntryKind = {
  read: (typed) => typed.split(/[\s,;]+/),
  isGood: isIngroup,
  empty: 'optionsNoIngroups',
  field: 'optionsIngroupAdd',
  invalid: 'optionsIngroupInvalid',
};

interface EntryEditorProps {
  readonly kind: EntryKind;
  readonly name: string;
  readonly entries: readonly string[];
  readonly onChange: (entries: readonly string[]) => void;
}

/** A list of words; several are added at once, or none where one of them is refused: the field stays as typed, to be corrected. */
export function EntryEditor({ kind, name, entries, onChange }: EntryEditorProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const add = (event: Event) => {
    event.preventDefault();
    const typed = kind.read(text).filter(Boolean);
    const bad = typed.filter((entry) => !kind.isGood(entry));
    setRefused(bad);
    if (bad.length > 0) return;
    if (typed.length > 0) onChange([...new Set([...entries, ...typed])]);
    setText('');
  };
  return (
    <>
      <EntryList
        entries={entries.map((entry) => ({ key: entry, name: entry }))}
        empty={t(kind.empty)}
        onRemove={(entry) => onChange(entries.filter((each) => each !== entry))}
      />
      <form class="add-row two" onSubmit={add}>
        <TextField
          label={t(kind.field)}
          name={name}
          problem={refused.length === 0 ? null : t(kind.invalid, refused.join(' · '))}
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
