import { Icon } from './icon.tsx';
import { useText } from './text.tsx';

interface PhoneActionsProps {
  readonly onOpenWebphone: () => void;
  readonly onRingMe: () => void;
  readonly onShowScreen: () => void;
}

export function PhoneActions({ onOpenWebphone, onRingMe, onShowScreen }: PhoneActionsProps) {
  const { t } = useText();
  return (
    <fieldset class="phone-actions" aria-label={t('phoneActions')}>
      <button type="button" class="button stacked" onClick={onOpenWebphone}>
        <Icon name="headset" />
        {t('webphoneOpen')}
      </button>
      <button type="button" class="button stacked" onClick={onRingMe}>
        <Icon name="ring" />
        {t('ringMe')}
      </button>
      <button type="button" class="button stacked" onClick={onShowScreen}>
        <Icon name="screen" />
        {t('screenShow')}
      </button>
    </fieldset>
  );
}
