import { useState } from 'preact/hooks';
import type { ServerAddress, ServerUrlProblem, SignInProblem, SignInRequest } from '../../lib/messages/sign-in.ts';
import { sentence, useText } from '../text.tsx';
import {
  checkSignIn,
  type FieldProblem,
  placeProblem,
  type SignInField,
  type SignInSecrets,
  signInRequest,
} from './check-sign-in.ts';
import type { SignInDraft } from './sign-in-draft.ts';

export interface LoginOptions {
  readonly initial: SignInDraft;
  /** Why the form is shown, where it was not the person's wish. */
  readonly problem?: SignInProblem | null;
  readonly checkServer: (address: ServerAddress) => ServerUrlProblem | null;
  readonly passwordWarning: (password: string, forBothEndpoints: boolean) => 'stripped' | 'tooShort' | null;
  /** Told of everything that is typed but secrets. */
  readonly onDraft?: (draft: SignInDraft) => void;
}

const NO_SECRETS: SignInSecrets = { password: '', statusPassword: '', pin: null };

export type Login = ReturnType<typeof useLogin>;

/** What is typed into the form of a login, and what is wrong with it. */
export function useLogin({ initial, problem = null, checkServer, passwordWarning, onDraft }: LoginOptions) {
  const { t } = useText();
  const [draft, setDraft] = useState(initial);
  const [secrets, setSecrets] = useState(NO_SECRETS);
  const [allowInsecure, setAllowInsecure] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>(
    problem ? [placeProblem(problem, initial.server)] : [],
  );
  const problemAt = (field: SignInField) => problems.find((one) => one.field === field);
  return {
    ...{ draft, secrets, allowInsecure, setAllowInsecure, problems, setProblems, problemAt },
    edit(change: Partial<SignInDraft>) {
      const next = { ...draft, ...change };
      setDraft(next);
      onDraft?.(next);
      // Accepting an unencrypted network holds for the address it was given for, once.
      if (change.server !== undefined) setAllowInsecure(false);
      setProblems([]);
    },
    editSecrets(change: Partial<SignInSecrets>) {
      setSecrets({ ...secrets, ...change });
      setProblems([]);
    },
    noteAt(field: SignInField): string | null {
      const found = problemAt(field);
      return found ? sentence(t, found.explanation) : null;
    },
    /** What VICIdial will make of a password; null where nothing is to be said. */
    warningOf(password: string, forBothEndpoints: boolean): string | null {
      const warning = password === '' ? null : passwordWarning(password, forBothEndpoints);
      return warning && t(warning === 'stripped' ? 'signInPasswordStripped' : 'signInPasswordTooShort');
    },
    /** What may be sent; null where something has to be corrected first, which is then said. */
    checked(): SignInRequest | null {
      const request = signInRequest(draft, secrets, allowInsecure);
      const refused = checkSignIn(request, secrets, checkServer);
      setProblems(refused);
      return refused.length === 0 ? request : null;
    },
  };
}
