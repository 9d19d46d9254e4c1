import { useRef, useState } from 'preact/hooks';
import type { CampaignChangeRequest, CampaignRow } from '../../lib/messages/supervisor.ts';
import { AskedForm } from '../ask-first.tsx';
import { TextField } from '../field.tsx';
import { useText } from '../text.tsx';
import { useFocusBack } from '../use-focus-back.ts';

interface CampaignActionsProps {
  readonly campaign: CampaignRow;
  /** What is asked about in this row; null while nothing is, or something is in another. */
  readonly asked: CampaignChangeRequest['kind'] | null;
  /** No change is begun from a row that may not be true any more. */
  readonly isOld: boolean;
  /** Nor while another one is on its way. */
  readonly isBusy: boolean;
  readonly onAsk: (asked: CampaignChangeRequest['kind'] | null) => void;
  readonly onChange: (change: CampaignChangeRequest) => Promise<unknown>;
}

/** VICIdial's own form takes levels from 0 to 20, with at most two decimals. */
const LEVEL = /^(?:1?\d|20)(?:\.\d{1,2})?$/;

/** Stops, starts, or sets the dial level: asked about once, sent once. */
export function CampaignActions({ campaign, asked, isOld, isBusy, onAsk, onChange }: CampaignActionsProps) {
  const { t } = useText();
  const { id, active, dialLevel } = campaign;
  const [level, setLevel] = useState(dialLevel);
  const isShut = isOld || isBusy;
  const lastAsked = useRef(asked);
  lastAsked.current = asked ?? lastAsked.current;
  const opener = useFocusBack<HTMLDivElement>(asked !== null, (buttons) =>
    buttons.querySelector(lastAsked.current === 'dialLevel' ? 'button:last-child' : 'button'),
  );
  const close = () => onAsk(null);
  const isLevel = LEVEL.test(level) && Number(level) <= 20;
  if (asked === null) {
    return (
      <div class="row-actions" ref={opener}>
        <button
          type="button"
          class="button small"
          aria-disabled={isShut}
          aria-label={t(active ? 'supervisorStopOf' : 'supervisorStartOf', id)}
          onClick={() => !isShut && onAsk('active')}
        >
          {t(active ? 'supervisorStop' : 'supervisorStart')}
        </button>
        <button
          type="button"
          class="button small"
          aria-disabled={isShut}
          aria-label={t('supervisorSetLevelOf', id)}
          onClick={() => {
            if (isShut) return;
            setLevel(dialLevel);
            onAsk('dialLevel');
          }}
        >
          {t('supervisorSetLevel')}
        </button>
      </div>
    );
  }
  if (asked === 'active') {
    return (
      <AskedForm
        label={t(active ? 'supervisorStop' : 'supervisorStart')}
        isDanger={active}
        isDisabled={isOld}
        onAgree={() => onChange({ campaign: id, kind: 'active', active: !active })}
        onLeave={close}
      >
        <p>{t(active ? 'supervisorStopAsk' : 'supervisorStartAsk', id)}</p>
      </AskedForm>
    );
  }
  return (
    <AskedForm
      label={t('supervisorSetLevel')}
      isDisabled={isOld || !isLevel}
      onAgree={() => onChange({ campaign: id, kind: 'dialLevel', dialLevel: Number(level) })}
      onLeave={close}
    >
      <TextField
        label={t('supervisorLevelAsk', id)}
        name="dial-level"
        inputMode="decimal"
        problem={isLevel ? null : t('supervisorLevelWrong')}
        value={level}
        onValue={setLevel}
      />
    </AskedForm>
  );
}
