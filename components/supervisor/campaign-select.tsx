import type { CampaignRow } from '../../lib/messages/supervisor.ts';
import { Field } from '../field.tsx';
import { useText } from '../text.tsx';

interface CampaignSelectProps {
  readonly campaigns: readonly CampaignRow[];
  /** What is meant by none of them. */
  readonly nothing: string;
  readonly label?: string;
  readonly value: string | null;
  readonly onCampaign: (campaign: string | null) => void;
}

/** One of the campaigns that the login may see, or what stands for none of them. */
export function CampaignSelect({ campaigns, nothing, label, value, onCampaign }: CampaignSelectProps) {
  const { t } = useText();
  return (
    <Field label={label ?? t('supervisorCampaign')}>
      {(control) => (
        <select
          {...control}
          value={value ?? ''}
          onChange={({ currentTarget }) => onCampaign(currentTarget.value === '' ? null : currentTarget.value)}
        >
          <option value="">{nothing}</option>
          {campaigns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name === id ? id : `${id} · ${name}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
