import type { ListChange, ListedNumber } from '../../lib/agent/list/dial-list.ts';
import { describeOutcome } from '../../lib/messages/describe.ts';
import { Facts } from '../facts.tsx';
import { Icon } from '../icon.tsx';
import { NumberLink } from '../number-link.tsx';
import { useText } from '../text.tsx';

interface ListedLineProps {
  readonly listed: ListedNumber;
  readonly onChange: (e164: string, to: ListChange) => void;
}

/** One number of the list, what has become of it, and the button that takes it out or has it called once more. */
export function ListedLine({ listed, onChange }: ListedLineProps) {
  const { t, number } = useText();
  const { e164, extension, state, outcome } = listed;
  const isWaiting = state === 'waiting';
  const facts = [
    ...(extension === null ? [] : [t('callExtension', extension)]),
    ...(state === 'waiting' ? [] : [t(outcome ? describeOutcome(outcome).key : STATES[state])]),
  ];
  const name = t(isWaiting ? 'listRemove' : 'listPutBack', number(e164));
  return (
    <li>
      <span class="history-number">
        <NumberLink e164={e164} />
      </span>
      {facts.length > 0 && (
        <span class="history-outcome">
          <Facts facts={facts} />
        </span>
      )}
      <button
        type="button"
        class="inline-button"
        aria-label={name}
        title={name}
        onClick={() => onChange(e164, isWaiting ? 'removed' : 'waiting')}
      >
        <Icon name={isWaiting ? 'close' : 'again'} />
      </button>
    </li>
  );
}

const STATES = { called: 'listCalled', skipped: 'listSkipped' } as const;
