import { useState } from 'preact/hooks';
import { ActionButton } from '../action-button.tsx';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';
import { WhyNot } from '../why-not.tsx';
import { useRingPause } from './use-ring-pause.ts';

interface PhoneActionsProps {
  /** When the phone was rung last, in ms since 1970. */
  readonly rungAt: number;
  readonly onOpenWebphone: () => void;
  /** Why the dialer would ring for nothing now; null when it would not. */
  readonly whyNotRing: string | null;
  /** His webphone was open here and is closed; it may run elsewhere, or a phone stand on his desk. */
  readonly isPhoneGone: boolean;
  /** The agent has said that his phone is in the session: he waits for no ring any more. */
  readonly isConnected?: boolean;
  /** True when the dialer has taken it. */
  readonly onRingMe: () => Promise<boolean>;
  readonly onShowScreen: () => void;
}

export function PhoneActions(props: PhoneActionsProps) {
  const { rungAt, whyNotRing, isPhoneGone, isConnected = false, onOpenWebphone, onRingMe, onShowScreen } = props;
  const { t } = useText();
  const [isRung, setRung] = useState(false);
  const isPausing = useRingPause(rungAt);
  const note = isPhoneGone && whyNotRing === null ? t('ringMePhoneGone') : undefined;
  const ring = async () => {
    setRung(false);
    setRung(await onRingMe());
  };
  return (
    <fieldset class="phone-actions" aria-label={t('phoneActions')}>
      {/* Where it is known to be closed, it comes before a ring that nobody would hear. */}
      <button type="button" class={`button stacked ${isPhoneGone ? 'primary' : ''}`} onClick={onOpenWebphone}>
        <Icon name="headset" />
        {t('webphoneOpen')}
      </button>
      <ActionButton
        label={t('ringMe')}
        icon="ring"
        look="stacked"
        reason={whyNotRing ?? (isPausing ? t('commandRungJustNow') : null)}
        note={note}
        onPress={ring}
      />
      <button type="button" class="button stacked" onClick={onShowScreen}>
        <Icon name="screen" />
        {t('screenShow')}
      </button>
      <WhyNot reasons={[whyNotRing]} />
      <p class="hint" role="status">
        {isRung && !isConnected ? t('ringMeAsked') : note}
      </p>
    </fieldset>
  );
}
