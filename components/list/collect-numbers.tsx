import { useState } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

interface CollectNumbersProps {
  /** Resolves to how many were added. */
  readonly collect: () => Promise<number>;
}

/** Makes a dial list of the page in front of the agent, or a longer one of the list that there is. */
export function CollectNumbers({ collect }: CollectNumbersProps) {
  const { t } = useText();
  const [added, setAdded] = useState<number | 'asking' | null>(null);
  const ask = async () => {
    setAdded('asking');
    setAdded(await collect().catch(() => 0));
  };
  return (
    <>
      <button type="button" class="link" aria-disabled={added === 'asking'} onClick={() => added !== 'asking' && ask()}>
        <Icon name="list" />
        {t('listCollect')}
      </button>
      <p role="status" class="hint">
        {added === 0 && t('listNone')}
      </p>
    </>
  );
}
