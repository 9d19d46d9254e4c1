import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { explainNumberWindow } from '../../lib/messages/explain-number-window.ts';
import { type Explanation, withWayOut } from '../../lib/messages/explanation.ts';
import type { NumberProblem } from '../../lib/messages/number-details.ts';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { isFocusLost } from '../use-focus-back.ts';
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
  const heading = useFocusOverAsking(part.step);
  if (part.step === 'absent') return null;
  return (
    <section aria-labelledby={id} aria-busy={part.step === 'asking'}>
      <h2 id={id} tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {part.step === 'asking' && <p class="hint">{t('numberAsking')}</p>}
      {part.step === 'failed' && <Problem explanation={explainPart(part.problem)} onWayOut={onAskAgain} />}
      {part.step !== 'told' && problem && <Problem explanation={problem} />}
      {part.step === 'told' && children(part.value)}
    </section>
  );
}

/** Reading anew takes away what was worked with: once that is told, who was there goes on from the heading. */
function useFocusOverAsking(step: Part<unknown>['step']): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasHere = useRef(false);
  // As it is before this drawing takes it away.
  if (step === 'asking') wasHere.current ||= heading.current?.parentElement?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (step === 'asking') return;
    if (wasHere.current && isFocusLost()) heading.current?.focus();
    wasHere.current = false;
  }, [step]);
  return heading;
}

/** What was only asked can be asked again, but for a login that was refused. */
function explainPart(problem: NumberProblem | null): Explanation {
  const explanation = explainNumberWindow(problem);
  const isOver = problem?.code === 'notSignedIn' || explanation.key === 'failServiceCredentials';
  return isOver ? explanation : withWayOut(explanation, { kind: 'retry' });
}
