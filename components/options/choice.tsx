import { useId } from 'preact/hooks';
import type { MessageKey } from '../../lib/messages/text.ts';
import { useText } from '../text.tsx';

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly key: MessageKey }[];
  readonly onChange: (value: V) => void;
}

/** One of a few, all visible. */
export function Choice<V extends string>({ label, value, options, onChange }: ChoiceProps<V>) {
  const { t } = useText();
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class="field-label">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="check">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {t(option.key)}
        </label>
      ))}
    </fieldset>
  );
}
