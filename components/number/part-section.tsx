import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { explainService } from '../../lib/messages/explain-service.ts';
import { type Explanation, explain, withWayOut } from '../../lib/messages/explanation.ts';
import type { NumberProblem } from '../../lib/messages/number-details.ts';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import type { Part } from './use-part.ts';

interface PartSectionProps<T> {
  readonly title: string;
  readonly part: Part<T>;
  readonly onAskAgain: () => void;
  readonly children: (value: T) => ComponentChildren;
}

/** One part of what is known of a number. A part that the login may not ask for is not there. */
export function PartSection<T>({ title, part, onAskAgain, children }: PartSectionProps<T>) {
  const { t } = useText();
  const id = useId();
  if (part.step === 'absent') return null;
  return (
    <section aria-labelledby={id} aria-busy={part.step === 'asking'}>
      <h2 id={id}>{title}</h2>
      {part.step === 'asking' && <p class="hint">{t('numberAsking')}</p>}
      {part.step === 'failed' && <Problem explanation={explainPart(part.problem)} onWayOut={onAskAgain} />}
      {part.step === 'told' && children(part.value)}
    </section>
  );
}

/** Null where the background did not answer. A login that was refused is not tried again by a button. */
function explainPart(problem: NumberProblem | null): Explanation {
  const retry = { kind: 'retry' } as const;
  if (problem === null) return withWayOut(explain('commandFailed'), retry);
  if (problem.code !== 'vicidial') return explain('dialNotSignedIn');
  const explanation = explainService(problem.failure);
  return explanation.key === 'failServiceCredentials' ? explanation : withWayOut(explanation, retry);
}
