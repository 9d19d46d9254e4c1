import { useState } from 'preact/hooks';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { NumberAnswer, RecordLead } from '../../lib/messages/number-details.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { useChange } from './use-change.ts';

const WORDS: Readonly<Record<RecordLead['place'], MessageKey>> = {
  has: 'numberRecordHas',
  free: 'numberRecordFree',
  taken: 'numberRecordTaken',
};

/** One change at a time. */
const GIVING = 'number';

/** A number that is given to the record's lead, as far as it has come. */
export interface GivenNumber {
  readonly isBusy: boolean;
  readonly problem: Explanation | null;
  readonly send: (leadId: string) => void;
}

/** Stands, like a new lead, where reading the record's lead anew takes nothing of it away. */
export function useGivenNumber(
  give: (leadId: string) => Promise<NumberAnswer<'given' | 'taken'>>,
  onGiven: () => void,
): GivenNumber {
  const change = useChange(onGiven);
  const [isTaken, setTaken] = useState(false);
  return {
    isBusy: change.isBusy,
    problem: change.problemOf(GIVING) ?? (isTaken ? explain('numberNotGiven') : null),
    send: (leadId) =>
      void change.send(
        GIVING,
        () => give(leadId),
        (outcome) => {
          setTaken(outcome === 'taken');
          onGiven();
        },
      ),
  };
}

interface OfRecordProps {
  readonly recordLead: RecordLead | null;
  readonly given: GivenNumber;
  /** The login may write to leads. */
  readonly mayGive: boolean;
}

/** The lead of the page's record under another number: a call that goes by number would make a second one with the same code. */
export function OfRecord({ recordLead, given, mayGive }: OfRecordProps) {
  const { t } = useText();
  return (
    <>
      <p class="hint" role="status">
        {recordLead && t(WORDS[recordLead.place], recordLead.leadId)}
      </p>
      {recordLead?.place === 'free' && mayGive && (
        <button
          type="button"
          class="button"
          aria-disabled={given.isBusy}
          onClick={() => given.isBusy || given.send(recordLead.leadId)}
        >
          {t('numberGive', recordLead.leadId)}
        </button>
      )}
      {given.problem && <Problem explanation={given.problem} />}
    </>
  );
}
