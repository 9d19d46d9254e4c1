import { useState } from 'preact/hooks';
import type { PageFieldsView } from '../../lib/messages/panel-state.ts';
import { ActionButton } from '../action-button.tsx';
import { Facts } from '../facts.tsx';
import { useText } from '../text.tsx';

interface PageFieldsProps {
  readonly fields: PageFieldsView;
  /** Why nothing can be written now; null when it can. */
  readonly reason: string | null;
  /** True when VICIdial took it. */
  readonly onPush: () => Promise<boolean>;
}

/** What the page says of whom the agent speaks with, and the button that writes it to the lead on his screen. */
export function PageFields({ fields: { person, unfit }, reason, onPush }: PageFieldsProps) {
  const { t } = useText();
  const [isDone, setDone] = useState(false);
  const name = [person.firstName, person.lastName].filter((part) => part !== undefined).join(' ');
  const said = [name, person.email ?? ''].filter((part) => part !== '');
  return (
    <div class="page-fields">
      {said.length > 0 && (
        <p>
          <span class="hint">{t('numberFromPage')}</span> <Facts facts={said} />
        </p>
      )}
      {said.length > 0 && (
        <ActionButton label={t('pushFields')} reason={reason} onPress={async () => setDone(await onPush())} />
      )}
      {unfit.length > 0 && <p class="hint">{t('pushFieldsUnfit', unfit.join(', '))}</p>}
      <p class="hint" role="status">
        {isDone && t('pushFieldsDone')}
      </p>
    </div>
  );
}
