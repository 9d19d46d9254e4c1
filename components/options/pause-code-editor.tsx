import { useState } from 'preact/hooks';
import type { PauseCode } from '../../lib/messages/panel-state.ts';
import { Icon } from '../icon.tsx';
import { Field, TextField } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';
import { isPauseCode, mergePauseCodes, parsePauseCodeLines } from './pause-code-lines.ts';

interface PauseCodeEditorProps {
  readonly codes: readonly PauseCode[];
  readonly onChange: (codes: readonly PauseCode[]) => void;
}

/** The campaign's pause codes, which VICIdial does not tell: one by one, or pasted as a list. */
export function PauseCodeEditor({ codes, onChange }: PauseCodeEditorProps) {
  const { t } = useText();
  return (
    <>
      {codes.length === 0 ? (
        <p class="hint">{t('optionsNoPauseCodes')}</p>
      ) : (
        <ul class="rows">
          {codes.map(({ code, name }) => (
            <li key={code}>
              <code>{code}</code>
              <span>{name}</span>
              <button
                type="button"
                class="inline-button"
                aria-label={t('optionsRemove', code)}
                title={t('optionsRemove', code)}
                onClick={() => onChange(codes.filter((each) => each.code !== code))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddPauseCode codes={codes} onChange={onChange} />
      <PastePauseCodes codes={codes} onChange={onChange} />
    </>
  );
}

function AddPauseCode({ codes, onChange }: PauseCodeEditorProps) {
  const { t } = useText();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = (event: Event) => {
    event.preventDefault();
    if (!isPauseCode(code.trim())) return setProblem(t('optionsPauseCodeInvalid'));
    if (codes.some((each) => each.code === code.trim())) return setProblem(t('optionsPauseCodeTwice'));
    onChange([...codes, { code: code.trim(), name: name.trim() }]);
    setCode('');
    setName('');
  };
  return (
    <form class="add-row" onSubmit={add}>
      <TextField
        label={t('optionsPauseCode')}
        name="pause-code"
        problem={problem}
        value={code}
        onValue={(value) => {
          setCode(value);
          setProblem(null);
        }}
      />
      <TextField label={t('optionsPauseName')} name="pause-name" value={name} onValue={setName} />
      <button type="submit" class="button">
        {t('optionsAdd')}
      </button>
    </form>
  );
}

function PastePauseCodes({ codes, onChange }: PauseCodeEditorProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const paste = () => {
    const pasted = parsePauseCodeLines(text);
    if (pasted.codes.length > 0) onChange(mergePauseCodes(codes, pasted.codes));
    setSkipped(pasted.skipped);
    // What was not understood stays, to be corrected.
    setText(pasted.skipped.join('\n'));
  };
  return (
    <details class="more">
      <summary>{t('optionsPaste')}</summary>
      <Field
        label={t('optionsPauseCodes')}
        hint={t('optionsPasteHint')}
        problem={skipped.length === 0 ? null : t('optionsPasteSkipped', skipped.join(' · '))}
      >
        {(control) => (
          <textarea {...control} rows={5} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        )}
      </Field>
      <button type="button" class="button" onClick={paste}>
        {t('optionsPasteAdd')}
      </button>
    </details>
  );
}
