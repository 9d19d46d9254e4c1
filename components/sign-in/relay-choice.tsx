import { useText } from '../text.tsx';

interface RelayChoiceProps {
  /** As in {@link SignInDraft}: undefined while the agent signs in himself. */
  readonly relay: string | undefined;
  readonly isLocked: boolean;
  /** Address of the relay, where one was typed that may be opened. */
  readonly address: string | null;
  readonly onRelay: (relay: string | undefined) => void;
}

/** Whether the company's relay signs in: it knows the person by its own sign-in, in a tab of this browser. */
export function RelayChoice({ relay, isLocked, address, onRelay }: RelayChoiceProps) {
  const { t } = useText();
  return (
    <>
      <div>
        <label class="check">
          <input
            type="checkbox"
            name="relay"
            checked={relay !== undefined}
            disabled={isLocked}
            onChange={(event) => onRelay(event.currentTarget.checked ? '' : undefined)}
          />
          {t('signInRelay')}
        </label>
        {!isLocked && relay === undefined && <p class="hint">{t('signInRelayWhen')}</p>}
      </div>
      {isLocked && <p class="hint">{t('optionsSetByCompany')}</p>}
      {relay !== undefined && <p class="hint">{t('signInRelayHint')}</p>}
      {address !== null && (
        <a class="link" href={hrefOf(address)} target="_blank" rel="noreferrer">
          {t('signInRelayOpen')}
        </a>
      )}
    </>
  );
}

function hrefOf(address: string): string {
  const typed = address.trim();
  return typed.includes('://') ? typed : `https://${typed}`;
}
