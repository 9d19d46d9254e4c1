import { useState } from 'preact/hooks';
import type { CampaignRow, DoNotCallChange, DoNotCallState } from '../../lib/messages/supervisor.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { AskFirst } from '../ask-first.tsx';
import { TextField } from '../field.tsx';
import { Problem } from '../problem.tsx';
import { type TextTools, useText } from '../text.tsx';
import { CampaignSelect } from './campaign-select.tsx';
import { changeOnList, type ListChange, type ListOutcome } from './change-on-list.ts';
import type { SupervisorCommands } from './commands.ts';
import { useAnswer } from './use-answer.ts';

interface DoNotCallProps {
  readonly campaigns: readonly CampaignRow[];
  readonly commands: SupervisorCommands;
}

/** What was looked up, and on which list. */
interface Looked extends DoNotCallState {
  readonly campaign: string | null;
}

/** Looks a number up on a do-not-call list, puts it there and takes it off. */
export function DoNotCall({ campaigns, commands }: DoNotCallProps) {
  const text = useText();
  const { t } = text;
  const [typed, setTyped] = useState('');
  const [campaign, setCampaign] = useState<string | null>(null);
  const look = useAnswer(commands.doNotCall);
  const change = useAnswer((asked: ListChange) => changeOnList(commands, asked));
  const looked = look.told && { ...look.told.value, campaign: look.told.question.campaign };

  // What was told is of another number or list than what stands in the form now; what is on its way is told all the same.
  const forget = () => {
    look.clear();
    change.clearTold();
  };
  const lookUp = (event: Event) => {
    event.preventDefault();
    if (look.isBusy || change.isBusy) return;
    forget();
    void look.ask({ text: typed, campaign });
  };

  return (
    <>
      <form class="fields-form" onSubmit={lookUp}>
        <TextField
          label={t('supervisorNumber')}
          name="dnc-number"
          value={typed}
          onValue={(number) => {
            setTyped(number);
            forget();
          }}
        />
        <CampaignSelect
          label={t('supervisorList')}
          campaigns={campaigns}
          nothing={t('supervisorWholeDialer')}
          value={campaign}
          onCampaign={(chosen) => {
            setCampaign(chosen);
            forget();
          }}
        />
        <button type="submit" class="button" aria-disabled={look.isBusy || change.isBusy}>
          {t('supervisorLookUp')}
        </button>
      </form>
      {look.problem && <Problem explanation={look.problem} />}
      {change.problem && <Problem explanation={change.problem} />}
      <p role="status" class="told">
        {change.told
          ? outcomeText(change.told.question, change.told.value, text)
          : change.failed
            ? about('supervisorDncNotDone', change.failed.question, text)
            : looked && about(stateOf(looked), looked, text)}
      </p>
      {looked && !change.told && (
        <div class="row-actions">
          {changesOf(looked).map((kind) => (
            <AskFirst
              key={kind}
              label={t(kind === 'add' ? 'supervisorDncAdd' : 'supervisorDncRemove')}
              question={about(kind === 'add' ? 'supervisorDncAddAsk' : 'supervisorDncRemoveAsk', looked, text)}
              isDanger={kind === 'remove'}
              isDisabled={change.isBusy}
              onAgree={() => change.ask({ ...looked, change: kind })}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** Says something of a number on a list: of which is always said, because another may stand in the form by now. */
function about(
  key: MessageKey,
  { e164, campaign }: Pick<Looked, 'e164' | 'campaign'>,
  { t, number }: TextTools,
): string {
  return t(key, number(e164), campaign ?? t('supervisorWholeDialer'));
}

/** Where the dialer's own list has the number, nobody is told of the campaign's. */
function stateOf({ listed, campaign }: Pick<Looked, 'listed' | 'campaign'>): MessageKey {
  switch (listed) {
    case 'none':
      return 'supervisorDncNotListed';
    case 'unknown':
      return 'supervisorDncUnknown';
    case 'campaign':
      return 'supervisorDncListed';
    case 'system':
      return campaign === null ? 'supervisorDncListed' : 'supervisorDncSystemFirst';
  }
}

/** What may be changed; both where nobody knows how it is. */
function changesOf(looked: Looked): readonly DoNotCallChange['change'][] {
  const state = stateOf(looked);
  if (state === 'supervisorDncNotListed') return ['add'];
  return state === 'supervisorDncListed' ? ['remove'] : ['add', 'remove'];
}

function outcomeText(asked: ListChange, outcome: ListOutcome, text: TextTools): string {
  if (outcome.kind === 'unclear') {
    const { listed } = outcome;
    if (listed === null) return about('supervisorDncUnclearUnknown', asked, text);
    return `${text.t('supervisorDncUnclear')} ${about(stateOf({ ...asked, listed }), asked, text)}`;
  }
  const isAdded = asked.change === 'add';
  if (outcome.kind === 'already') return about(isAdded ? 'supervisorDncListed' : 'supervisorDncNotListed', asked, text);
  return about(isAdded ? 'supervisorDncAdded' : 'supervisorDncRemoved', asked, text);
}
