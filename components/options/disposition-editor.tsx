import { useState } from 'preact/hooks';
import type { Disposition } from '../../lib/messages/panel-state.ts';
import { isDispositionCode, mergeDispositions, parseDispositionLines } from '../../lib/pasted/dispositions.ts';
import { LONGEST_CODE_NAME, MOST_CODES } from '../../lib/pasted/limits.ts';
import { Icon } from '../icon.tsx';
import { TextField } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';
import { PasteLines } from './paste-lines.tsx';

interface DispositionEditorProps {
  readonly dispositions: readonly Disposition[];
  /** Tells whether the list was stored. */
  readonly onChange: (dispositions: readonly Disposition[]) => Promise<boolean>;
}

/** The statuses a call may end with: one by one, or pasted as lines or a table. */
export function DispositionEditor({ dispositions, onChange }: DispositionEditorProps) {
  const { t } = useText();
  const read = (text: string) => {
    const pasted = parseDispositionLines(text);
    return {
      entries: pasted.dispositions.map(({ code, name, isCallback }) =>
        [code, name, isCallback && `(${t('optionsCallbackMark')})`].filter(Boolean).join(' '),
      ),
      skipped: pasted.skipped,
      alone: pasted.dispositions,
      added: mergeDispositions(dispositions, pasted.dispositions),
    };
  };
  return (
    <>
      {dispositions.length === 0 ? (
        <p class="hint">{t('optionsNoDispositions')}</p>
      ) : (
        <ul class="rows">
          {dispositions.map(({ code, name, isCallback }) => (
            <li key={code}>
              <code>{code}</code>
              <span>{name}</span>
              {isCallback && <small class="mark">{t('optionsCallbackMark')}</small>}
              <button
                type="button"
                class="inline-button"
                aria-label={t('optionsRemove', code)}
                title={t('optionsRemove', code)}
                onClick={() => void onChange(dispositions.filter((each) => each.code !== code))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddDisposition dispositions={dispositions} onChange={onChange} />
      <PasteLines
        label={t('optionsDispositions')}
        hint={t('optionsDispositionsPasteHint')}
        most={MOST_CODES}
        read={read}
        onChange={onChange}
      />
    </>
  );
}

function AddDisposition({ dispositions, onChange }: DispositionEditorProps) {
  const { t } = useText();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [isCallback, setCallback] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isNameTooLong = name.trim().length > LONGEST_CODE_NAME;
  const add = async (event: Event) => {
    event.preventDefault();
    if (isNameTooLong) return;
    if (!isDispositionCode(code.trim())) return setProblem(t('optionsPauseCodeInvalid'));
    if (dispositions.some((each) => each.code === code.trim())) return setProblem(t('optionsPauseCodeTwice'));
    if (dispositions.length >= MOST_CODES) return setProblem(t('optionsListFull', String(MOST_CODES)));
    const added = { code: code.trim(), name: name.trim(), isCallback };
    if (!(await onChange([...dispositions, added]))) return;
    // What was typed meanwhile stays.
    setCode((now) => (now === code ? '' : now));
    setName((now) => (now === name ? '' : now));
    setCallback(false);
  };
  return (
    <form class="add-form" onSubmit={(event) => void add(event)}>
      <div class="add-row">
        <TextField
          label={t('optionsPauseCode')}
          name="disposition-code"
          problem={problem}
          value={code}
          onValue={(value) => {
            setCode(value);
            setProblem(null);
          }}
        />
        <TextField
          label={t('optionsPauseName')}
          name="disposition-name"
          problem={isNameTooLong ? t('tooLong', String(LONGEST_CODE_NAME)) : null}
          value={name}
          onValue={setName}
        />
        <button type="submit" class="button">
          {t('optionsAdd')}
        </button>
      </div>
      <label class="check">
        <input type="checkbox" checked={isCallback} onChange={(event) => setCallback(event.currentTarget.checked)} />
        {t('optionsDispositionCallback')}
      </label>
    </form>
  );
}
