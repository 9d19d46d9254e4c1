import { useRef, useState } from 'preact/hooks';
import { type DialProblem, type DialView, isDialOver } from '../../lib/agent/dial/dial-view.ts';
import { describeStage, kindKey } from '../../lib/messages/describe.ts';
import { explainDial } from '../../lib/messages/explain.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type {
  LeadCallback,
  NumberAnswer,
  NumberLead,
  NumberRecording,
  PastCall,
} from '../../lib/messages/number-details.ts';
import type { DialableNumber } from '../../lib/phone/phone-number.ts';
import type { Result } from '../../lib/result.ts';
import { Icon } from '../icon.tsx';
import { Problem } from '../problem.tsx';
import { useText } from '../text.tsx';
import { LeadFacts } from './lead-facts.tsx';
import { PartSection } from './part-section.tsx';
import { PastCalls } from './past-calls.tsx';
import { Recordings, type RecordingsProps } from './recordings.tsx';
import { usePart } from './use-part.ts';

/** What the window about a number can ask for. A promise that rejects means that the background could not be reached. */
export interface NumberCommands {
  readonly leads: () => Promise<NumberAnswer<readonly NumberLead[]>>;
  readonly calls: () => Promise<NumberAnswer<readonly PastCall[]>>;
  readonly callbacks: (leadId: string) => Promise<NumberAnswer<readonly LeadCallback[]>>;
  readonly recordings: (leadId: string) => Promise<NumberAnswer<readonly NumberRecording[]>>;
  readonly loadRecording: RecordingsProps['load'];
  readonly dial: (leadId: string | null) => Promise<Result<DialView, DialProblem>>;
  readonly cancel: (id: string) => Promise<unknown>;
  /** True when it is in the clipboard. */
  readonly copy: (text: string) => Promise<boolean>;
}

/** A line of what is known of the number itself. */
export interface NumberLine {
  readonly text: string;
  readonly isWarning?: true;
}

interface NumberViewProps {
  readonly number: DialableNumber;
  /** Time there, calling hours, do-not-call. */
  readonly lines: readonly NumberLine[];
  /** Who is signed in; another one is asked anew, null for nobody. */
  readonly session: string | null;
  /** The newest dial. */
  readonly dial: DialView | null;
  readonly commands: NumberCommands;
}

/** Everything that is known of a number, and what an agent can do about it. */
export function NumberView({ number: called, lines, session, dial, commands }: NumberViewProps) {
  const tools = useText();
  const { t, number, country } = tools;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [leads, askLeads] = usePart(session, commands.leads);
  const lead = leads.step === 'told' ? (leads.value.find(({ leadId }) => leadId === chosenId) ?? leads.value[0]) : null;
  const leadKey = session !== null && lead ? `${session} ${lead.leadId}` : null;
  const [callbacks] = usePart(leadKey, () => commands.callbacks(lead?.leadId ?? ''));
  const [recordings, askRecordings] = usePart(leadKey, () => commands.recordings(lead?.leadId ?? ''));
  // After what is asked for by the lead: of a large log it is the slowest.
  const isLeadKnown = leads.step !== 'asking' && callbacks.step !== 'asking' && recordings.step !== 'asking';
  const [calls, askCalls] = usePart(isLeadKnown ? session : null, commands.calls);
  const place = called.region === null ? t('confirmNoCountry') : country(called.region);

  return (
    <main class="number-view">
      <header>
        <h1 class="call-number">
          <bdi dir="ltr">{number(called.e164)}</bdi>
        </h1>
        <p class="hint">{`${place} · ${t(kindKey(called.kind))}`}</p>
        {lines.map(({ text, isWarning }) => (
          <p key={text} class={isWarning ? 'number-warning' : 'hint'}>
            {isWarning && <Icon name="alert" />}
            {text}
          </p>
        ))}
      </header>
      <Actions called={called} lead={lead ?? null} dial={dial} commands={commands} isSignedIn={session !== null} />
      {session === null && <p class="hint">{t('numberSignedOut')}</p>}
      <PartSection title={t('numberLead')} part={leads} onAskAgain={askLeads}>
        {(all) =>
          lead ? (
            <LeadFacts leads={all} chosen={lead} callbacks={callbacks} onChoose={setChosenId} />
          ) : (
            <p class="hint">{t('numberNobody')}</p>
          )
        }
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

interface ActionsProps extends Pick<NumberViewProps, 'dial' | 'commands'> {
  readonly called: DialableNumber;
  readonly lead: NumberLead | null;
  readonly isSignedIn: boolean;
}

/** The call, and how it stands. */
function Actions({ called, lead, dial, commands, isSignedIn }: ActionsProps) {
  const tools = useText();
  const { t } = tools;
  const [failed, setFailed] = useState<Explanation | null>(null);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const openedAt = useRef(Date.now()).current;
  // How a call of an hour ago went says nothing of the next.
  const isOwn = dial?.number.e164 === called.e164 && (!isDialOver(dial.stage) || dial.startedAt >= openedAt);
  const own = isOwn ? dial : null;
  const isRunning = own !== null && !isDialOver(own.stage);
  const call = async () => {
    if (isRunning) return;
    setFailed(null);
    const answer = await commands.dial(lead?.leadId ?? null).catch(() => null);
    if (!answer?.ok) setFailed(answer ? explainDial(answer.failure, tools) : explain('commandFailed'));
  };
  const problem = failed ?? (own?.problem ? explainDial(own.problem, tools) : null);
  return (
    <>
      <div class="number-actions">
        {isSignedIn && (
          <button type="button" class="button primary" aria-disabled={isRunning} onClick={call}>
            <Icon name="phone" />
            {t('confirmDial')}
          </button>
        )}
        {isRunning && own.canCancel && (
          <button type="button" class="button" onClick={() => commands.cancel(own.id)}>
            {t('callCancel')}
          </button>
        )}
        <button type="button" class="button" onClick={async () => setCopied(await commands.copy(called.e164))}>
          <Icon name="copy" />
          {t('numberCopy')}
        </button>
      </div>
      <p class="hint" role="status">
        {own !== null && t(describeStage(own.stage).key)}
        {isCopied !== null && own === null && t(isCopied ? 'setUpCopied' : 'setUpNotCopied')}
      </p>
      {problem && <Problem explanation={problem} />}
    </>
  );
}
