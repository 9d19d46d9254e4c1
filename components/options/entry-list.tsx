import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

interface EntryListProps {
  /** Each by its key and what it is called; a note says what else there is to know. */
  readonly entries: readonly { readonly key: string; readonly name: string; readonly note?: string | undefined }[];
  /** What is said when there is none. */
  readonly empty: string;
  readonly onRemove: (key: string) => void;
}

/** Entries that can only be taken away here: they come from what the agent did elsewhere. */
export function EntryList({ entries, empty, onRemove }: EntryListProps) {
  const { t } = useText();
  if (entries.length === 0) return <p class="hint">{empty}</p>;
  return (
    <ul class="rows">
      {entries.map(({ key, name, note }) => (
        <li key={key}>
          <span>
            <bdi>{name}</bdi>
            {note && <small class="entry-note">{note}</small>}
          </span>
          <button
            type="button"
            class="inline-button"
            aria-label={t('optionsRemove', name)}
            title={t('optionsRemove', name)}
            onClick={() => onRemove(key)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
