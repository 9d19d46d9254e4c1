import { isTextField } from '../text/element-sources.ts';

export interface FieldFocusOptions {
  readonly signal: AbortSignal;
  /** Dialside's own element: with the focus in it the person is still at the field. */
  readonly host: Element;
  /** What the field says, or whether it counts, has changed. */
  readonly onChange: (field: HTMLInputElement) => void;
}

/** Knows the field that the person has come to. A number in it may be dialled meanwhile; before, it is only being edited. */
export interface FieldFocus {
  attend(field: HTMLInputElement): void;
  isAttended(field: HTMLInputElement): boolean;
}

/** Listens only while the person is at a field, and to nothing but that one: of moves inside a shadow root nobody else hears. */
export function createFieldFocus({ signal, host, onChange }: FieldFocusOptions): FieldFocus {
  let attended: HTMLInputElement | null = null;
  let ending = new AbortController();

  function leave(): void {
    const left = attended;
    ending.abort();
    attended = null;
    if (left !== null) onChange(left);
  }

  function begin(field: HTMLInputElement): void {
    ending = new AbortController();
    attended = field;
    const listening = { capture: true, passive: true, signal: AbortSignal.any([signal, ending.signal]) };
    field.addEventListener('input', () => onChange(field), listening);
    field.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        if (relatedTarget !== host) leave();
      },
      listening,
    );
  }

  return {
    attend(field) {
      if (field === attended || !isTextField(field) || signal.aborted) return;
      leave();
      begin(field);
      onChange(field);
    },
    isAttended: (field) => field === attended,
  };
}
