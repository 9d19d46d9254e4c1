interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  /** It shows how things are, and cannot be moved. */
  readonly isLocked?: boolean;
  /** Called inside the user gesture, so that the browser lets a permission be asked for. */
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, on, isLocked = false, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      disabled={isLocked}
      onClick={() => onChange(!on)}
    >
      <span class="switch-label">{label}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
