import type { ComponentChildren } from 'preact';
import { useText } from '../text.tsx';

interface LockableProps {
  readonly isLocked: boolean;
  readonly children: ComponentChildren;
}

/** Settings that the agent may change, or only read where the company has locked them. */
export function Lockable({ isLocked, children }: LockableProps) {
  const { t } = useText();
  if (!isLocked) return <>{children}</>;
  return (
    <fieldset class="locked" disabled>
      <legend class="hint">{t('optionsSetByCompany')}</legend>
      {children}
    </fieldset>
  );
}
