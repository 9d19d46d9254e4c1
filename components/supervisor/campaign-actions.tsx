import { useEffect, useRef, useState } from 'preact/hooks';
import type { CampaignChangeRequest, CampaignRow } from '../../lib/messages/supervisor.ts';
import { TextField } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';

interface CampaignActionsProps {
  readonly campaign: CampaignRow;
  /** What is asked about in this row; null while nothing is, or something is in another. */
  readonly asked: CampaignChangeRequest['kind'] | null;
  /** No change is begun from a row that may not be true any more. */
  readonly isOld: boolean;
  readonly onAsk: (asked: CampaignChangeRequest['kind'] | null) => void;
  readonly onChange: (change: CampaignChangeRequest) => Promise<unknown>;
}

/** VICIdial's own form takes levels from 0 to 20, with at most two decimals. */
const LEVEL = /^(?:1?\d|20)(?:\.\d{1,2})?$/;

/** Stops, starts, or sets the dial level: asked about once, sent once. */
export function CampaignActions({ campaign, asked, isOld, onAsk, onChange }: CampaignActionsProps) {
  const { t } = useText();
  const { id, active, dialLevel } = campaign;
  const [level, setLevel] = useState(dialLevel);
  const [isBusy, setBusy] = useState(false);
  const confirm = useRef<HTMLFormElement>(null);
  const opener = useRef<HTMLDivElement>(null);
  // An answer may come when another row is asked about already.
  const latest = useRef(asked);
  latest.current = asked;

  useEffect(() => {
    if (asked) confirm.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [asked]);

  const close = () => {
    if (latest.current === null) return;
    onAsk(null);
    // The buttons come back with the next drawing.
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  const isLevel = LEVEL.test(level) && Number(level) <= 20;
  const send = async (event: Event) => {
    event.preventDefault();
    if (isBusy || isOld || (asked === 'dialLevel' && !isLevel)) return;
    setBusy(true);
    try {
      await onChange(
        asked === 'active'
          ? { campaign: id, kind: 'active', active: !active }
          : { campaign: id, kind: 'dialLevel', dialLevel: Number(level) },
      );
    } finally {
      setBusy(false);
      close();
    }
  };

  if (asked === null) {
    return (
      <div class="row-actions" ref={opener}>
        <button
          type="button"
          class="button small"
          aria-disabled={isOld}
          aria-label={t(active ? 'supervisorStopOf' : 'supervisorStartOf', id)}
          onClick={() => !isOld && onAsk('active')}
        >
          {t(active ? 'supervisorStop' : 'supervisorStart')}
        </button>
        <button
          type="button"
          class="button small"
          aria-disabled={isOld}
          aria-label={t('supervisorSetLevelOf', id)}
          onClick={() => {
            if (isOld) return;
            setLevel(dialLevel);
            onAsk('dialLevel');
          }}
        >
          {t('supervisorSetLevel')}
        </button>
      </div>
    );
  }
  return (
    <form class="row-confirm" ref={confirm} onSubmit={send} onKeyDown={(event) => event.key === 'Escape' && close()}>
      {asked === 'active' ? (
        <p>{t(active ? 'supervisorStopAsk' : 'supervisorStartAsk', id)}</p>
      ) : (
        <TextField
          label={t('supervisorLevelAsk', id)}
          name="dial-level"
          inputMode="decimal"
          problem={isLevel ? null : t('supervisorLevelWrong')}
          value={level}
          onValue={setLevel}
        />
      )}
      <div class="row-actions">
        <button
          type="submit"
          class={asked === 'active' && active ? 'button small danger' : 'button small primary'}
          aria-disabled={isBusy || isOld || (asked === 'dialLevel' && !isLevel)}
        >
          {t(asked === 'dialLevel' ? 'supervisorSetLevel' : active ? 'supervisorStop' : 'supervisorStart')}
        </button>
        <button type="button" class="button small" onClick={close}>
          {t('supervisorCancel')}
        </button>
      </div>
    </form>
  );
}
