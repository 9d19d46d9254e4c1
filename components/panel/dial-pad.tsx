import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Explanation } from '../../lib/messages/explanation.ts';
import { Icon } from '../icon.tsx';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { Keypad } from './keypad.tsx';

interface DialPadProps {
  readonly region: string;
  readonly keypadOpen: boolean;
  /** Puts the caret into the field at once, where nothing else waits for the agent. */
  readonly takeFocus: boolean;
  /** A call has begun. */
  readonly isCalling: boolean;
  /** How often the agent has asked for something else: what was wrong with a number is not said beside that any more. */
  readonly otherRequests: number;
  /** Why the last text was not dialled; null when it was. */
  readonly onDial: (text: string) => Promise<Explanation | null>;
}

/** A field that spaces the number while it is typed, with a keypad for those who want one. Enter dials. */
export function DialPad({ region, keypadOpen, takeFocus, isCalling, otherRequests, onDial }: DialPadProps) {
  const { t, asYouType } = useText();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Explanation | null>(null);
  const [sending, setSending] = useState(false);
  const [open, setOpen] = useState(keypadOpen);
  const field = useRef<HTMLInputElement>(null);
  // The field has been emptied by a dial: an Enter more is impatience.
  const hasJustDialled = useRef(false);

  // Before the first paint: later it would take the focus from what the agent has reached meanwhile.
  useLayoutEffect(() => {
    // In a popup at 200 % what is above it, the agent's state, would be scrolled away.
    if (takeFocus) field.current?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    setProblem(null);
    if (!isCalling) hasJustDialled.current = false;
  }, [isCalling, otherRequests]);

  const edit = (next: string) => {
    hasJustDialled.current = false;
    setText(next);
    setProblem(null);
  };
  const dial = async (event: Event) => {
    event.preventDefault();
    if (text === '' && hasJustDialled.current) return;
    setSending(true);
    try {
      const refused = await onDial(text);
      setProblem(refused);
      if (refused) field.current?.focus();
      else {
        setText('');
        hasJustDialled.current = true;
      }
    } finally {
      setSending(false);
    }
  };

  return (
    <form class="dial-pad" onSubmit={dial}>
      <div class="dial-row">
        <div class="dial-field">
          <input
            ref={field}
            type="tel"
            inputMode="tel"
            autoComplete="off"
            aria-label={t('dialNumber')}
            placeholder={t('dialPlaceholder')}
            aria-invalid={problem !== null}
            value={text}
            onInput={(event) => edit(formatInput(event, (raw) => asYouType(raw, region)))}
          />
          {text !== '' && (
            <button
              type="button"
              class="inline-button"
              aria-label={t('dialClear')}
              onClick={() => {
                edit('');
                // The button goes with what it has cleared.
                field.current?.focus();
              }}
            >
              <Icon name="close" />
            </button>
          )}
          <button
            type="button"
            class="inline-button"
            aria-label={t('dialKeypad')}
            title={t('dialKeypad')}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Icon name="keypad" />
          </button>
        </div>
        {/* Disabled, Enter in the field submits nothing either: one press is one request. */}
        <button type="submit" class="button primary" disabled={sending}>
          <Icon name="phone" />
          {t('dialCall')}
        </button>
      </div>
      {problem && <Problem explanation={problem} />}
      {open && (
        <Keypad
          onKey={(key) => edit(asYouType(text + key, region))}
          onDelete={() => edit(text.replace(/[\s().-]*.[\s().-]*$/u, ''))}
        />
      )}
    </form>
  );
}

/**
 * The formatted text of an input event. Left as typed while deleting, where a separator put back at once could never be
 * deleted, and while the caret stands inside, where it would jump.
 */
function formatInput(event: InputEvent, format: (raw: string) => string): string {
  const field = event.currentTarget as HTMLInputElement;
  const raw = field.value;
  if (event.inputType?.startsWith('delete') || field.selectionStart !== raw.length) return raw;
  return format(raw);
}
