import { parseIngroupLines } from '../../lib/pasted/ingroups.ts';
import { useText } from '../text.tsx';
import { EntryEditor, INGROUPS } from './entry-editor.tsx';
import { type PastedEntries, PasteLines } from './paste-lines.tsx';

interface IngroupEditorProps {
  readonly ingroups: readonly string[];
  readonly onChange: (ingroups: readonly string[]) => void;
}

/** The in-groups a call may be transferred to: a few at a time, or pasted as a list. */
export function IngroupEditor({ ingroups, onChange }: IngroupEditorProps) {
  const { t } = useText();
  const read = (text: string): PastedEntries => {
    const pasted = parseIngroupLines(text);
    return {
      entries: pasted.ingroups,
      skipped: pasted.skipped,
      add: () => onChange([...new Set([...ingroups, ...pasted.ingroups])]),
      replace: () => onChange(pasted.ingroups),
    };
  };
  return (
    <>
      <EntryEditor kind={INGROUPS} name="ingroup" entries={ingroups} onChange={onChange} />
      <PasteLines
        label={t('optionsIngroups')}
        hint={t('optionsIngroupsPasteHint')}
        skippedKey="optionsIngroupInvalid"
        read={read}
      />
    </>
  );
}
