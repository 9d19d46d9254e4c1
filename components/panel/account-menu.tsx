import { useEffect, useState } from 'preact/hooks';
import { type CallAction, whyNotNow } from '../../lib/agent/call/call-actions.ts';
import type { AgentState } from '../../lib/agent/state/agent-state.ts';
import { explainNotNow } from '../../lib/messages/explain.ts';
import { MenuButton } from '../menu-button.tsx';
import { sentence, useText } from '../text.tsx';

interface AccountMenuProps {
  readonly user: string;
  readonly host: string;
  readonly agent: AgentState;
  /** Null when it could not be asked; why not is told elsewhere. */
  readonly onCountQueue: () => Promise<number | null>;
  /** Shows what the keyboard does. */
  readonly onKeys: () => void;
  /** A call is asked for and not placed yet. */
  readonly isCallWaiting: boolean;
  /** True when it was taken. */
  readonly onLogOut: () => Promise<boolean>;
}

// A count is true for a moment only.
const COUNT_SHOWN_MS = 15_000;
// Far longer than a hidden agent screen takes to log out; whoever is not out by then is told so by his state.
const LOG_OUT_SHOWN_MS = 15_000;

/** Who is signed in where, and what is seldom asked of the dialer. */
export function AccountMenu({ user, host, agent, isCallWaiting, onKeys, onCountQueue, onLogOut }: AccountMenuProps) {
  const { t } = useText();
  const [count, setCount] = useState<number | null>(null);
  const whyNot = (action: CallAction) => {
    const reason = whyNotNow(action, agent);
    return reason && sentence(t, explainNotNow(reason));
  };

  const [isLoggingOut, setLoggingOut] = useState(false);
  const logOut = async () => {
    setLoggingOut(true);
    if (!(await onLogOut())) setLoggingOut(false);
  };
  useEffect(() => {
    if (!isLoggingOut) return;
    const timer = setTimeout(() => setLoggingOut(false), LOG_OUT_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isLoggingOut]);
  const isLeaving = isLoggingOut && agent.phase !== 'notLoggedIn';
  const told = isLeaving ? t('dialerLoggingOut') : count === null ? null : t('queueCount', String(count));

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
          {
            id: 'logOut',
            label: t('dialerLogOut'),
            reason: whyNot('logOut') ?? (isCallWaiting ? t('dialerLogOutWaits') : null),
          },
          { id: 'keys', label: t('keysTitle'), mark: '?' },
        ]}
        onChoose={async (id) => {
          if (id === 'keys') return onKeys();
          return id === 'queue' ? setCount(await onCountQueue()) : logOut();
        }}
      >
        <span dir="ltr">
          {user} · {host}
        </span>
      </MenuButton>
      <p class={told === null ? 'unseen' : 'queue-count'} role="status">
        {told}
      </p>
    </div>
  );
}
