import { useRef, useState } from 'preact/hooks';
import type { PauseCode } from '../../lib/messages/panel-state.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { LONGEST_CODE_NAME, MOST_CODES } from '../../lib/pasted/limits.ts';
import { TextField } from '../field.tsx';
import { useText } from '../text.tsx';
import { PasteLines } from './paste-lines.tsx';
import { REMOVE_BUTTON, RemoveButton } from './remove-button.tsx';
import { useFocusInList } from './use-focus-in-list.ts';

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
  const { hold, goOn } = useFocusInList(codes.map(({ code }) => code));
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
        <p class="hint" ref={hold} tabIndex={-1}>
          {t(empty)}
        </p>
      ) : (
        <ul class="rows" ref={hold} tabIndex={-1}>
          {codes.map((each, index) => (
            <li key={each.code}>
              <code>{each.code}</code>
              <span>{each.name}</span>
              {markOf(each) && <small class="mark">{markOf(each)}</small>}
              <RemoveButton
                name={each.code}
                onRemove={() => {
                  goOn(index, REMOVE_BUTTON);
                  void onChange(codes.filter(({ code }) => code !== each.code));
                }}
              />
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
  const form = useRef<HTMLFormElement>(null);
  // What is to be corrected, and what the next code begins with.
  const goToCode = () => form.current?.querySelector('input')?.focus();
  const whyNot = () => {
    if (!kind.isCode(code)) return t('optionsPauseCodeInvalid');
    if (codes.some((each) => each.code === code)) return t('optionsPauseCodeTwice');
    return codes.length >= MOST_CODES ? t('optionsListFull', String(MOST_CODES)) : null;
  };
  const add = async (event: Event) => {
    event.preventDefault();
    if (isNameTooLong) return;
    const wrong = whyNot();
    setProblem(wrong);
    if (wrong !== null) return goToCode();
    if (!(await onChange([...codes, kind.newCode({ code, name }, typed.isTicked)]))) return;
    // What was typed or ticked meanwhile stays.
    setTyped((now) => ({
      code: now.code === typed.code ? '' : now.code,
      name: now.name === typed.name ? '' : now.name,
      isTicked: now.isTicked === typed.isTicked ? false : now.isTicked,
    }));
    if (form.current?.contains(document.activeElement)) goToCode();
  };
  return (
    <form class="add-form" ref={form} onSubmit={(event) => void add(event)}>
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
