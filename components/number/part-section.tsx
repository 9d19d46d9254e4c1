import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { explainNumberWindow } from '../../lib/messages/explain-number-window.ts';
import { type Explanation, withWayOut } from '../../lib/messages/explanation.ts';
import type { NumberProblem } from '../../lib/messages/number-details.ts';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import type { Part } from './use-part.ts';

interface PartSectionProps<T> {
  readonly title: string;
  readonly part: Part<T>;
  /** What went wrong with a change to it, told here while the part itself does not tell it. */
  readonly problem?: Explanation | null;
  readonly onAskAgain: () => void;
  readonly children: (value: T) => ComponentChildren;
}

/** One part of what is known of a number. A part that the login may not ask for is not there. */
export function PartSection<T>({ title, part, problem = null, onAskAgain, children }: PartSectionProps<T>) {
  const { t } = useText();
  const id = useId();
  if (part.step === 'absent') return null;
  return (
    <section aria-labelledby={id} aria-busy={part.step === 'asking'}>
      <h2 id={id}>{title}</h2>
      {part.step === 'asking' && <p class="hint">{t('numberAsking')}</p>}
      {part.step === 'failed' && <Problem explanation={explainPart(part.problem)} onWayOut={onAskAgain} />}
      {part.step !== 'told' && problem && <Problem explanation={problem} />}
      {part.step === 'told' && children(part.value)}
    </section>
  );
}

/** What was only asked can be asked again, but for a login that was refused. */
function explainPart(problem: NumberProblem | null): Explanation {
  const explanation = explainNumberWindow(problem);
  const isOver = problem?.code === 'notSignedIn' || explanation.key === 'failServiceCredentials';
  return isOver ? explanation : withWayOut(explanation, { kind: 'retry' });
}
