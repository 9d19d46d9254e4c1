import { useState } from 'preact/hooks';
import { CopyButton } from '../copy-button.tsx';
import { Field } from '../field.tsx';
import { useText } from '../text.tsx';

export interface DiagnosticsProps {
  /** The report as text; names servers and sites only where that is asked for. */
  readonly onReport: (withNames: boolean) => Promise<string>;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** A report for whoever helps, which the agent reads before he gives it away. */
export function Diagnostics({ onReport, onCopy }: DiagnosticsProps) {
  const { t } = useText();
  const [report, setReport] = useState<string | null>(null);
  const [withNames, setWithNames] = useState(false);
  const make = async (names: boolean) => setReport(await onReport(names));
  return (
    <>
      <p class="hint">{t('optionsDiagnosticsHint')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={withNames}
          onChange={(event) => {
            setWithNames(event.currentTarget.checked);
            if (report !== null) void make(event.currentTarget.checked);
          }}
        />
        {t('optionsDiagnosticsNames')}
      </label>
      <div class="button-row">
        <button type="button" class="button" onClick={() => void make(withNames)}>
          {t('optionsDiagnosticsMake')}
        </button>
      </div>
      {report !== null && (
        <>
          <Field label={t('optionsDiagnosticsReport')}>
            {(control) => <textarea {...control} class="report" rows={14} readOnly spellcheck={false} value={report} />}
          </Field>
          <CopyButton key={report} text={report} label={t('setUpCopy')} onCopy={onCopy} />
        </>
      )}
    </>
  );
}
