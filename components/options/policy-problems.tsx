import type { PolicyProblem } from '../../lib/settings/policy.ts';
import { useText } from '../text.tsx';

/** What of the company's policy cannot be used, for the administrator who is shown this page. */
export function PolicyProblems({ problems }: { readonly problems: readonly PolicyProblem[] }) {
  const { t } = useText();
  return (
    <>
      <p>{t('policyProblems')}</p>
      <ul class="facts">
        {problems.map(({ name, expected }) => (
          <li key={name}>{t('policyProblem', name, t(expected))}</li>
        ))}
      </ul>
    </>
  );
}
