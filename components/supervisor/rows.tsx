import type { ComponentChildren } from 'preact';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { explainSupervisor } from './explain-supervisor.ts';
import type { Reading } from './reading.ts';

interface RowsProps<T> {
  readonly of: Reading<T>;
  readonly isOutOfReach?: boolean;
  readonly children: (rows: readonly T[]) => ComponentChildren;
}

/** The rows that were read last; where they are old, from when they are. */
export function Rows<T>({ of: { rows, readAt, problem }, isOutOfReach = false, children }: RowsProps<T>) {
  const text = useText();
  const { t, locale } = text;
  const isOld = problem !== null || isOutOfReach;
  if (!rows && !problem) return <p class="hint">{t('connecting')}</p>;
  return (
    <>
      {problem && <Problem explanation={explainSupervisor(problem.code === 'noAnswer' ? null : problem, text)} />}
      {isOld && readAt !== null && <p class="hint">{t('supervisorReadAt', timeOf(readAt, locale))}</p>}
      {rows && <div class={isOld ? 'rows old-rows' : 'rows'}>{children(rows)}</div>}
    </>
  );
}

function timeOf(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at);
}
