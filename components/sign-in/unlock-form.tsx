import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { explainUnlock } from '../../lib/messages/explain-sign-in.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { UnlockProblem, UnlockRequest } from '../../lib/messages/sign-in.ts';
import type { Result } from '../../lib/result.ts';
import { sentence, useText } from '../text.tsx';
import { AllowInsecure } from './allow-insecure.tsx';
import { PasswordField } from './password-field.tsx';

export interface UnlockFormProps {
  readonly user: string;
  readonly host: string;
  /** Called inside the user gesture, so that the browser lets the permission be asked for. */
  readonly onUnlock: (request: UnlockRequest) => Promise<Result<null, UnlockProblem>>;
  readonly onForget: () => void;
  readonly onUsePassword: () => void;
}

/** Signs in with the PIN of this device. */
export function UnlockForm({ user, host, onUnlock, onForget, onUsePassword }: UnlockFormProps) {
  const { t } = useText();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Explanation | null>(null);
  const [isInsecure, setInsecure] = useState(false);
  const [allowInsecure, setAllowInsecure] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[name=pin]')?.focus(), [problem]);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || pin === '') return;
    setBusy(true);
    try {
      // Nothing is awaited before this call: the browser asks for permission only inside the gesture.
      const answer = await onUnlock({ pin, allowInsecure });
      if (answer.ok) return;
      setProblem(explainUnlock(answer.failure));
      setInsecure(answer.failure.code === 'server' && answer.failure.problem.code === 'insecurePrivate');
    } catch {
      setProblem(explain('commandFailed'));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form class="sign-in" ref={form} onSubmit={submit} noValidate>
      <header>
        <h1>{t('unlockTitle')}</h1>
        <p class="hint">{t('unlockLead', user, host)}</p>
      </header>
      <PasswordField
        label={t('unlockPin')}
        name="pin"
        autoComplete="off"
        warning={null}
        problem={problem && sentence(t, problem)}
        value={pin}
        onValue={(next) => {
          setPin(next);
          setProblem(null);
        }}
      />
      {isInsecure && <AllowInsecure isAllowed={allowInsecure} onChange={setAllowInsecure} />}
      <button type="submit" class="button primary wide" aria-disabled={busy}>
        {busy && <span class="spinner" />}
        {t(busy ? 'signInBusy' : 'unlockSubmit')}
      </button>
      <div class="unlock-ways">
        <button type="button" class="link" onClick={onUsePassword}>
          {t('unlockUsePassword')}
        </button>
        <button type="button" class="link" onClick={onForget}>
          {t('unlockForget')}
        </button>
      </div>
    </form>
  );
}
