import { useRef, useState } from 'preact/hooks';
import type { DoNotCallList } from '../../lib/agent/dial/dial-view.ts';
import type { Explanation } from '../../lib/messages/explanation.ts';
import { Choice } from '../options/choice.tsx';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';

interface DoNotCallFormProps {
  /** Already written. */
  readonly number: string;
  /** The agent's; null while nobody has told it. */
  readonly campaign: string | null;
  /** A change is on its way: nothing is sent, and nothing left. */
  readonly isBusy: boolean;
  /** Why it was not put there. */
  readonly problem: Explanation | null;
  /** Called with the campaign whose list it is, and what the agent was shown of the list. */
  readonly onList: (campaign: string | null, list: string) => void;
  readonly onLeave: () => void;
}

/** Asks once before a number is put on a do-not-call list: the agent cannot take it off again. */
export function DoNotCallForm({ number, campaign: current, isBusy, problem, onList, onLeave }: DoNotCallFormProps) {
  const { t } = useText();
  // What the agent has read is what is written, or nothing: his campaign may change while he reads.
  const campaign = useRef(current).current;
  const [list, setList] = useState<DoNotCallList>(campaign === null ? 'system' : 'campaign');
  const chosen = list === 'campaign' ? campaign : null;
  const shown = chosen ?? t('numberForAll');
  return (
    <form
      class="number-form"
      aria-label={t('numberDoNotCall')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onList(chosen, shown);
      }}
    >
      <p>{t('numberDoNotCallSure', number, shown)}</p>
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
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => !isBusy && onLeave()}>
          {t('supervisorCancel')}
        </button>
      </div>
    </form>
  );
}
