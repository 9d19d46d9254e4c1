interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  /** Called inside the user gesture, so that the browser lets a permission be asked for. */
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, on, onChange }: SwitchProps) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={on} onClick={() => onChange(!on)}>
      <span class="switch-label">{label}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
