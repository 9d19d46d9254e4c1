import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { explain } from '../../lib/messages/explanation.ts';
import type { FindProblem, FoundServer } from '../../lib/messages/protocol.ts';
import { hostOf } from '../../lib/read-url.ts';
import type { Result } from '../../lib/result.ts';
import { TextField } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { AllowInsecure } from '../sign-in/allow-insecure.tsx';
import { withoutSecrets } from '../sign-in/sign-in-draft.ts';
import { sentence, useText } from '../text.tsx';
import { isFocusLost } from '../use-focus-back.ts';
import { explainFind } from './explain-find.ts';
import { LinkCaution } from './link-caution.tsx';

/** A server that somebody else than the agent names. */
export interface ServerHint {
  /** Host of the server, as the browser writes it; of a company also with what else it has set. */
  readonly server: string;
  /** `company`: by policy. `link`: by the address that was opened, which anybody may have made. */
  readonly from: 'company' | 'link';
  /** The company lets nobody use another. */
  readonly isLocked: boolean;
}

interface ServerStepProps {
  readonly hint: ServerHint | null;
  /** What was typed or found before. */
  readonly initial: string;
  readonly found: FoundServer | null;
  /** Called inside the user gesture. */
  readonly onFind: (server: string, allowInsecure: boolean) => Promise<Result<FoundServer, FindProblem>>;
  readonly onFound: (found: FoundServer) => void;
}

/** Finds the dialer by what the agent has at hand, and says what was found. */
export function ServerStep({ hint, initial, found, onFind, onFound }: ServerStepProps) {
  const { t } = useText();
  const [isTyped, setTyped] = useState(hint === null);
  const [server, setServer] = useState(hint?.from === 'company' ? hint.server : initial);
  const [problem, setProblem] = useState<FindProblem | 'failed' | null>(null);
  const [allowInsecure, setAllowInsecure] = useState(false);
  const [busy, setBusy] = useState(false);

  const form = useRef<HTMLFormElement>(null);
  // The buttons that take or leave a server that was named go with it.
  useLayoutEffect(() => {
    if (isTyped && hint && isFocusLost()) form.current?.querySelector('input')?.focus();
  }, [isTyped]);

  const find = async (wanted: string) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      // Nothing is awaited before this call: the browser asks for permission only inside the gesture.
      const answer = await onFind(wanted, allowInsecure);
      if (answer.ok) return onFound(answer.value);
      setServer(wanted);
      setTyped(true);
      setProblem(answer.failure);
    } catch {
      setProblem('failed');
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void find(server.trim());
  };
  const said = problem === 'failed' ? explain('commandFailed') : problem && explainFind(problem);
  const isInsecure =
    problem !== null && problem !== 'failed' && problem.code === 'server' && problem.problem.code === 'insecurePrivate';

  if (hint && !isTyped)
    return (
      <div class="first-part">
        {hint.from === 'link' ? (
          <LinkCaution server={hint.server} />
        ) : (
          <p>{t('firstServerCompany', hostOf(hint.server))}</p>
        )}
        <div class="first-ways">
          <button type="button" class="button primary" aria-disabled={busy} onClick={() => void find(hint.server)}>
            {busy && <span class="spinner" />}
            {t('firstServerUse', hostOf(hint.server))}
          </button>
          {!hint.isLocked && (
            <button type="button" class="button" onClick={() => setTyped(true)}>
              {t('firstServerOther')}
            </button>
          )}
        </div>
      </div>
    );
  return (
    <form class="first-part" ref={form} onSubmit={submit} noValidate>
      <p class="hint">{t('firstServerHint')}</p>
      <TextField
        label={t('signInServer')}
        name="server"
        inputMode="url"
        autoComplete="url"
        placeholder={t('signInServerExample')}
        readOnly={hint?.isLocked ?? false}
        hint={hint?.isLocked ? t('optionsSetByCompany') : undefined}
        problem={said && sentence(t, said)}
        value={server}
        onValue={(typed) => {
          // Whatever follows the address of a page, a pasted login among it, is not kept for a moment.
          setServer(withoutSecrets(typed));
          setAllowInsecure(false);
          setProblem(null);
        }}
      />
      {(isInsecure || allowInsecure) && <AllowInsecure isAllowed={allowInsecure} onChange={setAllowInsecure} />}
      <div class="first-ways">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {busy && <span class="spinner" />}
          {t('firstServerFind')}
        </button>
      </div>
      <p role="status" class="first-status">
        {busy && t('firstServerLooking')}
        {!busy && found && problem === null && (
          <>
            <Icon name="check" />
            {t('firstServerFound', found.version, hostOf(found.server))}
          </>
        )}
      </p>
    </form>
  );
}
