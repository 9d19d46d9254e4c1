import { useState } from 'preact/hooks';
import { ActionButton } from '../action-button.tsx';
import { Field } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

// As on every telephone (ITU-T E.161).
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
const MAX_TONES = 40;

interface TonePadProps {
  readonly reason: string | null;
  /** True when the dialer took them. */
  readonly onSend: (tones: string) => Promise<boolean>;
}

/** Tones for a menu or a code. Sent together: a second request may overwrite the first (api.md 7.9). */
export function TonePad({ reason, onSend }: TonePadProps) {
  const { t } = useText();
  const [tones, setTones] = useState('');
  const [sent, setSent] = useState('');
  const edit = (text: string) => {
    const kept = text.replace(/[^\d*#,]/g, '').slice(0, MAX_TONES);
    setTones(kept);
    setSent('');
    return kept;
  };
  const send = async () => {
    if (reason !== null || tones === '' || !(await onSend(tones))) return;
    // What was typed meanwhile is still to be sent.
    setTones((now) => (now.startsWith(tones) ? now.slice(tones.length) : now));
    setSent(tones);
  };
  return (
    <form
      class="call-tool"
      aria-label={t('callTones')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={t('tonesLabel')} hint={sent === '' ? t('tonesHint') : t('tonesSent', sent)}>
        {(control) => (
          <div class="tool-row">
            <input
              {...control}
              type="text"
              dir="auto"
              inputMode="tel"
              autoComplete="off"
              spellcheck={false}
              value={tones}
              onInput={(event) => {
                // The field shows what is sent: what is no tone, or too much, is left out of it even when nothing else changes.
                event.currentTarget.value = edit(event.currentTarget.value);
              }}
            />
            <button
              type="button"
              class="inline-button"
              aria-label={t('dialDelete')}
              onClick={() => edit(tones.slice(0, -1))}
            >
              <Icon name="backspace" />
            </button>
            <ActionButton label={t('tonesSend')} look="primary small" reason={reason} onPress={send} />
          </div>
        )}
      </Field>
      <fieldset class="keypad" aria-label={t('dialKeypad')}>
        {KEYS.map((key) => (
          <button key={key} type="button" class="button key" onClick={() => edit(tones + key)}>
            {key}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
