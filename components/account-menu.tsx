import { useEffect, useState } from 'preact/hooks';
import type { AgentState } from '../lib/agent/agent-state.ts';
import { type CallAction, whyNotNow } from '../lib/agent/call-actions.ts';
import { explainNotNow } from '../lib/messages/explain.ts';
import { MenuButton } from './menu-button.tsx';
import { sentence, useText } from './text.tsx';

interface AccountMenuProps {
  readonly user: string;
  readonly host: string;
  readonly agent: AgentState;
  /** Null when it could not be asked; why not is told elsewhere. */
  readonly onCountQueue: () => Promise<number | null>;
  readonly onLogOut: () => void;
}

// A count is true for a moment only.
const COUNT_SHOWN_MS = 15_000;

/** Who is signed in where, and what is seldom asked of the dialer. */
export function AccountMenu({ user, host, agent, onCountQueue, onLogOut }: AccountMenuProps) {
  const { t } = useText();
  const [count, setCount] = useState<number | null>(null);
  const whyNot = (action: CallAction) => {
    const reason = whyNotNow(action, agent);
    return reason && sentence(t, explainNotNow(reason));
  };

  useEffect(() => {
    if (count === null) return;
    const timer = setTimeout(() => setCount(null), COUNT_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [count]);

  return (
    <div class="account">
      <MenuButton
        label={t('menuAs', user, host)}
        items={[
          { id: 'queue', label: t('queueAsk'), reason: whyNot('countQueue') },
          { id: 'logOut', label: t('dialerLogOut'), reason: whyNot('logOut') },
        ]}
        onChoose={async (id) => (id === 'queue' ? setCount(await onCountQueue()) : onLogOut())}
      >
        <span>
          {user} · {host}
        </span>
      </MenuButton>
      <p class={count === null ? 'unseen' : 'queue-count'} role="status">
        {count !== null && t('queueCount', String(count))}
      </p>
    </div>
  );
}
