import { vi } from 'vitest';
import { emptyDraft, type SignInDraft } from '../../../components/sign-in/sign-in-draft.ts';
import { SignInForm } from '../../../components/sign-in/sign-in-form.tsx';
import type { ServerAddress, SignInProblem, SignInRequest } from '../../../lib/messages/sign-in.ts';
import type { Result } from '../../../lib/result.ts';
import { passwordWarning } from '../../../lib/vicidial/wire/credentials.ts';
import { parseServerUrl } from '../../../lib/vicidial/wire/server-url.ts';
import { show } from './mount.tsx';

/** What the form has been asked to do. */
export const onSignIn = vi.fn<(request: SignInRequest) => Promise<Result<null, SignInProblem>>>();
export const onDraft = vi.fn<(draft: SignInDraft) => void>();

function checkServer({ server, allowInsecure }: ServerAddress) {
  const parsed = parseServerUrl(server, { allowInsecure });
  return parsed.ok ? null : parsed.failure;
}

export function showForm(
  initial: Partial<SignInDraft> = {},
  problem: SignInProblem | null = null,
  { isForgetful = false } = {},
) {
  show(
    <main class="popup">
      <SignInForm
        initial={{ ...emptyDraft('US'), ...initial }}
        problem={problem}
        isForgetful={isForgetful}
        regions={['US', 'GB', 'DE']}
        checkServer={checkServer}
        passwordWarning={passwordWarning}
        onDraft={onDraft}
        onSignIn={onSignIn}
      />
    </main>,
  );
}

export const FILLED = { server: 'dialer.example.com', user: '6666' };
export const words = () => document.body.textContent;
export const field = (label: string) => {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent === label);
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
};
export const note = (label: string) =>
  document.getElementById(field(label).getAttribute('aria-describedby') ?? '')?.textContent;
