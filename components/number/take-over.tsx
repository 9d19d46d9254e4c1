import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type {
  LeadChange,
  NumberAnswer,
  NumberLead,
  PageRecord,
  PersonField,
  UpdatedNumberLead,
} from '../../lib/messages/number-details.ts';
import { Icon } from '../icon.tsx';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { isFocusLost, useFocusBack } from '../use-focus-back.ts';
import { ChangeForm } from './change-form.tsx';
import { differencesOf, isOfRecord, PERSON_LABELS } from './page-record.ts';
import { useChange } from './use-change.ts';

interface TakeOverDraft {
  readonly leadId: string;
  readonly chosen: readonly PersonField[];
}

/** A lead that takes over what the page says, as far as it has come. */
export interface LeadUpdate {
  /** What is chosen for whom; null while no form is open. */
  readonly draft: TakeOverDraft | null;
  readonly isBusy: boolean;
  /** What went wrong with the one whose form is open. */
  readonly problem: Explanation | null;
  /** What went wrong with that lead. */
  readonly problemOf: (leadId: string) => Explanation | null;
  /** What became of it; null while that is not known. */
  readonly outcomeOf: (leadId: string) => UpdatedNumberLead | null;
  readonly write: (draft: TakeOverDraft | null) => void;
  readonly send: (leadId: string, change: LeadChange) => void;
}

/** Stands, like a new lead, where reading the leads anew takes nothing of it away. */
export function useLeadUpdate(
  update: (leadId: string, change: LeadChange) => Promise<NumberAnswer<UpdatedNumberLead>>,
  onUpdated: () => void,
): LeadUpdate {
  const [draft, setDraft] = useState<TakeOverDraft | null>(null);
  const [told, setTold] = useState<{ readonly about: string; readonly value: UpdatedNumberLead } | null>(null);
  const change = useChange(onUpdated);
  return {
    ...{ draft, isBusy: change.isBusy, problemOf: change.problemOf },
    problem: draft && change.problemOf(draft.leadId),
    outcomeOf: (leadId) => (told?.about === leadId ? told.value : null),
    write(next) {
      setDraft(next);
      // Closed, or opened anew.
      if (next !== null && draft !== null) return;
      setTold(null);
      change.clear();
    },
    send(leadId, values) {
      const take = (value: UpdatedNumberLead) => {
        setTold({ about: leadId, value });
        setDraft(null);
        onUpdated();
      };
      void change.send(leadId, () => update(leadId, values), take);
    },
  };
}

interface TakeOverProps {
  readonly lead: NumberLead;
  readonly record: PageRecord;
  readonly update: LeadUpdate;
}

/** What the page says otherwise than the lead, side by side, for the agent to choose from. */
export function TakeOver({ lead, record, update }: TakeOverProps) {
  const { t } = useText();
  const { leadId } = lead;
  const fields = differencesOf(lead, record);
  const outcome = update.outcomeOf(leadId);
  const status = useRef<HTMLParagraphElement>(null);
  // The form is gone with its button: who used it goes on from here.
  useLayoutEffect(() => {
    if (outcome && isFocusLost()) status.current?.focus();
  }, [outcome]);
  const isOpen = update.draft?.leadId === leadId && fields.length > 0;
  const opener = useFocusBack<HTMLButtonElement>(isOpen);
  const problem = update.problemOf(leadId);
  return (
    <>
      {!isOpen && fields.length > 0 && (
        <button
          type="button"
          class="link"
          ref={opener}
          aria-disabled={update.isBusy}
          onClick={() => !update.isBusy && update.write({ leadId, chosen: emptyOf(lead, fields) })}
        >
          {t('numberTakeOver')}
        </button>
      )}
      {isOpen && <Choices {...{ lead, record, fields, update }} />}
      {!isOpen && problem && <Problem explanation={problem} />}
      <p class="hint" role="status" tabIndex={-1} ref={status}>
        {outcome && !outcome.isAltered && t('numberLeadUpdated')}
      </p>
      {outcome?.isAltered && <Problem explanation={explain('numberUpdateAltered')} />}
    </>
  );
}

/** What the lead has is overwritten by the agent's own choice alone. */
function emptyOf(lead: NumberLead, fields: readonly PersonField[]): readonly PersonField[] {
  return fields.filter((field) => lead[field].trim() === '');
}

function Choices({ lead, record, fields, update }: TakeOverProps & { readonly fields: readonly PersonField[] }) {
  const { t } = useText();
  const chosen = update.draft?.chosen ?? [];
  const [isAsked, setAsked] = useState(false);
  const taken = fields.filter((field) => chosen.includes(field));
  const submit = () => {
    if (taken.length === 0) return setAsked(true);
    update.send(lead.leadId, Object.fromEntries(taken.map((field) => [field, record[field]])));
  };
  const choose = (field: PersonField, isTaken: boolean) => {
    setAsked(false);
    const others = chosen.filter((each) => each !== field);
    update.write({ leadId: lead.leadId, chosen: isTaken ? [...others, field] : others });
  };
  return (
    <ChangeForm
      label={t('numberTakeOver')}
      submit={t('numberUpdate')}
      isBusy={update.isBusy}
      problem={update.problemOf(lead.leadId) ?? (isAsked ? explain('numberChooseValue') : null)}
      onSubmit={submit}
      onLeave={() => update.write(null)}
    >
      {isOfRecord(lead, record) === false && (
        <p class="number-warning">
          <Icon name="alert" />
          {t('numberOtherRecord')}
        </p>
      )}
      <table class="take-over">
        <caption>{t('numberTakeOverHint')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('numberLead')}</th>
            <th scope="col">{t('numberFromPage')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">
                <label class="check">
                  <input
                    type="checkbox"
                    name={`take-${field}`}
                    checked={chosen.includes(field)}
                    onChange={(event) => choose(field, event.currentTarget.checked)}
                  />
                  <span>{t(PERSON_LABELS[field])}</span>
                </label>
              </th>
              <td>{lead[field] === '' ? <span class="hint">{t('numberNothing')}</span> : <bdi>{lead[field]}</bdi>}</td>
              <td>
                <bdi>{record[field]}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChangeForm>
  );
}
