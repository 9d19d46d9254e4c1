import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../text.tsx';

/** Where the phone is: on its way, in the frame, refusing the frame, in a private window, or nowhere. */
export type Phone =
  | { readonly place: 'coming' | 'nowhere' | 'elsewhere' }
  /** The address is a secret: it goes into the frame alone. */
  | { readonly place: 'frame' | 'unframable'; readonly url: string };

interface PhonePlaceProps {
  readonly phone: Phone;
  readonly busy: boolean;
  /** Taking the phone out of its frame would end the call in it. */
  readonly isTalking: boolean;
  readonly onReopen: () => void;
  /** False when the browser lets the extension open no private window. */
  readonly onMoveOut: () => Promise<boolean>;
  /** The page of the phone has been loaded, whatever it shows. */
  readonly onUp: (url: string) => void;
}

/** The phone in a frame, so that its address with the SIP secret stays out of the history; or what there is instead. */
export function PhonePlace({ phone, busy, isTalking, onReopen, onMoveOut, onUp }: PhonePlaceProps) {
  const { t } = useText();
  const [isRefused, setRefused] = useState(false);
  const moveOut = async () => setRefused(!(await onMoveOut()));
  const refused = isRefused && (
    <p class="note warning" role="alert">
      {t('webphonePrivateRefused')}
    </p>
  );
  switch (phone.place) {
    case 'coming':
      return (
        <Empty>
          <p>{t('webphoneWaiting')}</p>
        </Empty>
      );
    case 'frame':
      return (
        <>
          <iframe
            class="webphone-frame"
            title={t('webphoneFrame')}
            src={phone.url}
            allow="microphone; autoplay"
            referrerpolicy="no-referrer"
            onLoad={() => onUp(phone.url)}
          />
          {!isTalking && (
            <footer class="webphone-foot">
              {refused}
              <button type="button" class="link" onClick={moveOut}>
                {t('webphoneNothingShown')}
              </button>
            </footer>
          )}
        </>
      );
    case 'unframable':
      return (
        <Empty>
          <h2>{t('webphoneUnframableTitle')}</h2>
          <p class="hint">{t('webphoneUnframable')}</p>
          <button type="button" class="button primary" onClick={moveOut}>
            {t('webphonePrivate')}
          </button>
          {refused}
        </Empty>
      );
    case 'elsewhere':
      return (
        <Empty>
          <h2>{t('webphoneElsewhereTitle')}</h2>
          <p class="hint">{t('webphoneElsewhere')}</p>
          <button type="button" class="button" disabled={busy} onClick={onReopen}>
            {t('webphoneBringBack')}
          </button>
        </Empty>
      );
    case 'nowhere':
      return (
        <Empty>
          <h2>{t('webphoneGoneTitle')}</h2>
          <p class="hint">{t('webphoneGone')}</p>
          <button type="button" class="button primary" disabled={busy} onClick={onReopen}>
            {t('webphoneReopen')}
          </button>
        </Empty>
      );
  }
}

function Empty({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="webphone-empty" role="status">
      {children}
    </div>
  );
}
