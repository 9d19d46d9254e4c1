import { useState } from 'preact/hooks';
import type { Explanation } from '../lib/messages/explanation.ts';
import { Icon } from './icon.tsx';
import { Problem } from './problem.tsx';
import { useText } from './text.tsx';

interface WebphoneViewProps {
  /** Undefined until the background has answered; null when it has none to give. A secret: it goes into the frame alone. */
  readonly url: string | null | undefined;
  /** `allowHost` confirms, once and for good, a host that is not the dialer's own. */
  readonly onReopen: (allowHost: string | null) => Promise<Explanation | null>;
  readonly onRingMe: () => Promise<Explanation | null>;
}

/** The webphone's window: the phone in a frame, so that its address with the SIP secret stays out of the history. */
export function WebphoneView({ url, onReopen, onRingMe }: WebphoneViewProps) {
  const { t } = useText();
  const [problem, setProblem] = useState<Explanation | null>(null);
  const [rung, setRung] = useState(false);
  const [busy, setBusy] = useState(false);

  const run = async (command: () => Promise<Explanation | null>): Promise<boolean> => {
    setBusy(true);
    try {
      const failed = await command();
      setProblem(failed);
      return failed === null;
    } finally {
      setBusy(false);
    }
  };
  const ring = async () => {
    setRung(false);
    setRung(await run(onRingMe));
  };

  return (
    <main class="webphone">
      <header class="webphone-bar">
        <h1>{t('webphoneTitle')}</h1>
        <p role="status">{rung && t('webphoneRung')}</p>
        <button type="button" class="button" disabled={busy} onClick={ring}>
          <Icon name="ring" />
          {t('ringMe')}
        </button>
      </header>
      {problem && (
        <Problem
          explanation={problem}
          onWayOut={(wayOut) => run(() => onReopen(wayOut.kind === 'allowHost' ? wayOut.host : null))}
        />
      )}
      {typeof url === 'string' ? (
        <iframe
          class="webphone-frame"
          title={t('webphoneFrame')}
          src={url}
          allow="microphone; autoplay"
          referrerpolicy="no-referrer"
        />
      ) : (
        <div class="webphone-empty" role="status">
          {url === undefined ? (
            <p>{t('webphoneWaiting')}</p>
          ) : (
            <>
              <h2>{t('webphoneGoneTitle')}</h2>
              <p class="hint">{t('webphoneGone')}</p>
              <button type="button" class="button primary" disabled={busy} onClick={() => run(() => onReopen(null))}>
                {t('webphoneReopen')}
              </button>
            </>
          )}
        </div>
      )}
    </main>
  );
}
