import type { RecordView } from '../../lib/messages/panel-state.ts';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

interface RecordLineProps {
  readonly record: RecordView;
  readonly onOpen: () => void;
}

/** The CRM's record of the call: the button that opens it, or what is not known of the call that its address needs. */
export function RecordLine({ record, onOpen }: RecordLineProps) {
  const { t } = useText();
  if (record.step === 'missing') {
    return (
      <p class="hint" role="status">
        {t('recordMissing', record.field)}
      </p>
    );
  }
  return (
    <button type="button" class={record.step === 'offered' ? 'button wide' : 'link'} onClick={onOpen}>
      <Icon name="open" />
      {t(record.step === 'offered' ? 'recordOpen' : 'recordShow')}
    </button>
  );
}
