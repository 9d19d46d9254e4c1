import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dialerClockOf, judgeCallbackTime, suggestCallbackTime } from '../../lib/agent/call/callback-time.ts';
import type { AfterCall } from '../../lib/agent/call/finish-call.ts';
import type { MeantCall } from '../../lib/agent/call/meant-call.ts';
import type { FinishRequest } from '../../lib/messages/call-control.ts';
import type { Disposition, PauseCode } from '../../lib/messages/panel-state.ts';
import type { Translate } from '../../lib/messages/text.ts';
import { ActionButton } from '../action-button.tsx';
import { Field } from '../field.tsx';
import { useText } from '../text.tsx';
import { CallbackFields, callbackOf, draftCallback } from './callback-fields.tsx';
import { DispositionPicker } from './disposition-picker.tsx';
import type { FinishDraft } from './use-finish-draft.ts';

interface FinishFormProps {
  readonly dispositions: readonly Disposition[];
  readonly pauseCodes: readonly PauseCode[];
  /** The code that is chosen until the agent chooses another; empty for none. */
  readonly callPauseCode: string;
  /** A pause without a code opens a box that asks for one, and holds calls back. */
  readonly asksForPauseCode: boolean;
  /** The code of the pause that already waits for the end of the call: null for one without, undefined for no such pause. */
  readonly heldPauseCode: string | null | undefined;
  /** True while the call still has to be hung up for it. */
  readonly hangsUp: boolean;
  /** The call as it is shown now. */
  readonly call: MeantCall;
  /** As in the panel's state. */
  readonly clockAheadMs: number | undefined;
  readonly reason: string | null;
  readonly draft: FinishDraft;
  readonly onDraft: (change: Partial<FinishDraft>) => void;
  readonly onFinish: (request: FinishRequest) => void;
}

/** What keeps the form from being sent. A time that is `perhapsPast` is sent when the agent presses once more. */
type Obstacle = 'disposition' | 'noTime' | 'past' | 'perhapsPast' | 'pauseCode';

/** Where each of them is mended. */
const PLACES: Readonly<Record<Exclude<Obstacle, 'perhapsPast'>, string>> = {
  disposition: '[role=combobox]',
  noTime: '[name=callback-at]',
  past: '[name=callback-at]',
  pauseCode: '[name=pause-code]',
};

/** Ends the call with a disposition, and says what the agent is then. */
export function FinishForm(props: FinishFormProps) {
  const { dispositions, pauseCodes, asksForPauseCode, hangsUp, reason, draft, onDraft, onFinish } = props;
  const { t } = useText();
  const form = useRef<HTMLFormElement>(null);
  const chosen = draft.disposition;
  const clock = dialerClockOf(props.clockAheadMs, Date.now());
  const suggested = useRef(draftCallback(suggestCallbackTime(clock, Date.now()))).current;
  const callback = draft.callback ?? suggested;
  const [pauseCode, setPauseCode] = usePauseCode(props);
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  // What was on the screen when the agent began to fill it in; he has seen the call that is there when he presses once more.
  const meant = useRef(props.call);

  const focus = (selector: string) => form.current?.querySelector<HTMLElement>(selector)?.focus();
  const edit = (change: Partial<FinishDraft>) => {
    onDraft(change);
    setObstacle(null);
  };
  const refuse = (what: Exclude<Obstacle, 'perhapsPast'>) => {
    setObstacle(what);
    focus(PLACES[what]);
  };
  const finish = (afterCall: AfterCall) => {
    if (!chosen) return refuse('disposition');
    const filled = chosen.isCallback ? callbackOf(callback) : null;
    if (chosen.isCallback && !filled) return refuse('noTime');
    const time = filled ? judgeCallbackTime(filled.at, clock, Date.now()) : 'ahead';
    if (time === 'past') return refuse('past');
    if (afterCall === 'stayPaused' && asksForPauseCode && pauseCodes.length > 0 && pauseCode === '')
      return refuse('pauseCode');
    if (time === 'perhapsPast' && obstacle !== 'perhapsPast') return setObstacle('perhapsPast');
    const pausedWith = afterCall === 'stayPaused' ? pauseWith(pauseCode, props.heldPauseCode) : {};
    onFinish({ status: chosen.code, callback: filled, afterCall, meant: meant.current, ...pausedWith });
    meant.current = props.call;
  };

  return (
    // Enter in a field ends no call: only the two buttons do, each saying what comes after.
    <form class="call-tool" ref={form} aria-label={t('callFinish')} onSubmit={(event) => event.preventDefault()}>
      <DispositionPicker
        dispositions={dispositions}
        chosen={chosen}
        typed={draft.typed}
        problem={obstacle === 'disposition' ? t('finishChoose') : null}
        onChoose={(disposition) => edit({ disposition })}
        onType={(typed, disposition) => edit({ typed, disposition })}
        onEnter={() =>
          chosen ? focus(chosen.isCallback ? '[name=callback-at]' : '.tool-ends button') : refuse('disposition')
        }
      />
      {chosen?.isCallback && (
        <CallbackFields
          draft={callback}
          clock={clock}
          problem={timeProblem(t, obstacle)}
          warning={obstacle === 'perhapsPast' ? t('callbackPerhapsPast') : null}
          onChange={(callback) => edit({ callback })}
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
      {pauseCodes.length > 0 && (
        <PauseCodeField
          pauseCodes={pauseCodes}
          value={pauseCode}
          isNeeded={asksForPauseCode}
          problem={obstacle === 'pauseCode' ? t('finishPauseCodeMissing') : null}
          onChange={(code) => {
            setPauseCode(code);
            setObstacle(null);
          }}
        />
      )}
    </form>
  );
}

function timeProblem(t: Translate, obstacle: Obstacle | null): string | null {
  if (obstacle === 'past') return t('callbackPast');
  return obstacle === 'noTime' ? t('callbackAtMissing') : null;
}

/** The code of the pause after the call: the newest choice counts, made here or in the menu of the pause button. */
function usePauseCode({ draft, onDraft, heldPauseCode, callPauseCode }: FinishFormProps) {
  const seen = useRef(draft.pauseCode ?? { held: heldPauseCode, code: heldPauseCode ?? callPauseCode });
  if (draft.pauseCode !== null) seen.current = draft.pauseCode;
  if (seen.current.held !== heldPauseCode)
    seen.current = { held: heldPauseCode, code: heldPauseCode === undefined ? callPauseCode : (heldPauseCode ?? '') };
  const isOutdated = draft.pauseCode !== null && draft.pauseCode.held !== heldPauseCode;
  useLayoutEffect(() => {
    if (isOutdated) onDraft({ pauseCode: null });
  }, [isOutdated]);
  const choose = (code: string) => onDraft({ pauseCode: { held: heldPauseCode, code } });
  return [seen.current.code, choose] as const;
}

/** Left out where nothing was chosen; null takes the code of a pause that waits away. */
function pauseWith(pauseCode: string, held: string | null | undefined): Pick<FinishRequest, 'pauseCode'> {
  if (pauseCode !== '') return { pauseCode };
  return held ? { pauseCode: null } : {};
}

interface PauseCodeFieldProps {
  readonly pauseCodes: readonly PauseCode[];
  readonly value: string;
  /** Without one the agent screen asks. */
  readonly isNeeded: boolean;
  readonly problem: string | null;
  readonly onChange: (code: string) => void;
}

/** What the pause after the call is for. A code of the options' that is in no list is offered all the same. */
function PauseCodeField({ pauseCodes, value, isNeeded, problem, onChange }: PauseCodeFieldProps) {
  const { t } = useText();
  const isListed = value === '' || pauseCodes.some(({ code }) => code === value);
  const codes = isListed ? pauseCodes : [...pauseCodes, { code: value, name: '' }];
  return (
    <Field label={t('finishPauseCode')} problem={problem}>
      {(control) => (
        <select {...control} name="pause-code" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{t(isNeeded ? 'optionsRegionChoose' : 'pauseWithoutCode')}</option>
          {codes.map(({ code, name }) => (
            <option key={code} value={code}>
              {name || code}
            </option>
          ))}
        </select>
      )}
    </Field>
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
