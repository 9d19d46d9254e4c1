import { useId, useState } from 'preact/hooks';
import type { MessageKey } from '../lib/messages/text.ts';
import { useText } from './text.tsx';

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly key: MessageKey }[];
  /** What was chosen is shown until a promise of it is kept, or broken. */
  readonly onChange: (value: V) => unknown;
}

/** One of a few, all visible. */
export function Choice<V extends string>({ label, value, options, onChange }: ChoiceProps<V>) {
  const { t } = useText();
  const name = useId();
  const [chosen, setChosen] = useState<V | null>(null);
  const choose = async (next: V) => {
    setChosen(next);
    try {
      await onChange(next);
    } finally {
      setChosen((now) => (now === next ? null : now));
    }
  };
  return (
    <fieldset class="choice">
      <legend class="field-label">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="check">
          <input
            type="radio"
            name={name}
            checked={option.value === (chosen ?? value)}
            onChange={() => void choose(option.value)}
          />
          {t(option.key)}
        </label>
      ))}
    </fieldset>
  );
}
