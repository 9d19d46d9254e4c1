import { useRef, useState } from 'preact/hooks';
import type { AfterCall } from '../../lib/agent/finish-call.ts';
import type { FinishRequest } from '../../lib/messages/call-control.ts';
import type { Disposition } from '../../lib/messages/panel-state.ts';
import { useText } from '../text.tsx';
import { ActionButton } from './action-button.tsx';
import { CallbackFields, callbackOf, NO_CALLBACK } from './callback-fields.tsx';
import { DispositionPicker } from './disposition-picker.tsx';

interface FinishFormProps {
  readonly dispositions: readonly Disposition[];
  /** True while the call still has to be hung up for it. */
  readonly hangsUp: boolean;
  readonly reason: string | null;
  readonly onFinish: (request: FinishRequest) => void;
}

type Missing = 'disposition' | 'time';

/** Ends the call with a disposition, and says what the agent is then. */
export function FinishForm({ dispositions, hangsUp, reason, onFinish }: FinishFormProps) {
  const { t } = useText();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<Disposition | null>(null);
  const [callback, setCallback] = useState(NO_CALLBACK);
  const [missing, setMissing] = useState<Missing | null>(null);

  const focus = (selector: string) => form.current?.querySelector<HTMLElement>(selector)?.focus();
  const refuse = (what: Missing) => {
    setMissing(what);
    focus(what === 'time' ? '[name=callback-at]' : '[role=combobox]');
  };
  const finish = (afterCall: AfterCall) => {
    if (!chosen) return refuse('disposition');
    const filled = chosen.isCallback ? callbackOf(callback) : null;
    if (chosen.isCallback && !filled) return refuse('time');
    onFinish({ status: chosen.code, callback: filled, afterCall });
  };

  return (
    // Enter in a field ends no call: only the two buttons do, each saying what comes after.
    <form class="call-tool" ref={form} aria-label={t('callFinish')} onSubmit={(event) => event.preventDefault()}>
      <DispositionPicker
        dispositions={dispositions}
        chosen={chosen}
        problem={missing === 'disposition' ? t('finishChoose') : null}
        onChoose={(disposition) => {
          setChosen(disposition);
          setMissing(null);
        }}
        onEnter={() =>
          chosen ? focus(chosen.isCallback ? '[name=callback-at]' : '.tool-ends button') : refuse('disposition')
        }
      />
      {chosen?.isCallback && (
        <CallbackFields
          draft={callback}
          problem={missing === 'time' ? t('callbackAtMissing') : null}
          onChange={(draft) => {
            setCallback(draft);
            setMissing(null);
          }}
        />
      )}
      {hangsUp && <p class="hint">{t('finishHangsUp')}</p>}
      <div class="tool-ends">
        <ActionButton
          label={t('finishStayPaused')}
          look="primary small"
          reason={reason}
          onPress={() => finish('stayPaused')}
        />
        <ActionButton label={t('finishNext')} reason={reason} onPress={() => finish('next')} />
      </div>
    </form>
  );
}

/** Where to get dispositions from, and where to set one meanwhile. */
export function NoDispositions({ onOptions }: { readonly onOptions: () => void }) {
  const { t } = useText();
  return (
    <div class="call-hint">
      <p>{t('finishEmpty')}</p>
      <button type="button" class="button small" onClick={onOptions}>
        {t('wayOptions')}
      </button>
    </div>
  );
}
