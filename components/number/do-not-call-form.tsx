import { useState } from 'preact/hooks';
import type { DoNotCallList } from '../../lib/agent/dial/dial-view.ts';
import type { NumberAnswer } from '../../lib/messages/number-details.ts';
import { Choice } from '../options/choice.tsx';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { useChange } from './use-change.ts';

interface DoNotCallFormProps {
  /** Already written. */
  readonly number: string;
  /** The agent's; null while nobody has told it. */
  readonly campaign: string | null;
  readonly listDoNotCall: (list: DoNotCallList) => Promise<NumberAnswer<'added' | 'alreadyListed'>>;
  readonly onListed: (outcome: 'added' | 'alreadyListed') => void;
  readonly onLeave: () => void;
}

/** Asks once before a number is put on a do-not-call list: the agent cannot take it off again. */
export function DoNotCallForm({ number, campaign, listDoNotCall, onListed, onLeave }: DoNotCallFormProps) {
  const { t } = useText();
  const [list, setList] = useState<DoNotCallList>(campaign === null ? 'system' : 'campaign');
  const { isBusy, problem, send } = useChange();
  return (
    <form
      class="number-form"
      aria-label={t('numberDoNotCall')}
      onSubmit={(event) => {
        event.preventDefault();
        void send(() => listDoNotCall(list), onListed);
      }}
    >
      <p>{t('numberDoNotCallSure', number)}</p>
      {campaign !== null && (
        <Choice
          label={t('numberDoNotCallFor')}
          value={list}
          options={[
            { value: 'campaign', key: 'numberForCampaign' },
            { value: 'system', key: 'numberForAll' },
          ]}
          onChange={setList}
        />
      )}
      {problem && <Problem explanation={problem} />}
      <div class="number-actions">
        <button type="submit" class="button danger" aria-disabled={isBusy}>
          {t('numberDoNotCallYes')}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {t('supervisorCancel')}
        </button>
      </div>
    </form>
  );
}
