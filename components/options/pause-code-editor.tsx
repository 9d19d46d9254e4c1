import type { PauseCode } from '../../lib/messages/panel-state.ts';
import { isPauseCode, mergePauseCodes, parsePauseCodeLines } from '../../lib/pasted/pause-codes.ts';
import { CodeEditor, type CodeEditorProps, type CodeKind } from './code-editor.tsx';

const PAUSE_CODES: CodeKind<PauseCode> = {
  ...{ name: 'pause', label: 'optionsPauseCodes', empty: 'optionsNoPauseCodes', pasteHint: 'optionsPasteHint' },
  isCode: isPauseCode,
  newCode: (code) => code,
  parse: parsePauseCodeLines,
  merge: mergePauseCodes,
};

/** The campaign's pause codes. */
export function PauseCodeEditor(props: Omit<CodeEditorProps<PauseCode>, 'kind'>) {
  return <CodeEditor kind={PAUSE_CODES} {...props} />;
}
