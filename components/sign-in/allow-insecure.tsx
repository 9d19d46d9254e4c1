import { useText } from '../text.tsx';

interface AllowInsecureProps {
  readonly isAllowed: boolean;
  readonly onChange: (isAllowed: boolean) => void;
}

/** The agent's word that a dialer of the own network may be reached without encryption. */
export function AllowInsecure({ isAllowed, onChange }: AllowInsecureProps) {
  const { t } = useText();
  return (
    <label class="check">
      <input type="checkbox" checked={isAllowed} onChange={(event) => onChange(event.currentTarget.checked)} />
      {t('signInAllowInsecure')}
    </label>
  );
}
