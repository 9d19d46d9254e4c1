import { parseIngroupLines } from '../../lib/pasted/ingroups.ts';
import { MOST_INGROUPS } from '../../lib/pasted/limits.ts';
import { useText } from '../text.tsx';
import { EntryEditor, INGROUPS } from './entry-editor.tsx';
import { type PastedEntries, PasteLines } from './paste-lines.tsx';

interface IngroupEditorProps {
  readonly ingroups: readonly string[];
  readonly onChange: (ingroups: readonly string[]) => Promise<boolean>;
}

/** The in-groups a call may be transferred to: a few at a time, or pasted as a list. */
export function IngroupEditor({ ingroups, onChange }: IngroupEditorProps) {
  const { t } = useText();
  const read = (text: string): PastedEntries<string> => {
    const pasted = parseIngroupLines(text);
    return {
      entries: pasted.ingroups,
      skipped: pasted.skipped,
      alone: pasted.ingroups,
      added: [...new Set([...ingroups, ...pasted.ingroups])],
    };
  };
  return (
    <>
      <EntryEditor kind={INGROUPS} name="ingroup" entries={ingroups} onChange={onChange} />
      <PasteLines
        label={t('optionsIngroups')}
        hint={t('optionsIngroupsPasteHint')}
        skippedKey="optionsIngroupInvalid"
        most={MOST_INGROUPS}
        read={read}
        onChange={onChange}
      />
    </>
  );
}
