import { useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/messages/text.ts';
import { isIngroup } from '../../lib/pasted/ingroups.ts';
import { MOST_INGROUPS, MOST_PREFIXES } from '../../lib/pasted/limits.ts';
import { TextField } from '../field.tsx';
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
  /** So many entries the list may have. */
  readonly most: number;
}

/** Beginnings of numbers, as `+1900`: separated by commas or lines, because people write blanks into them. */
export const NUMBER_PREFIXES: EntryKind = {
  read: (typed) => typed.split(/[,;\n]+/).map((each) => each.replace(/[\s().-]/g, '')),
  // E.164 has fifteen digits; a plus alone stands for every number.
  isGood: (entry) => /^\+(?:[1-9]\d{0,14})?$/.test(entry),
  empty: 'optionsNoPrefixes',
  field: 'optionsPrefixAdd',
  invalid: 'optionsPrefixInvalid',
  most: MOST_PREFIXES,
};

/** In-groups a call may be transferred to, by their IDs. */
export const INGROUPS: EntryKind = {
  read: (typed) => typed.split(/[\s,;]+/),
  isGood: isIngroup,
  empty: 'optionsNoIngroups',
  field: 'optionsIngroupAdd',
  invalid: 'optionsIngroupInvalid',
  most: MOST_INGROUPS,
};

interface EntryEditorProps {
  readonly kind: EntryKind;
  readonly name: string;
  readonly entries: readonly string[];
  /** Tells whether the list was stored. */
  readonly onChange: (entries: readonly string[]) => Promise<boolean>;
}

/** A list of words; several are added at once, or none where one of them is refused: the field stays as typed, to be corrected. */
export function EntryEditor({ kind, name, entries, onChange }: EntryEditorProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (event: Event) => {
    event.preventDefault();
    const typed = kind.read(text).filter(Boolean);
    const bad = typed.filter((entry) => !kind.isGood(entry));
    const longer = [...new Set([...entries, ...typed])];
    if (bad.length > 0) return setProblem(t(kind.invalid, bad.join(' · ')));
    if (longer.length > kind.most) return setProblem(t('optionsListFull', String(kind.most)));
    if (typed.length > 0 && !(await onChange(longer))) return;
    // What was typed meanwhile stays.
    setText((now) => (now === text ? '' : now));
  };
  return (
    <>
      <EntryList
        entries={entries.map((entry) => ({ key: entry, name: entry }))}
        empty={t(kind.empty)}
        onRemove={(entry) => void onChange(entries.filter((each) => each !== entry))}
      />
      <form class="add-row two" onSubmit={(event) => void add(event)}>
        <TextField
          label={t(kind.field)}
          name={name}
          problem={problem}
          value={text}
          onValue={(value) => {
            setText(value);
            setProblem(null);
          }}
        />
        <button type="submit" class="button">
          {t('optionsAdd')}
        </button>
      </form>
    </>
  );
}
