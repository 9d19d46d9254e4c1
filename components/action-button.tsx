import { useId } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

interface ActionButtonProps {
  readonly label: string;
  readonly icon?: IconName;
  /** `stacked`: icon above a short word, for a row of tools. */
  readonly look?: 'stacked' | 'small' | 'primary small' | '';
  /** Why it has no effect now; null when it has. */
  readonly reason: string | null;
  /** Said with the label of a button that works. */
  readonly note?: string | undefined;
  /** Set for a button that opens something below it. */
  readonly expanded?: boolean;
  /** Shown as lasting: a recording that runs. */
  readonly live?: boolean;
  readonly onPress: () => void;
}

/**
 * A button that can be reached while it has no effect, and says why then: a disabled one is skipped by the keyboard, so
 * that its reason would be told to nobody. What is to be seen of it stands below the row (why-not.tsx).
 */
export function ActionButton(props: ActionButtonProps) {
  const { label, icon, look = 'small', reason, note, expanded, live, onPress } = props;
  const id = useId();
  const words = reason ?? note;
  return (
    <div class="action">
      <button
        type="button"
        class={`button ${look}`}
        aria-disabled={reason !== null}
        aria-describedby={words === undefined ? undefined : id}
        aria-expanded={expanded}
        title={words}
        data-live={live}
        onClick={() => reason === null && onPress()}
      >
        {icon && <Icon name={icon} />}
        {label}
      </button>
      {words !== undefined && (
        <span class="unseen" id={id}>
          {words}
        </span>
      )}
    </div>
  );
}
