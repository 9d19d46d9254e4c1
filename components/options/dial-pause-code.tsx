import type { EditableSettings } from '../../lib/messages/protocol.ts';
import { Field } from '../field.tsx';
import { useText } from '../text.tsx';

interface DialPauseCodeProps {
  readonly settings: EditableSettings;
  readonly onChange: (code: string) => void;
}

/** The pause code that calls are made with where a campaign forces codes. */
export function DialPauseCode({ settings, onChange }: DialPauseCodeProps) {
  const { t } = useText();
  const { pauseCodes, dialPauseCode } = settings;
  const codes = [...new Set([...pauseCodes.map(({ code }) => code), dialPauseCode])].filter(Boolean);
  const nameOf = (code: string) => {
    const name = pauseCodes.find((each) => each.code === code)?.name;
    return name ? t('optionsPauseCodeNamed', name, code) : code;
  };
  return (
    <Field label={t('optionsDialPauseCode')} hint={t('optionsDialPauseCodeHint')}>
      {(control) => (
        <select {...control} value={dialPauseCode} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{t('optionsDialPauseCodeNone')}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
