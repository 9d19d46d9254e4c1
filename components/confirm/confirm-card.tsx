import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ConfirmReason, DialView } from '../../lib/agent/dial/dial-view.ts';
import { kindKey } from '../../lib/messages/describe.ts';
import { neverCase } from '../../lib/messages/explanation.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

interface ConfirmCardProps {
  readonly dial: DialView;
  readonly onAnswer: (confirmed: boolean) => void;
}

/** Asks before a call that may cost much, that pauses the agent, or whose number the page hid. Escape declines. */
export function ConfirmCard({ dial, onAnswer }: ConfirmCardProps) {
  const { t, number, country } = useText();
  const decline = useRef<HTMLButtonElement>(null);
  const { region, kind, extension, e164 } = dial.number;

  // On the safe choice: a key meant for the page behind must not place the call.
  useLayoutEffect(() => decline.current?.focus(), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onAnswer(false);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [onAnswer]);

  return (
    <main class="confirm">
      <h1 id="confirm-question">{t(dial.isPreview ? 'confirmPreviewTitle' : 'confirmTitle')}</h1>
      <div class="confirm-number" data-tone={dial.confirm.some(isCostly) ? 'problem' : 'busy'}>
        <p class="call-number">
          <bdi dir="ltr">{number(e164)}</bdi>
        </p>
        <p class="hint">
          {[
            region === null ? t('confirmNoCountry') : country(region),
            t(kindKey(kind)),
            ...(extension === null ? [] : [t('callExtension', extension)]),
          ].join(' · ')}
        </p>
      </div>
      <ul class="reasons" id="confirm-reasons">
        {dial.confirm.map((reason) => (
          <li key={reason} data-costly={isCostly(reason)}>
            <Icon name="alert" />
            {t(reasonKey(reason))}
          </li>
        ))}
        {dial.isPreview && (
          <li>
            <Icon name="alert" />
            {t('confirmPreviewNote')}
          </li>
        )}
      </ul>
      <div class="confirm-actions">
        <button
          type="button"
          class="button"
          ref={decline}
          aria-describedby="confirm-question confirm-reasons"
          onClick={() => onAnswer(false)}
        >
          {t(dial.isPreview ? 'confirmDontShow' : 'confirmDecline')}
        </button>
        <button type="button" class="button primary" onClick={() => onAnswer(true)}>
          <Icon name="phone" />
          {t(wordsOf(dial))}
        </button>
      </div>
    </main>
  );
}

function wordsOf({ confirm, isPreview }: DialView): MessageKey {
  if (isPreview) return confirm.includes('ready') ? 'confirmPauseAndPreview' : 'numberPreview';
  return confirm.includes('ready') ? 'confirmPauseAndDial' : 'confirmDial';
}

function isCostly(reason: ConfirmReason): boolean {
  switch (reason) {
    case 'premiumRate':
    case 'sharedCost':
    case 'satellite':
    case 'international':
    case 'alwaysAsk':
    case 'doNotCall':
      return true;
    case 'ready':
    case 'numberNotShown':
    case 'framed':
    case 'selectedByKey':
    case 'previewOpen':
      return false;
    default:
      return neverCase(reason);
  }
}

function reasonKey(reason: ConfirmReason): MessageKey {
  switch (reason) {
    case 'premiumRate':
      return 'confirmPremiumRate';
    case 'sharedCost':
      return 'confirmSharedCost';
    case 'satellite':
      return 'confirmSatellite';
    case 'international':
      return 'confirmInternational';
    case 'alwaysAsk':
      return 'confirmAlwaysAsk';
    case 'doNotCall':
      return 'confirmDoNotCall';
    case 'ready':
      return 'confirmReady';
    case 'numberNotShown':
      return 'confirmNumberNotShown';
    case 'framed':
      return 'confirmFramed';
    case 'selectedByKey':
      return 'confirmSelectedByKey';
    case 'previewOpen':
      return 'confirmPreviewOpen';
    default:
      return neverCase(reason);
  }
}
