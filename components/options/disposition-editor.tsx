import type { Disposition } from '../../lib/messages/panel-state.ts';
import { isDispositionCode, mergeDispositions, parseDispositionLines } from '../../lib/pasted/dispositions.ts';
import { CodeEditor, type CodeEditorProps, type CodeKind } from './code-editor.tsx';

const DISPOSITIONS: CodeKind<Disposition> = {
  ...{ name: 'disposition', label: 'optionsDispositions', empty: 'optionsNoDispositions' },
  pasteHint: 'optionsDispositionsPasteHint',
  tick: {
    ...{ label: 'optionsDispositionCallback', mark: 'optionsCallbackMark' },
    isOn: ({ isCallback }) => isCallback,
  },
  isCode: isDispositionCode,
  newCode: (code, isCallback) => ({ ...code, isCallback }),
  parse(text) {
    const { dispositions, skipped } = parseDispositionLines(text);
    return { codes: dispositions, skipped };
  },
  merge: mergeDispositions,
};

/** The statuses a call may end with. */
export function DispositionEditor(props: Omit<CodeEditorProps<Disposition>, 'kind'>) {
  return <CodeEditor kind={DISPOSITIONS} {...props} />;
}
