import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

/** Where the focus goes on after another of them. */
export const REMOVE_BUTTON = '.remove-entry';

interface RemoveButtonProps {
  /** Of what it takes away. */
  readonly name: string;
  readonly onRemove: () => void;
}

/** Takes an entry of a list away. */
export function RemoveButton({ name, onRemove }: RemoveButtonProps) {
  const { t } = useText();
  return (
    <button
      type="button"
      class="inline-button remove-entry"
      aria-label={t('optionsRemove', name)}
      title={t('optionsRemove', name)}
      // The next one takes the focus: a key that is held down would empty the list.
      onKeyDown={(event) => event.repeat && event.preventDefault()}
      onClick={onRemove}
    >
      <Icon name="close" />
    </button>
  );
}
