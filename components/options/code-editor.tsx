import { useState } from 'preact/hooks';
import type { PauseCode } from '../../lib/messages/panel-state.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { LONGEST_CODE_NAME, MOST_CODES } from '../../lib/pasted/limits.ts';
import { TextField } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';
import { PasteLines } from './paste-lines.tsx';

/** A kind of code that VICIdial tells nobody, and how it is spoken of. */
export interface CodeKind<T extends PauseCode> {
  /** How the names of the fields begin. */
  readonly name: string;
  readonly label: MessageKey;
  /** Said when there is none. */
  readonly empty: MessageKey;
  readonly pasteHint: MessageKey;
  /** What some of them are besides, and others not. */
  readonly tick?: { readonly label: MessageKey; readonly mark: MessageKey; readonly isOn: (code: T) => boolean };
  readonly isCode: (text: string) => boolean;
  readonly newCode: (code: PauseCode, isTicked: boolean) => T;
  readonly parse: (text: string) => { readonly codes: readonly T[]; readonly skipped: readonly string[] };
  /** The list with what was pasted behind it. */
  readonly merge: (codes: readonly T[], pasted: readonly T[]) => readonly T[];
}

export interface CodeEditorProps<T extends PauseCode> {
  readonly kind: CodeKind<T>;
  readonly codes: readonly T[];
  /** Tells whether the list was stored. */
  readonly onChange: (codes: readonly T[]) => Promise<boolean>;
}

/** A list of codes and their names: one by one, or pasted as lines or a table. */
export function CodeEditor<T extends PauseCode>({ kind, codes, onChange }: CodeEditorProps<T>) {
  const { t } = useText();
  const { label, empty, pasteHint, tick, parse, merge } = kind;
  const markOf = (code: T) => (tick?.isOn(code) ? t(tick.mark) : null);
  const read = (text: string) => {
    const pasted = parse(text);
    const wordsOf = (each: T) => [each.code, each.name, markOf(each) && `(${markOf(each)})`].filter(Boolean).join(' ');
    return {
      entries: pasted.codes.map(wordsOf),
      skipped: pasted.skipped,
      alone: pasted.codes,
      added: merge(codes, pasted.codes),
    };
  };
  return (
    <>
      {codes.length === 0 ? (
        <p class="hint">{t(empty)}</p>
      ) : (
        <ul class="rows">
          {codes.map((each) => (
            <li key={each.code}>
              <code>{each.code}</code>
              <span>{each.name}</span>
              {markOf(each) && <small class="mark">{markOf(each)}</small>}
              <button
                type="button"
                class="inline-button"
                aria-label={t('optionsRemove', each.code)}
                title={t('optionsRemove', each.code)}
                onClick={() => void onChange(codes.filter(({ code }) => code !== each.code))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddCode kind={kind} codes={codes} onChange={onChange} />
      <PasteLines label={t(label)} hint={t(pasteHint)} most={MOST_CODES} read={read} onChange={onChange} />
    </>
  );
}

const NOTHING = { code: '', name: '', isTicked: false };

function AddCode<T extends PauseCode>({ kind, codes, onChange }: CodeEditorProps<T>) {
  const { t } = useText();
  const [typed, setTyped] = useState(NOTHING);
  const [problem, setProblem] = useState<string | null>(null);
  const code = typed.code.trim();
  const name = typed.name.trim();
  const isNameTooLong = name.length > LONGEST_CODE_NAME;
  const add = async (event: Event) => {
    event.preventDefault();
    if (isNameTooLong) return;
    if (!kind.isCode(code)) return setProblem(t('optionsPauseCodeInvalid'));
    if (codes.some((each) => each.code === code)) return setProblem(t('optionsPauseCodeTwice'));
    if (codes.length >= MOST_CODES) return setProblem(t('optionsListFull', String(MOST_CODES)));
    if (!(await onChange([...codes, kind.newCode({ code, name }, typed.isTicked)]))) return;
    // What was typed or ticked meanwhile stays.
    setTyped((now) => ({
      code: now.code === typed.code ? '' : now.code,
      name: now.name === typed.name ? '' : now.name,
      isTicked: now.isTicked === typed.isTicked ? false : now.isTicked,
    }));
  };
  return (
    <form class="add-form" onSubmit={(event) => void add(event)}>
      <div class="add-row">
        <TextField
          label={t('optionsPauseCode')}
          name={`${kind.name}-code`}
          problem={problem}
          value={typed.code}
          onValue={(value) => {
            setTyped((now) => ({ ...now, code: value }));
            setProblem(null);
          }}
        />
        <TextField
          label={t('optionsPauseName')}
          name={`${kind.name}-name`}
          problem={isNameTooLong ? t('fieldTooLong', String(LONGEST_CODE_NAME)) : null}
          value={typed.name}
          onValue={(value) => setTyped((now) => ({ ...now, name: value }))}
        />
        <button type="submit" class="button">
          {t('optionsAdd')}
        </button>
      </div>
      {kind.tick && (
        <label class="check">
          <input
            type="checkbox"
            checked={typed.isTicked}
            onChange={({ currentTarget: { checked } }) => setTyped((now) => ({ ...now, isTicked: checked }))}
          />
          {t(kind.tick.label)}
        </label>
      )}
    </form>
  );
}
