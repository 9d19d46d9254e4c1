import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { explain, waysOutOf } from '../../lib/messages/explanation.ts';
import type { ServerAddress, ServerUrlProblem, SignInProblem, SignInRequest } from '../../lib/messages/protocol.ts';
import type { Result } from '../../lib/result.ts';
import type { LockName, Policy } from '../../lib/settings/policy.ts';
import { Problem } from '../problem.tsx';
import { RegionSelect } from '../region-select.tsx';
import { sentence, useText } from '../text.tsx';
import { AllowInsecure } from './allow-insecure.tsx';
import {
  checkSignIn,
  type FieldProblem,
  placeProblem,
  type SignInField,
  type SignInSecrets,
  signInRequest,
} from './check-sign-in.ts';
import { Field, TextField } from './field.tsx';
import { PasswordField } from './password-field.tsx';
import { PinChoice } from './pin-choice.tsx';
import { RelayChoice } from './relay-choice.tsx';
import { SignInDetails } from './sign-in-details.tsx';
import { type SignInDraft, withoutSecrets } from './sign-in-draft.ts';

export interface SignInFormProps {
  readonly initial: SignInDraft;
  /** Why the agent is signed out, where it was not his wish. */
  readonly problem: SignInProblem | null;
  readonly regions: readonly string[];
  /** What it has locked cannot be edited; `initial` holds its values already. Null for none. */
  readonly policy?: Policy | null;
  readonly checkServer: (address: ServerAddress) => ServerUrlProblem | null;
  readonly passwordWarning: (password: string, forBothEndpoints: boolean) => 'stripped' | 'tooShort' | null;
  readonly onDraft: (draft: SignInDraft) => void;
  /** Opens the set-up check; left out where it cannot be opened. */
  readonly onSetUp?: () => void;
  /** Called inside the user gesture, so that the browser lets the permission be asked for. */
  readonly onSignIn: (request: SignInRequest) => Promise<Result<null, SignInProblem>>;
}

const NO_SECRETS: SignInSecrets = { password: '', statusPassword: '', pin: null };

/** Signs in with what the agent knows; everything an administrator knows is behind "More settings". */
export function SignInForm(props: SignInFormProps) {
  const { t } = useText();
  const [draft, setDraft] = useState(props.initial);
  const [secrets, setSecrets] = useState(NO_SECRETS);
  const [allowInsecure, setAllowInsecure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>(
    props.problem ? [placeProblem(props.problem, props.initial.server)] : [],
  );
  const form = useRef<HTMLFormElement>(null);

  useFocusOnProblem(form, problems);
  // A remembered agent has only the password left to type.
  useLayoutEffect(() => {
    if (problems.length === 0) firstEmptyField(form.current)?.focus();
  }, []);

  const edit = (change: Partial<SignInDraft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    props.onDraft(next);
    // Accepting an unencrypted network holds for the address it was given for, once.
    if (change.server !== undefined) setAllowInsecure(false);
    setProblems([]);
  };
  const editSecrets = (change: Partial<SignInSecrets>) => {
    setSecrets({ ...secrets, ...change });
    setProblems([]);
  };
  const problemAt = (field: SignInField) => problems.find((problem) => problem.field === field);
  const noteAt = (field: SignInField) => {
    const problem = problemAt(field);
    return problem ? sentence(t, problem.explanation) : null;
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const request = signInRequest(draft, secrets, allowInsecure);
    const refused = checkSignIn(request, secrets, props.checkServer);
    setProblems(refused);
    if (refused.length > 0) return;
    setBusy(true);
    try {
      // Nothing is awaited before this call: the browser asks for permission only inside the gesture.
      const answer = await props.onSignIn(request);
      if (!answer.ok) setProblems([placeProblem(answer.failure, request.server)]);
    } catch {
      setProblems([{ field: 'form', explanation: explain('commandFailed'), insecureHost: null }]);
    } finally {
      setBusy(false);
      setAllowInsecure(false);
    }
  };

  const byRelay = draft.relay !== undefined;
  const mayRemember = props.policy?.values.remember !== false;
  const isLocked = (name: LockName) => props.policy?.locked.includes(name) ?? false;
  const formProblem = problemAt('form');
  const isSetUpWrong = problems.some(({ explanation }) => waysOutOf(explanation).some(({ kind }) => kind === 'setUp'));
  const warning = secrets.password === '' ? null : props.passwordWarning(secrets.password, false);
  return (
    <form class="sign-in" ref={form} onSubmit={submit} noValidate>
      <header>
        <h1>{t('signInTitle')}</h1>
        <p class="hint">{t('signInLead')}</p>
      </header>
      <TextField
        label={t('signInServer')}
        name="server"
        inputMode="url"
        autoComplete="url"
        placeholder={t('signInServerExample')}
        readOnly={isLocked('server')}
        hint={isLocked('server') ? t('optionsSetByCompany') : undefined}
        problem={noteAt('server')}
        value={draft.server}
        onValue={(typed) => edit({ server: withoutSecrets(typed), ...(byRelay && { relay: '' }) })}
      />
      {(problemAt('server')?.insecureHost || allowInsecure) && (
        <AllowInsecure isAllowed={allowInsecure} onChange={setAllowInsecure} />
      )}
      {!byRelay && (
        <>
          <TextField
            label={t('signInUser')}
            name="username"
            autoComplete="username"
            problem={noteAt('user')}
            value={draft.user}
            onValue={(user) => edit({ user })}
          />
          <PasswordField
            label={t('signInPassword')}
            name="password"
            autoComplete="current-password"
            warning={warning && t(warning === 'stripped' ? 'signInPasswordStripped' : 'signInPasswordTooShort')}
            problem={noteAt('password')}
            value={secrets.password}
            onValue={(password) => editSecrets({ password })}
          />
        </>
      )}
      <Field label={t('signInRegion')} hint={t('signInRegionHint')}>
        {(control) => (
          <RegionSelect
            control={control}
            regions={isLocked('regions') ? (props.policy?.values.regions ?? []) : props.regions}
            value={draft.region}
            onValue={(region) => edit({ region })}
          />
        )}
      </Field>
      <SignInDetails
        draft={draft}
        isLocked={isLocked}
        statusPassword={secrets.statusPassword}
        passwordWarning={props.passwordWarning}
        noteAt={noteAt}
        onEdit={edit}
        onStatusPassword={(statusPassword) => editSecrets({ statusPassword })}
        byRelay={byRelay}
      />
      <RelayChoice
        relay={draft.relay}
        isLocked={isLocked('relay')}
        address={byRelay && props.checkServer({ ...draft, allowInsecure }) === null ? draft.server : null}
        onRelay={(relay) => edit({ relay })}
      />
      {!byRelay && mayRemember && (
        <PinChoice pin={secrets.pin} problem={noteAt('pin')} onPin={(pin) => editSecrets({ pin })} />
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
