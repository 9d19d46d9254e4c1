import { useState } from 'preact/hooks';
import type { CallControlRequest } from '../../lib/messages/call-control.ts';
import { ActionButton } from '../action-button.tsx';
import { Field } from '../field.tsx';
import { useText } from '../text.tsx';

interface TransferFormProps {
  readonly ingroups: readonly string[];
  readonly reason: string | null;
  readonly onSend: (request: CallControlRequest) => void;
  readonly onOptions: () => void;
}

/** Hands the customer to somebody else, or brings somebody in. */
export function TransferForm({ ingroups, reason, onSend, onOptions }: TransferFormProps) {
  const { t } = useText();
  return (
    <section class="call-tool" aria-label={t('callTransfer')}>
      <ToNumber reason={reason} onSend={onSend} />
      {ingroups.length > 0 ? (
        <ToIngroup ingroups={ingroups} reason={reason} onSend={onSend} />
      ) : (
        <p class="hint">
          {t('transferNoIngroups')}{' '}
          <button type="button" class="link" onClick={onOptions}>
            {t('wayOptions')}
          </button>
        </p>
      )}
    </section>
  );
}

function ToNumber({ reason, onSend }: Pick<TransferFormProps, 'reason' | 'onSend'>) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);
  const send = (action: 'blindTransfer' | 'threeWay') => {
    const number = transferNumberOf(text);
    setRefused(number === null);
    if (number !== null) onSend({ action, number });
  };
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Field
        label={t('transferNumber')}
        hint={t('transferNumberHint')}
        problem={refused ? t('transferNumberInvalid') : null}
      >
        {(control) => (
          <input
            {...control}
            type="tel"
            autoComplete="off"
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setRefused(false);
            }}
          />
        )}
      </Field>
      <div class="tool-ends">
        <ActionButton label={t('transferThreeWay')} reason={reason} onPress={() => send('threeWay')} />
        <ActionButton label={t('transferBlind')} reason={reason} onPress={() => send('blindTransfer')} />
      </div>
    </form>
  );
}

function ToIngroup({ ingroups, reason, onSend }: Pick<TransferFormProps, 'ingroups' | 'reason' | 'onSend'>) {
  const { t } = useText();
  const [ingroup, setIngroup] = useState(ingroups[0] ?? '');
  return (
    <Field label={t('transferIngroup')}>
      {(control) => (
        <div class="tool-row">
          <select {...control} value={ingroup} onChange={(event) => setIngroup(event.currentTarget.value)}>
            {ingroups.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
          <ActionButton
            label={t('transferToIngroup')}
            reason={reason}
            onPress={() => onSend({ action: 'ingroupTransfer', ingroup })}
          />
        </div>
      )}
    </Field>
  );
}

/** The digits of what was typed as one writes a number, with the plus before them; null when it holds anything else. */
export function transferNumberOf(text: string): string | null {
  const digits = text.replace(/[\s().\-/]/g, '');
  return /^\+?\d{2,16}$/.test(digits) ? digits : null;
}
