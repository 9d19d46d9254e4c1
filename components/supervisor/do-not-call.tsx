import { useState } from 'preact/hooks';
import type { CampaignRow, DoNotCallChange, DoNotCallState } from '../../lib/messages/supervisor.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { AskFirst } from '../ask-first.tsx';
import { Problem } from '../problem.tsx';
import { TextField } from '../sign-in/field.tsx';
import { useText } from '../text.tsx';
import { CampaignSelect } from './campaign-select.tsx';
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
  const { t, number } = useText();
  const [text, setText] = useState('');
  const [campaign, setCampaign] = useState<string | null>(null);
  const look = useAnswer(commands.doNotCall);
  const change = useAnswer(commands.changeDoNotCall);
  const looked = look.told && { ...look.told.value, campaign: look.told.question.campaign };
  const done = change.told && outcomeOf(change.told.question.change, change.told.value);

  // What was told is of another number or list than what stands in the form now.
  const forget = () => {
    look.clear();
    change.clear();
  };
  const lookUp = (event: Event) => {
    event.preventDefault();
    if (look.isBusy || change.isBusy) return;
    forget();
    void look.ask({ text, campaign });
  };
  const write = ({ nationalNumber, campaign: list }: Looked, kind: DoNotCallChange['change']) =>
    change.ask({ nationalNumber, campaign: list, change: kind });
  const listOf = (now: Looked) => now.campaign ?? t('supervisorWholeDialer');
  const problem = look.problem ?? change.problem;
  const shown = looked && number(looked.e164);

  return (
    <>
      <form class="fields-form" onSubmit={lookUp}>
        <TextField
          label={t('supervisorNumber')}
          name="dnc-number"
          value={text}
          onValue={(typed) => {
            setText(typed);
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
        <button type="submit" class="button" aria-disabled={look.isBusy}>
          {t('supervisorLookUp')}
        </button>
      </form>
      {problem && <Problem explanation={problem} />}
      <p role="status" class="told">
        {looked && shown && t(done ?? stateOf(looked), shown, listOf(looked))}
      </p>
      {looked && shown && done === null && (
        <div class="row-actions">
          {changesOf(looked).map((kind) => (
            <AskFirst
              key={kind}
              label={t(kind === 'add' ? 'supervisorDncAdd' : 'supervisorDncRemove')}
              question={t(kind === 'add' ? 'supervisorDncAddAsk' : 'supervisorDncRemoveAsk', shown, listOf(looked))}
              isDanger={kind === 'remove'}
              isDisabled={change.isBusy}
              onAgree={() => write(looked, kind)}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** Where the dialer's own list has the number, nobody is told of the campaign's. */
function stateOf({ listed, campaign }: Looked): MessageKey {
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

function outcomeOf(kind: DoNotCallChange['change'], outcome: 'changed' | 'already'): MessageKey {
  if (outcome === 'already') return kind === 'add' ? 'supervisorDncListed' : 'supervisorDncNotListed';
  return kind === 'add' ? 'supervisorDncAdded' : 'supervisorDncRemoved';
}
