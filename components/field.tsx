import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

/** What a control needs so that its label, hint and problem are read with it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Amber: nothing is refused. Stays beside a problem, of which it may be the cause. */
  readonly warning?: string | null;
  /** Red: the value was refused. */
  readonly problem?: string | null;
  readonly children: (control: ControlProps) => ComponentChildren;
}

/** A label above a control, its hint, warning or problem below. */
export function Field({ label, hint, warning = null, problem = null, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const alerts = [
    { tone: 'problem-note', note: problem },
    { tone: 'warning', note: warning },
  ].filter(({ note }) => note !== null);
  const notes = alerts.length > 0 ? alerts : [{ tone: 'hint', note: hint ?? null }];
  const isDescribed = notes.some(({ note }) => note !== null);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': isDescribed ? noteId : undefined, 'aria-invalid': problem !== null })}
      <div aria-live="polite" id={noteId}>
        {notes.map(
          ({ tone, note }) =>
            note !== null && (
              <p class={`note ${tone}`} key={tone}>
                {tone !== 'hint' && <Icon name="alert" />}
                {note}
              </p>
            ),
        )}
      </div>
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly name: string;
  readonly autoComplete?: string;
  readonly inputMode?: 'url' | 'text' | 'decimal' | 'numeric';
  /** What the browser proposes while it is typed; anything else may be. */
  readonly proposals?: readonly string[];
  readonly placeholder?: string;
  readonly readOnly?: boolean;
}

/** A field for one line of technical text: no spelling, no capitals put in. */
export function TextField({ value, onValue, name, autoComplete = 'off', ...rest }: TextFieldProps) {
  const { inputMode = 'text', placeholder, readOnly = false, proposals = [], ...field } = rest;
  const list = useId();
  return (
    <Field {...field}>
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            dir="auto"
            name={name}
            autoComplete={autoComplete}
            inputMode={inputMode}
            placeholder={placeholder}
            readOnly={readOnly}
            autoCapitalize="none"
            spellcheck={false}
            value={value}
            list={proposals.length > 0 ? list : undefined}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          {proposals.length > 0 && (
            <datalist id={list}>
              {proposals.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}
