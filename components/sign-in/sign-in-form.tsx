import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { explain, waysOutOf } from '../../lib/messages/explanation.ts';
import type { SignInProblem, SignInRequest } from '../../lib/messages/sign-in.ts';
import type { Result } from '../../lib/result.ts';
import type { LockName, Policy } from '../../lib/settings/policy.ts';
import { Field } from '../field.tsx';
import { Problem } from '../problem.tsx';
import { RegionSelect } from '../region-select.tsx';
import { useText } from '../text.tsx';
import { type FieldProblem, placeProblem } from './check-sign-in.ts';
import { ServerField, UserFields } from './login-fields.tsx';
import { PinChoice } from './pin-choice.tsx';
import { RelayChoice } from './relay-choice.tsx';
import { SignInDetails } from './sign-in-details.tsx';
import { type LoginOptions, useLogin } from './use-login.ts';

export interface SignInFormProps extends Omit<LoginOptions, 'problem' | 'onDraft'> {
  /** Why the agent is signed out, where it was not his wish. */
  readonly problem: SignInProblem | null;
  readonly onDraft: NonNullable<LoginOptions['onDraft']>;
  readonly regions: readonly string[];
  /** What it has locked cannot be edited; `initial` holds its values already. Null for none. */
  readonly policy?: Policy | null;
  /** The browser forgets all of it when it closes: nothing can be remembered. */
  readonly isForgetful?: boolean;
  /** Opens the set-up check; left out where it cannot be opened. */
  readonly onSetUp?: () => void;
  /** It stands in a page that has its own heading. */
  readonly isPart?: boolean;
  /** Leads through the first steps; left out where it is part of them. */
  readonly onFirstSteps?: (() => void) | undefined;
  /** Called inside the user gesture, so that the browser lets the permission be asked for. */
  readonly onSignIn: (request: SignInRequest) => Promise<Result<null, SignInProblem>>;
}

/** Signs in with what the agent knows; everything an administrator knows is behind "More settings". */
export function SignInForm(props: SignInFormProps) {
  const { t } = useText();
  const login = useLogin(props);
  const { draft, problems, setProblems } = login;
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useFocusOnProblem(form, problems);
  // A remembered agent has only the password left to type.
  useLayoutEffect(() => {
    if (problems.length === 0) firstEmptyField(form.current)?.focus();
  }, []);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const request = login.checked();
    if (!request) return;
    setBusy(true);
    try {
      // Nothing is awaited before this call: the browser asks for permission only inside the gesture.
      const answer = await props.onSignIn(request);
      if (!answer.ok) setProblems([placeProblem(answer.failure, request.server)]);
    } catch {
      setProblems([{ field: 'form', explanation: explain('commandFailed'), insecureHost: null }]);
    } finally {
      setBusy(false);
      login.setAllowInsecure(false);
    }
  };

  const byRelay = draft.relay !== undefined;
  const mayRemember = props.policy?.values.remember !== false;
  const isLocked = (name: LockName) => props.policy?.locked.includes(name) ?? false;
  const formProblem = login.problemAt('form');
  const isSetUpWrong = problems.some(({ explanation }) => waysOutOf(explanation).some(({ kind }) => kind === 'setUp'));
  const address = { ...draft, allowInsecure: login.allowInsecure };
  return (
    <form class="sign-in" ref={form} onSubmit={submit} noValidate>
      {!props.isPart && (
        <header>
          <div class="section-head">
            <h1>{t('signInTitle')}</h1>
            {props.onFirstSteps && (
              <button type="button" class="link" onClick={props.onFirstSteps}>
                {t('firstTitle')}
              </button>
            )}
          </div>
          <p class="hint">{t('signInLead')}</p>
        </header>
      )}
      <ServerField login={login} isLocked={isLocked('server')} />
      {!byRelay && <UserFields login={login} isOwn forBothEndpoints={false} />}
      <Field label={t('signInRegion')} hint={t('signInRegionHint')}>
        {(control) => (
          <RegionSelect
            control={control}
            regions={isLocked('regions') ? (props.policy?.values.regions ?? []) : props.regions}
            value={draft.region}
            onValue={(region) => login.edit({ region })}
          />
        )}
      </Field>
      <SignInDetails login={login} isLocked={isLocked} byRelay={byRelay} />
      <RelayChoice
        relay={draft.relay}
        isLocked={isLocked('relay')}
        address={byRelay && props.checkServer(address) === null ? draft.server : null}
        onRelay={(relay) => login.edit({ relay })}
      />
      {props.isForgetful && <p class="hint">{t('signInForgetful')}</p>}
      {!byRelay && mayRemember && !props.isForgetful && (
        <PinChoice pin={login.secrets.pin} problem={login.noteAt('pin')} onPin={(pin) => login.editSecrets({ pin })} />
      )}
      {formProblem && <Problem explanation={formProblem.explanation} />}
      {isSetUpWrong && props.onSetUp && (
        <button type="button" class="button wide" onClick={props.onSetUp}>
          {t('waySetUp')}
        </button>
      )}
      <button type="submit" class="button primary wide" aria-disabled={busy}>
        {busy && <span class="spinner" />}
        {t(busy ? 'signInBusy' : 'signInSubmit')}
      </button>
    </form>
  );
}

/** Puts the caret where the agent has to correct something first. */
function useFocusOnProblem(form: RefObject<HTMLFormElement | null>, problems: readonly FieldProblem[]) {
  useLayoutEffect(() => {
    if (problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problems]);
}

function firstEmptyField(form: HTMLFormElement | null): HTMLInputElement | undefined {
  return [...(form?.querySelectorAll('input') ?? [])].find((field) => field.value === '');
}
