import { useState } from 'preact/hooks';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import {
  type AddedNumberLead,
  LIST_ID,
  LONGEST_IN_LEAD,
  type NewNumberLead,
  type NumberAnswer,
  type PageRecord,
  PERSON_FIELDS,
  type PersonField,
} from '../../lib/messages/number-details.ts';
import { TextField } from '../field.tsx';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { useFocusBack } from '../use-focus-back.ts';
import { ChangeForm } from './change-form.tsx';
import { PERSON_LABELS } from './page-record.ts';
import { useChange } from './use-change.ts';

/** VICIdial's own list for numbers that are dialled by hand, unless a campaign names another. */
const MANUAL_LIST = '998';
const NOBODY: NewNumberLead = { vendorCode: '', firstName: '', lastName: '', email: '', listId: MANUAL_LIST };

/** One form, one change. */
const ADDING = 'lead';

/** A lead that is being made, as far as it has come. */
export interface NewLead {
  /** What is filled in; null while the form is closed. */
  readonly draft: NewNumberLead | null;
  readonly isBusy: boolean;
  readonly problem: Explanation | null;
  /** What became of it; null while that is not known. */
  readonly outcome: AddedNumberLead | null;
  readonly write: (draft: NewNumberLead | null) => void;
  readonly send: () => void;
  /** There is one now, or has been all the time. */
  readonly onAdded: () => void;
}

/** Stands where reading the leads anew takes nothing of it away: what an unclear answer means is told when they have been read. */
export function useNewLead(
  add: (lead: NewNumberLead) => Promise<NumberAnswer<AddedNumberLead>>,
  onAdded: () => void,
): NewLead {
  const [draft, setDraft] = useState<NewNumberLead | null>(null);
  const [outcome, setOutcome] = useState<AddedNumberLead | null>(null);
  const change = useChange(onAdded);
  return {
    ...{ draft, outcome, onAdded, isBusy: change.isBusy, problem: change.problemOf(ADDING) },
    write(next) {
      setDraft(next);
      // Closed, or opened anew.
      if (next !== null && draft !== null) return;
      setOutcome(null);
      change.clear();
    },
    send() {
      const lead = trimmed(draft ?? NOBODY);
      void change.send(
        ADDING,
        () => add(lead),
        (told) => {
          setOutcome(told);
          if (told.outcome === 'added' && !told.isAltered) onAdded();
        },
      );
    },
  };
}

function trimmed(lead: NewNumberLead): NewNumberLead {
  const person = PERSON_FIELDS.map((field) => [field, lead[field].trim()] as const);
  return { ...lead, ...Object.fromEntries(person) };
}

/** VICIdial would cut it off. */
function isTooLong(lead: NewNumberLead, field: PersonField): boolean {
  return trimmed(lead)[field].length > LONGEST_IN_LEAD[field];
}

/** What an agent may say of anybody; the rest only where the page has said it. */
const ALWAYS_ASKED: readonly PersonField[] = ['firstName', 'lastName'];

interface AddLeadProps {
  readonly newLead: NewLead;
  /** What the page says of whose number it is: filled in, to be changed before it is sent. Null for nothing. */
  readonly record: PageRecord | null;
  /** The company's list for new leads; null where the agent names one. */
  readonly setList: string | null;
  /** Other countries' leads have the same digits. */
  readonly hasForeign: boolean;
  /** Lists that are known to be there. */
  readonly lists?: readonly string[] | undefined;
}

/** Makes a lead of a number that is none. */
export function AddLead({ newLead, record, setList, hasForeign, lists = [] }: AddLeadProps) {
  const { t } = useText();
  const { draft, isBusy, problem, outcome, write, send, onAdded } = newLead;
  const [isTried, setTried] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(draft !== null);
  if (draft === null) {
    return (
      <button type="button" class="link" ref={opener} onClick={() => write({ ...NOBODY, ...personOf(record) })}>
        {t('numberAddLead')}
      </button>
    );
  }
  // VICIdial looks for the digits alone: what it has found is not shown here, and stays in the way.
  const isForeign = hasForeign && outcome?.outcome === 'duplicate';
  const isThere = outcome !== null && outcome.outcome !== 'doNotCall' && !isForeign;
  const fields = PERSON_FIELDS.filter((field) => ALWAYS_ASKED.includes(field) || record?.[field] !== undefined);
  const isListRight = setList !== null || LIST_ID.test(draft.listId);
  const submit = () => {
    setTried(true);
    if (isListRight && !fields.some((field) => isTooLong(draft, field))) send();
  };
  const problemOf = (field: PersonField) =>
    isTooLong(draft, field) ? t('fieldTooLong', String(LONGEST_IN_LEAD[field])) : null;
  return (
    <ChangeForm
      label={t('numberAddLead')}
      submit={t(isThere ? 'numberShowLead' : 'numberAdd')}
      isBusy={isBusy}
      problem={problem}
      onSubmit={isThere ? onAdded : submit}
      onLeave={() => write(null)}
    >
      {fields.map((field) => (
        <TextField
          key={field}
          label={t(PERSON_LABELS[field])}
          hint={record?.[field] === draft[field] ? t('numberFromPage') : undefined}
          problem={problemOf(field)}
          name={NAMES[field]}
          value={draft[field]}
          onValue={(value) => write({ ...draft, [field]: value })}
        />
      ))}
      {setList === null ? (
        <TextField
          label={t('numberList')}
          hint={t('numberListHint')}
          // Of what is still being typed nothing is said.
          problem={isListRight || !(isTried || /\D|.{15}/.test(draft.listId)) ? null : t('numberListDigits')}
          inputMode="numeric"
          proposals={lists}
          name="list"
          value={draft.listId}
          onValue={(listId) => write({ ...draft, listId: listId.trim() })}
        />
      ) : (
        <p class="hint">{t('numberListSet', setList)}</p>
      )}
      {outcome && <Outcome outcome={outcome} isForeign={isForeign} />}
    </ChangeForm>
  );
}

const NAMES: Readonly<Record<PersonField, string>> = {
  ...{ vendorCode: 'vendor-code', firstName: 'first-name', lastName: 'last-name', email: 'e-mail' },
};

function personOf(record: PageRecord | null): Partial<NewNumberLead> {
  const { leadId: _leadId, ...person } = record ?? {};
  return person;
}

function Outcome({ outcome, isForeign }: { readonly outcome: AddedNumberLead; readonly isForeign: boolean }) {
  switch (outcome.outcome) {
    case 'added':
      return outcome.isAltered ? <Problem explanation={explain('numberLeadAltered')} /> : null;
    case 'duplicate':
      return <Problem explanation={explain(isForeign ? 'numberLeadForeign' : 'numberLeadThere', outcome.leadId)} />;
    case 'doNotCall':
      return <Problem explanation={explain('numberLeadListed')} />;
  }
}
