import { useRef, useState } from 'preact/hooks';
import { kindKey } from '../../lib/messages/describe.ts';
import type { NumberLead, PageRecord } from '../../lib/messages/number-details.ts';
import type { NumberVerdict } from '../../lib/messages/number-verdict.ts';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';
import { AddLead, useNewLead } from './add-lead.tsx';
import { LeadFacts } from './lead-facts.tsx';
import { NumberActions, type NumberActionsProps } from './number-actions.tsx';
import type { NumberCommands } from './number-commands.ts';
import { OfRecord, useGivenNumber } from './of-record.tsx';
import { isOfRecord } from './page-record.ts';
import { PartSection } from './part-section.tsx';
import { PastCalls } from './past-calls.tsx';
import { Recordings } from './recordings.tsx';
import { TakeOver, useLeadUpdate } from './take-over.tsx';
import { usePart } from './use-part.ts';
import { useVerdict } from './use-verdict.ts';

/** A line of what is known of the number itself. */
interface NumberLine {
  readonly text: string;
  readonly isWarning?: true;
}

interface NumberViewProps
  extends Pick<NumberActionsProps, 'called' | 'dial' | 'canPreview' | 'campaign' | 'clockAheadMs'> {
  /** Time there, calling hours, do-not-call: what is made of what VICIdial has told, null where it has told nothing. */
  readonly describe: (verdict: NumberVerdict | null) => readonly NumberLine[];
  /** Which sign-in it is; another one is asked anew, null for nobody. */
  readonly session: string | null;
  /** What the page says of whose number it is, from which the window was opened; null for nothing. */
  readonly record: PageRecord | null;
  readonly commands: NumberCommands;
}

/** Everything that is known of a number, and what an agent can do about it. Another number, or another session, begins with nothing. */
export function NumberView(props: NumberViewProps) {
  return <KnownNumber key={`${props.session ?? ''} ${props.called.e164}`} {...props} />;
}

function KnownNumber({ called, describe, session, record, commands, ...rest }: NumberViewProps) {
  const { t, number, country } = useText();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [verdict, askVerdict] = useVerdict(session !== null, commands.verdict);
  const [leads, askLeads] = usePart(session, commands.leads);
  const lead = leads.step === 'told' ? leadToShow(leads.value.shown, chosenId, record) : null;
  const leadKey = session !== null && lead ? `${session} ${lead.leadId}` : null;
  const [callbacks, askCallbacks] = usePart(leadKey, () => commands.callbacks(lead?.leadId ?? ''));
  const [recordings, askRecordings] = usePart(leadKey, () => commands.recordings(lead?.leadId ?? ''));
  const hasOther = session !== null && leads.step === 'told' && !lead && record !== null;
  const [ofRecord, askOfRecord] = usePart(hasOther ? session : null, commands.recordLead);
  const recordLead = ofRecord.step === 'told' ? ofRecord.value : null;
  const given = useGivenNumber(commands.giveNumber, askOfRecord);
  // After what is asked for by the lead: first who it is, then what can be done, then a log that may be slow.
  const isLeadKnown = leads.step !== 'asking' && callbacks.step !== 'asking' && recordings.step !== 'asking';
  const [rights] = usePart(useOnce(session, isLeadKnown), commands.rights);
  const [calls, askCalls] = usePart(useOnce(session, isLeadKnown && rights.step !== 'asking'), commands.calls);
  const newLead = useNewLead(commands.addLead, () => {
    askLeads();
    askVerdict();
  });
  const update = useLeadUpdate(commands.updateLead, askLeads);
  const place = called.region === null ? t('confirmNoCountry') : country(called.region);
  const mayWrite = rights.step === 'told' ? rights.value : null;

  return (
    <main class="number-view">
      <header>
        <h1 class="call-number">
          <bdi dir="ltr">{number(called.e164)}</bdi>
        </h1>
        <p class="hint">{`${place} · ${t(kindKey(called.kind))}`}</p>
        {describe(verdict).map(({ text, isWarning }) => (
          <p key={text} class={isWarning ? 'number-warning' : 'hint'}>
            {isWarning && <Icon name="alert" />}
            {text}
          </p>
        ))}
      </header>
      <NumberActions
        {...rest}
        called={called}
        lead={lead ?? null}
        ofRecord={recordLead?.place === 'has' ? recordLead.leadId : null}
        isSignedIn={session !== null}
        rights={mayWrite}
        commands={commands}
        onChanged={() => {
          askCallbacks();
          askVerdict();
        }}
      />
      {session === null && <p class="hint">{t('numberSignedOut')}</p>}
      <PartSection
        title={t('numberLead')}
        part={leads}
        problem={newLead.problem ?? update.problem}
        onAskAgain={askLeads}
      >
        {({ shown, older, foreign, lists }) => (
          <>
            {lead ? (
              <LeadFacts
                leads={shown}
                chosen={lead}
                callbacks={callbacks}
                onChoose={setChosenId}
                remove={mayWrite?.leads ? () => commands.removeCallbacks(lead.leadId) : null}
                onRemoved={askCallbacks}
              />
            ) : (
              <p class="hint">{t('numberNobody')}</p>
            )}
            {older > 0 && <p class="hint">{t('numberOlderLeads', String(older))}</p>}
            {foreign > 0 && <p class="hint">{t('numberForeignLeads', String(foreign))}</p>}
            {lead && record && mayWrite?.leads && <TakeOver lead={lead} record={record} update={update} />}
            {hasOther && <OfRecord recordLead={recordLead} given={given} mayGive={mayWrite?.leads === true} />}
            {!lead && mayWrite?.add && (
              <AddLead
                newLead={newLead}
                record={record}
                setList={mayWrite.newLeadList}
                hasForeign={foreign > 0}
                lists={lists}
              />
            )}
          </>
        )}
      </PartSection>
      <PartSection title={t('numberRecordings')} part={recordings} onAskAgain={askRecordings}>
        {(all) => <Recordings recordings={all} load={commands.loadRecording} />}
      </PartSection>
      <PartSection title={t('numberCalls')} part={calls} onAskAgain={askCalls}>
        {(all) => <PastCalls calls={all} />}
      </PartSection>
    </main>
  );
}

/** The one that the agent has chosen, else the one that the page is about, else the newest. */
function leadToShow(
  leads: readonly NumberLead[],
  chosenId: string | null,
  record: PageRecord | null,
): NumberLead | undefined {
  const ofRecord = leads.find((lead) => record !== null && isOfRecord(lead, record));
  return leads.find(({ leadId }) => leadId === chosenId) ?? ofRecord ?? leads[0];
}

/** The key from when its turn has come, and for good: what is read anew later takes nothing away. */
function useOnce(key: string | null, isTurn: boolean): string | null {
  const begun = useRef<string | null>(null);
  if (isTurn) begun.current = key;
  return begun.current === key ? key : null;
}
