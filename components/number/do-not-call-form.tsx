import { useRef, useState } from 'preact/hooks';
import type { DoNotCallList } from '../../lib/agent/dial/dial-view.ts';
import { Choice } from '../choice.tsx';
import { useText } from '../text.tsx';
import { ChangeForm, type ChangeProgress } from './change-form.tsx';

interface DoNotCallFormProps extends ChangeProgress {
  /** Already written. */
  readonly number: string;
  /** The agent's; null while nobody has told it. */
  readonly campaign: string | null;
  /** Called with the campaign whose list it is, and what the agent was shown of the list. */
  readonly onList: (campaign: string | null, list: string) => void;
  readonly onLeave: () => void;
}

/** Asks once before a number is put on a do-not-call list: the agent cannot take it off again. */
export function DoNotCallForm({ number, campaign: current, onList, ...form }: DoNotCallFormProps) {
  const { t } = useText();
  // What the agent has read is what is written, or nothing: his campaign may change while he reads.
  const campaign = useRef(current).current;
  const [list, setList] = useState<DoNotCallList>(campaign === null ? 'system' : 'campaign');
  const chosen = list === 'campaign' ? campaign : null;
  const shown = chosen ?? t('numberForAll');
  return (
    <ChangeForm
      {...form}
      label={t('numberDoNotCall')}
      submit={t('numberDoNotCallYes')}
      isDanger
      onSubmit={() => onList(chosen, shown)}
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
    </ChangeForm>
  );
}
