import { useState } from 'preact/hooks';
import type { PauseCode } from '../../lib/messages/panel-state.ts';
import { LONGEST_CODE_NAME, MOST_CODES } from '../../lib/pasted/limits.ts';
import { isPauseCode, mergePauseCodes, parsePauseCodeLines } from '../../lib/pasted/pause-codes.ts';
import { Icon } from '../icon.tsx';
import { TextField } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';
import { PasteLines } from './paste-lines.tsx';

interface PauseCodeEditorProps {
  readonly codes: readonly PauseCode[];
  /** Tells whether the list was stored. */
  readonly onChange: (codes: readonly PauseCode[]) => Promise<boolean>;
}

/** The campaign's pause codes, which VICIdial does not tell: one by one, or pasted as a list. */
export function PauseCodeEditor({ codes, onChange }: PauseCodeEditorProps) {
  const { t } = useText();
  const read = (text: string) => {
    const pasted = parsePauseCodeLines(text);
    return {
      entries: pasted.codes.map(({ code, name }) => `${code} ${name}`.trim()),
      skipped: pasted.skipped,
      alone: pasted.codes,
      added: mergePauseCodes(codes, pasted.codes),
    };
  };
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
                onClick={() => void onChange(codes.filter((each) => each.code !== code))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddPauseCode codes={codes} onChange={onChange} />
      <PasteLines
        label={t('optionsPauseCodes')}
        hint={t('optionsPasteHint')}
        most={MOST_CODES}
        read={read}
        onChange={onChange}
      />
    </>
  );
}

function AddPauseCode({ codes, onChange }: PauseCodeEditorProps) {
  const { t } = useText();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const isNameTooLong = name.trim().length > LONGEST_CODE_NAME;
  const add = async (event: Event) => {
    event.preventDefault();
    if (isNameTooLong) return;
    if (!isPauseCode(code.trim())) return setProblem(t('optionsPauseCodeInvalid'));
    if (codes.some((each) => each.code === code.trim())) return setProblem(t('optionsPauseCodeTwice'));
    if (codes.length >= MOST_CODES) return setProblem(t('optionsListFull', String(MOST_CODES)));
    const added = { code: code.trim(), name: name.trim() };
    if (!(await onChange([...codes, added]))) return;
    // What was typed meanwhile stays.
    setCode((now) => (now === code ? '' : now));
    setName((now) => (now === name ? '' : now));
  };
  return (
    <form class="add-row" onSubmit={(event) => void add(event)}>
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
      <TextField
        label={t('optionsPauseName')}
        name="pause-name"
        problem={isNameTooLong ? t('tooLong', String(LONGEST_CODE_NAME)) : null}
        value={name}
        onValue={setName}
      />
      <button type="submit" class="button">
        {t('optionsAdd')}
      </button>
    </form>
  );
}
