import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { useText } from './text.tsx';

interface PhoneActionsProps {
  readonly onOpenWebphone: () => void;
  /** True when the dialer has taken it. */
  readonly onRingMe: () => Promise<boolean>;
  readonly onShowScreen: () => void;
}

export function PhoneActions({ onOpenWebphone, onRingMe, onShowScreen }: PhoneActionsProps) {
  const { t } = useText();
  const [isRung, setRung] = useState(false);
  const ring = async () => {
    setRung(false);
    setRung(await onRingMe());
  };
  return (
    <fieldset class="phone-actions" aria-label={t('phoneActions')}>
      <button type="button" class="button stacked" onClick={onOpenWebphone}>
        <Icon name="headset" />
        {t('webphoneOpen')}
      </button>
      <button type="button" class="button stacked" onClick={ring}>
        <Icon name="ring" />
        {t('ringMe')}
      </button>
      <button type="button" class="button stacked" onClick={onShowScreen}>
        <Icon name="screen" />
        {t('screenShow')}
      </button>
      <p class="hint" role="status">
        {isRung && t('ringMeAsked')}
      </p>
    </fieldset>
  );
}
