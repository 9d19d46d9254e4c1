import { useState } from 'preact/hooks';
import { explain } from '../../lib/messages/explanation.ts';
import type { AddedNumberLead, NewNumberLead, NumberAnswer } from '../../lib/messages/number-details.ts';
import { Problem } from '../problem.tsx';
import { TextField } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';
import { useChange } from './use-change.ts';

interface AddLeadProps {
  readonly add: (lead: NewNumberLead) => Promise<NumberAnswer<AddedNumberLead>>;
  /** There is one now, or has been all the time. */
  readonly onAdded: () => void;
}

/** VICIdial's own list for numbers that are dialled by hand, unless a campaign names another. */
const MANUAL_LIST = '998';

/** One form, one change. */
const ADDING = 'lead';

/** Makes a lead of a number that is none. */
export function AddLead({ add, onAdded }: AddLeadProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const [lead, setLead] = useState<NewNumberLead>({ firstName: '', lastName: '', listId: MANUAL_LIST });
  const [outcome, setOutcome] = useState<AddedNumberLead | null>(null);
  const { isBusy, problemOf, send } = useChange(onAdded);
  const problem = problemOf(ADDING);
  const take = (told: AddedNumberLead) => {
    setOutcome(told);
    if (told.outcome === 'added' && !told.isAltered) onAdded();
  };
  if (!isOpen) {
    return (
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {t('numberAddLead')}
      </button>
    );
  }
  const isThere = outcome !== null && outcome.outcome !== 'doNotCall';
  return (
    <form
      class="number-form"
      aria-label={t('numberAddLead')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isThere)
          void send(
            ADDING,
            () => add({ ...lead, firstName: lead.firstName.trim(), lastName: lead.lastName.trim() }),
            take,
          );
      }}
    >
      <TextField
        label={t('numberFirstName')}
        name="first-name"
        value={lead.firstName}
        onValue={(firstName) => setLead({ ...lead, firstName })}
      />
      <TextField
        label={t('numberLastName')}
        name="last-name"
        value={lead.lastName}
        onValue={(lastName) => setLead({ ...lead, lastName })}
      />
      <TextField
        label={t('numberList')}
        hint={t('numberListHint')}
        name="list"
        value={lead.listId}
        onValue={(listId) => setLead({ ...lead, listId: listId.trim() })}
      />
      {problem && <Problem explanation={problem} />}
      {outcome && <Outcome outcome={outcome} />}
      <div class="number-actions">
        {isThere ? (
          <button type="button" class="button primary" onClick={onAdded}>
            {t('numberShowLead')}
          </button>
        ) : (
          <button type="submit" class="button primary" aria-disabled={isBusy}>
            {t('numberAdd')}
          </button>
        )}
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => isBusy || setOpen(false)}>
          {t('supervisorCancel')}
        </button>
      </div>
    </form>
  );
}

function Outcome({ outcome }: { readonly outcome: AddedNumberLead }) {
  switch (outcome.outcome) {
    case 'added':
      return outcome.isAltered ? <Problem explanation={explain('numberLeadAltered')} /> : null;
    case 'duplicate':
      return <Problem explanation={explain('numberLeadThere', outcome.leadId)} />;
    case 'doNotCall':
      return <Problem explanation={explain('numberLeadListed')} />;
  }
}
