import { REMOVE_BUTTON, RemoveButton } from './remove-button.tsx';
import { useFocusInList } from './use-focus-in-list.ts';

interface EntryListProps {
  /** Each by its key and what it is called; a note says what else there is to know. */
  readonly entries: readonly { readonly key: string; readonly name: string; readonly note?: string | undefined }[];
  /** What is said when there is none. */
  readonly empty: string;
  readonly onRemove: (key: string) => void;
}

/** Entries that can only be taken away here: they come from what the agent did elsewhere. */
export function EntryList({ entries, empty, onRemove }: EntryListProps) {
  const { hold, goOn } = useFocusInList(entries.map(({ key, name }) => `${key} ${name}`));
  if (entries.length === 0)
    return (
      <p class="hint" ref={hold} tabIndex={-1}>
        {empty}
      </p>
    );
  return (
    <ul class="rows" ref={hold} tabIndex={-1}>
      {entries.map(({ key, name, note }, index) => (
        <li key={key}>
          <span>
            <bdi>{name}</bdi>
            {note && <small class="entry-note">{note}</small>}
          </span>
          <RemoveButton
            name={name}
            onRemove={() => {
              goOn(index, REMOVE_BUTTON);
              onRemove(key);
            }}
          />
        </li>
      ))}
    </ul>
  );
}
