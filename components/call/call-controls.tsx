import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type CallAction, whyNotNow } from '../../lib/agent/call/call-actions.ts';
import { meantCallOf } from '../../lib/agent/call/meant-call.ts';
import { pauseIn, willBeTaken } from '../../lib/agent/state/held-pause.ts';
import { isOnCall } from '../../lib/agent/state/pending-command.ts';
import type { CallControlRequest, FinishRequest } from '../../lib/messages/call-control.ts';
import { explainNotNow } from '../../lib/messages/explain.ts';
import type { OptionsSection } from '../../lib/messages/options-section.ts';
import type { PanelState } from '../../lib/messages/panel-state.ts';
import { ActionButton } from '../action-button.tsx';
import { sentence, useText } from '../text.tsx';
import { WhyNot } from '../why-not.tsx';
import { FinishForm, NoDispositions } from './finish-form.tsx';
import { PageFields } from './page-fields.tsx';
import { HangUpThird, PreviewActions, ThreeWayActions } from './phase-actions.tsx';
import { RecordingAsOf } from './recording-as-of.tsx';
import { TonePad } from './tone-pad.tsx';
import { TransferForm } from './transfer-form.tsx';
import { useControl } from './use-control.ts';
import type { FinishDraftTools } from './use-finish-draft.ts';
import { useRecording } from './use-recording.ts';

/** What the controls of a call can ask for; each answers true when the dialer took it. */
export interface CallCommands {
  readonly control: (request: CallControlRequest) => Promise<boolean>;
  readonly finish: (request: FinishRequest) => Promise<boolean>;
  /** Null when it cannot be known. */
  readonly isRecording: () => Promise<boolean | null>;
  readonly openOptions: (section: OptionsSection) => void;
}

interface CallControlsProps {
  readonly state: Pick<
    PanelState,
    | 'agent'
    | 'handedOverTo'
    | 'dial'
    | 'screen'
    | 'dispositions'
    | 'transferIngroups'
    | 'pauseCodes'
    | 'callPauseCode'
    | 'asksForPauseCode'
    | 'pending'
    | 'clockAheadMs'
    | 'pageFields'
    | 'readsLeads'
  >;
  /** Of the number that was dialled. */
  readonly extension: string | null;
  /** The agent has just opened the page: what is open at once takes the focus. */
  readonly takeFocus: boolean;
  /** What is filled in to end the call. */
  readonly finish: FinishDraftTools;
  readonly commands: CallCommands;
}

type Tool = 'finish' | 'tones' | 'transfer';

/** Everything an agent does with a call, one tool open at a time. */
export function CallControls({ state, extension, takeFocus, finish, commands }: CallControlsProps) {
  const { t, number, apart } = useText();
  const { agent } = state;
  const { phase } = agent;
  const [chosen, setChosen] = useState<Tool | null>(null);
  const { isBusy, run } = useControl(state.screen);
  const root = useRef<HTMLFieldSetElement>(null);
  const wantsFocus = useRef(takeFocus);
  const recording = useRecording(whyNotNow('record', agent) === null, agent, commands.isRecording);

  // In wrap-up there is one thing left to do.
  const isWrapUp = phase === 'wrapUp' || agent.mayBeWrapUp === true;
  const tool = isWrapUp ? 'finish' : chosen;
  useLayoutEffect(() => {
    if (tool && wantsFocus.current) root.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
    wantsFocus.current = false;
  }, [tool]);

  const whyNot = (action: CallAction) => {
    const reason = whyNotNow(action, agent);
    return reason && sentence(t, explainNotNow(reason));
  };
  const reasonOf = (action: CallAction) => whyNot(action) ?? (isBusy ? t('controlBusy') : null);
  const send = (request: CallControlRequest) => run(() => commands.control(request));
  const handedOver = (to: string | null) =>
    to === null ? t('finishLeft') : t('finishHandedOver', to.startsWith('+') ? number(to) : apart(to));
  const toggle = (wanted: Tool) => {
    wantsFocus.current = true;
    setChosen(tool === wanted ? null : wanted);
  };
  const record = async () => {
    const wanted = recording.on !== true;
    const request = { action: wanted ? 'startRecording' : 'stopRecording', meant: meantCallOf(agent) } as const;
    const change = async () => (await recording.isAlready(wanted)) === false && commands.control(request);
    if (await run(change)) recording.confirm();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !chosen || isWrapUp) return;
    event.preventDefault();
    root.current?.querySelector<HTMLElement>('.toolbar [aria-expanded=true]')?.focus();
    setChosen(null);
  };

  if (phase === 'previewing')
    return (
      <PreviewActions
        // A preview that was opened here is of the lead's first number.
        hasAlternative={state.readsLeads === true && state.dial?.stage !== 'previewing'}
        reasonOf={reasonOf}
        onSend={send}
      />
    );
  const isParked = phase === 'parked' || agent.mayBeParked === true;
  // VICIdial takes these while it rings, and does nothing (api.md 7).
  const mayRing = phase === 'onCall' && !willBeTaken(agent, Date.now());
  const note = mayRing ? t('callMayRing') : undefined;
  return (
    <fieldset class="call-controls" aria-label={t('callControls')} ref={root} onKeyDown={onKeyDown}>
      {!isWrapUp && (
        <div class="toolbar">
          <ActionButton
            label={t('callFinish')}
            icon="check"
            look="stacked"
            reason={whyNot('finish')}
            expanded={tool === 'finish'}
            onPress={() => toggle('finish')}
          />
          <ActionButton
            label={t(isParked ? 'callTakeBack' : 'callHold')}
            icon={isParked ? 'play' : 'pause'}
            look="stacked"
            reason={reasonOf(isParked ? 'grab' : 'park')}
            note={note}
            onPress={() => send({ action: isParked ? 'grab' : 'park' })}
          />
          <ActionButton
            label={t('callTones')}
            icon="keypad"
            look="stacked"
            reason={whyNot('dtmf')}
            note={note}
            expanded={tool === 'tones'}
            onPress={() => toggle('tones')}
          />
          <ActionButton
            label={t('callTransfer')}
            icon="transfer"
            look="stacked"
            reason={whyNot('blindTransfer')}
            note={note}
            expanded={tool === 'transfer'}
            onPress={() => toggle('transfer')}
          />
          <ActionButton
            label={t(recording.on ? 'recordStop' : 'recordStart')}
            icon="record"
            look="stacked"
            live={recording.on === true}
            reason={whyNot('record') ?? (recording.changing ? t('recordChanging') : reasonOf('record'))}
            note={recording.on === null ? t('recordUnknown') : note}
            onPress={record}
          />
        </div>
      )}
      {!isWrapUp && (
        <WhyNot
          reasons={(['finish', isParked ? 'grab' : 'park', 'dtmf', 'blindTransfer', 'record'] as const).map(whyNot)}
        />
      )}
      {mayRing && <p class="hint">{note}</p>}
      {recording.knownAt !== null && !recording.changing && <RecordingAsOf at={recording.knownAt} />}
      {phase === 'threeWay' && <ThreeWayActions reasonOf={reasonOf} onSend={send} />}
      {agent.mayHaveThird && <HangUpThird reasonOf={reasonOf} onSend={send} />}
      {state.pageFields && (
        <PageFields
          key={state.pageFields.dialId}
          fields={state.pageFields}
          reason={reasonOf('pushFields')}
          onPush={() =>
            send({ action: 'pushFields', dialId: state.pageFields?.dialId ?? '', meant: meantCallOf(agent) })
          }
        />
      )}
      {extension !== null && isOnCall(phase) && (
        <ActionButton
          label={t('sendExtension', extension)}
          icon="keypad"
          reason={reasonOf('dtmf')}
          onPress={() => send({ action: 'dtmf', tones: extension })}
        />
      )}
      <p class={isWrapUp && state.handedOverTo !== undefined ? 'hint' : 'unseen'} role="status">
        {isWrapUp && state.handedOverTo !== undefined && handedOver(state.handedOverTo)}
      </p>
      {tool === 'finish' &&
        (state.dispositions.length === 0 ? (
          <NoDispositions onOptions={() => commands.openOptions('dispositions')} />
        ) : (
          <FinishForm
            dispositions={state.dispositions}
            pauseCodes={state.pauseCodes}
            callPauseCode={state.callPauseCode}
            asksForPauseCode={state.asksForPauseCode === true}
            heldPauseCode={pauseIn(state.pending)?.pauseCode}
            hangsUp={isOnCall(phase)}
            clockAheadMs={state.clockAheadMs}
            call={meantCallOf(agent)}
            reason={reasonOf('finish')}
            draft={finish.draft}
            onDraft={finish.change}
            onFinish={(request) => run(() => commands.finish(request))}
          />
        ))}
      {tool === 'tones' && <TonePad reason={reasonOf('dtmf')} onSend={(tones) => send({ action: 'dtmf', tones })} />}
      {tool === 'transfer' && (
        <TransferForm
          ingroups={state.transferIngroups}
          reason={reasonOf('blindTransfer')}
          onSend={send}
          onOptions={() => commands.openOptions('transfers')}
        />
      )}
    </fieldset>
  );
}

const FIRST_FIELD = '.call-tool input';
