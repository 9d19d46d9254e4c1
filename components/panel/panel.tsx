import { useEffect, useRef, useState } from 'preact/hooks';
import { whyNotRing } from '../../lib/agent/call/call-actions.ts';
import { standingOf } from '../../lib/agent/state/agent-standing.ts';
import { isOnCall } from '../../lib/agent/state/pending-command.ts';
import { describeDial } from '../../lib/messages/describe.ts';
import { explainDial, explainNotNow } from '../../lib/messages/explain.ts';
import type { ConnectionView, PanelState } from '../../lib/messages/panel-state.ts';
import type { SiteState } from '../../lib/messages/protocol.ts';
import { AgentStatus } from '../agent/agent-status.tsx';
import { PauseControl } from '../agent/pause-control.tsx';
import { PhoneActions } from '../agent/phone-actions.tsx';
import { CallControls } from '../call/call-controls.tsx';
import { hasCallControls } from '../call/call-phase.ts';
import { Calls } from '../call/calls.tsx';
import { explainEnding, FinishProgress, isCallTaken } from '../call/finish-progress.tsx';
import { RecordLine } from '../call/record-line.tsx';
import { useCallKey } from '../call/use-call-key.ts';
import { useFinishDraft } from '../call/use-finish-draft.ts';
import { Icon } from '../icon.tsx';
import { KeyboardHelp } from '../keyboard/keyboard-help.tsx';
import { DialList } from '../list/dial-list.tsx';
import { ShowNumber } from '../number-link.tsx';
import { Problem } from '../problem.tsx';
import { ScreenSeen, useScreenMissing } from '../screen-seen.ts';
import { sentence, useText } from '../text.tsx';
import { useFocusAfterCall } from '../use-focus-after-call.ts';
import { CallHistory } from './call-history.tsx';
import { DialPad } from './dial-pad.tsx';
import type { PanelCommands } from './panel-commands.ts';
import { PanelFoot } from './panel-foot.tsx';
import { panelTroubleOf, unlessSaid } from './panel-trouble.ts';
import { SignOutWarning } from './sign-out-warning.tsx';
import { type SiteCommands, SiteSwitch } from './site-switch.tsx';
import { usePanelActions } from './use-panel-actions.ts';

interface PanelProps {
  readonly state: PanelState;
  readonly connection: Extract<ConnectionView, { status: 'signedIn' }>;
  readonly commands: PanelCommands;
  /** Null until known, and where there is no page to speak of. */
  readonly site: SiteState | null;
  readonly siteCommands: SiteCommands;
  /** Popup: everything without scrolling. Side panel: as tall as the window. */
  readonly layout: 'popup' | 'side';
}

// So that a popup stays below the 600 px a browser gives it.
const POPUP_CALLS = { withQuestion: 1, withCard: 2, alone: 3 };

/** Everything a signed-in agent sees. */
export function Panel({ state, connection, commands, site, siteCommands, layout }: PanelProps) {
  const { t, number, country } = useText();
  const root = useRef<HTMLElement>(null);
  useFocusAfterCall(root);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const [isHelpAsked, setHelpAsked] = useState(false);
  const {
    failed,
    requests,
    act,
    dial,
    call,
    countQueue,
    takeWayOut,
    forget,
    signOut,
    redial,
    cancel,
    showQuestion,
    openRecord,
    dialNext,
    changeList,
    clearList,
    showNumber,
  } = usePanelActions(commands);
  // Only what is there when the agent opens the popup takes the focus; what comes later finds him at work.
  const isNew = useRef(true);
  const takeFocus = layout === 'popup' && isNew.current;
  isNew.current = false;

  const { agent } = state;
  const card = state.dial && state.dial.id !== dismissed ? state.dial : null;
  const calling = card !== null && describeDial(card).next !== 'over';
  const onCall = hasCallControls(agent.phase);
  // As long as nothing was sent, a call that is on is another one: the next customer does not wait for an answer to a question.
  const isOther = !calling || card.stage === 'confirming' || card.stage === 'preparing';
  // A lead that is previewed stays as it is.
  const hasCall = (calling && card.stage !== 'previewing') || (onCall && agent.phase !== 'previewing');
  // What would be left behind by who signs out now.
  const isLeft = hasCall || card?.stage === 'previewing';
  // Asked about this call, not about the next one.
  useEffect(() => {
    if (!isLeft) setLeaving(false);
  }, [isLeft]);
  // What was chosen and typed for one call is not for the next.
  const callKey = useCallKey(agent);
  const isOnLine = isOnCall(agent.phase);
  const seen = useRef({ callKey, hasCall, isOnLine });
  useEffect(() => {
    const before = seen.current;
    seen.current = { callKey, hasCall, isOnLine };
    if (callKey !== before.callKey || (before.hasCall && !hasCall) || (before.isOnLine && !isOnLine)) forget();
  }, [callKey, hasCall, isOnLine]);
  const cardProblem = card?.problem ? explainDial(card.problem, { number, country }) : null;
  const problem = unlessSaid(failed ?? panelTroubleOf(state, connection, calling), cardProblem);
  const endingFailed = unlessSaid(
    onCall || agent.mayBeWrapUp ? explainEnding(state.finish) : null,
    problem ?? cardProblem,
  );
  // A popup has little room. Nobody is called again during a call, nor changes where there are buttons; and what is wrong, or
  // asked, comes before the calls of the past.
  // What stands in the way of a call says how to go on, in more words than a card has otherwise.
  const isHindered = (card !== null && (card.problem ?? problem) !== null) || (calling && !state.screen.seen);
  const isCrowded = layout === 'popup' && (onCall || isHindered);
  const hasList = state.dialList.length > 0;
  const hidesSite = isCrowded || (layout === 'popup' && problem !== null && hasList);
  const isFull = isCrowded || (layout === 'popup' && (problem ?? card?.problem ?? null) !== null);
  const isAsking = card?.stage === 'confirming';
  // Said before the first call waits for it in vain. Later ones say it themselves while they wait.
  const isFree = (agent.phase === 'paused' && !agent.mayBeWrapUp) || agent.phase === 'ready';
  const isScreenElsewhere = useScreenMissing(state) && isFree && state.dial === null;
  const ringReason = whyNotRing(agent, state.screen.boxes);
  const showScreen = () => act(commands.showScreen());
  const room = card ? (isAsking ? 'withQuestion' : 'withCard') : 'alone';
  const shown = layout === 'side' ? state.history.length : POPUP_CALLS[room];

  const mayBeWrapUp = agent.mayBeWrapUp === true && isOther;
  const hasControls = onCall || mayBeWrapUp;
  const finish = useFinishDraft(callKey, hasControls, state.finish);
  const controls = hasControls && !isCallTaken(state.finish, agent.phase) && (
    <CallControls
      key={callKey}
      state={state}
      extension={isOther ? null : card.number.extension}
      takeFocus={takeFocus}
      finish={finish}
      commands={call}
    />
  );
  const isBare = (onCall && isOther) || (mayBeWrapUp && controls !== false);
  return (
    <ShowNumber.Provider value={showNumber}>
      <ScreenSeen.Provider value={state.screen.seen}>
        <main class={`panel ${layout}`} ref={root}>
          <h1 class="unseen">{t('panelTitle')}</h1>
          <div class="agent-block">
            <AgentStatus
              agent={agent}
              dial={state.dial}
              screen={state.screen}
              pauseCodes={state.pauseCodes}
              region={state.region}
              quiet={!isOther}
            />
            <PauseControl
              phase={standingOf(agent, state.screen) === 'signedOut' ? 'notLoggedIn' : agent.phase}
              pauseCodes={state.pauseCodes}
              pending={state.pending}
              isManual={connection.dialMethod === 'manual'}
              onPause={(pauseCode) => act(commands.pause(pauseCode))}
              onResume={() => act(commands.resume())}
              onShowScreen={showScreen}
              onOptions={() => commands.openOptions('pause-codes')}
            />
          </div>
          {isLeaving && isLeft && (
            <SignOutWarning
              phase={agent.phase}
              stage={card?.stage ?? null}
              onSignOut={signOut}
              onStay={() => {
                setLeaving(false);
                root.current?.querySelector<HTMLElement>('.sign-out')?.focus();
              }}
            />
          )}
          {problem && <Problem explanation={problem} pauseCodes={state.pauseCodes} onWayOut={takeWayOut} />}
          {endingFailed && <Problem explanation={endingFailed} onWayOut={takeWayOut} />}
          {isScreenElsewhere && !problem && <p class="hint">{t('callScreenSought')}</p>}
          <FinishProgress finish={state.finish} agent={agent} />
          <Calls
            dial={card}
            isBare={isBare}
            agent={agent}
            region={state.region}
            pending={state.pending}
            onHangUp={() => act(commands.hangUp())}
            onCancel={cancel}
            onResume={() => act(commands.resume())}
            onShowScreen={showScreen}
            onShowQuestion={showQuestion}
            isScreenSeen={state.screen.seen}
            onCallAgain={redial}
            onDismiss={setDismissed}
            pauseCodes={state.pauseCodes}
            onWayOut={takeWayOut}
          >
            {controls}
          </Calls>
          {state.record && <RecordLine record={state.record} onOpen={openRecord} />}
          <div class="beside-call">
            <DialPad
              region={state.region}
              keypadOpen={layout === 'side'}
              takeFocus={takeFocus && !onCall}
              isCalling={hasCall}
              otherRequests={requests}
              onDial={dial}
            />
            {!isCrowded && hasList && (
              <DialList
                list={state.dialList}
                isCalling={hasCall}
                onCall={dialNext}
                onChange={changeList}
                onClear={clearList}
              />
            )}
            {!isFull && !(layout === 'popup' && hasList) && (
              <CallHistory calls={state.history} shown={shown} onRedial={redial} />
            )}
            <PhoneActions
              rungAt={state.rungAt}
              whyNotRing={ringReason && sentence(t, explainNotNow(ringReason))}
              isPhoneGone={state.isPhoneGone === true}
              onOpenWebphone={() => act(commands.openWebphone(null))}
              onRingMe={() => act(commands.ringMe())}
              onShowScreen={showScreen}
            />
            {site && !hidesSite && <SiteSwitch site={site} commands={siteCommands} layout={layout} />}
            {hidesSite && (
              <button type="button" class="link beside-page" onClick={commands.openSidePanel}>
                <Icon name="sidePanel" />
                {t('besidePage')}
              </button>
            )}
          </div>
          <PanelFoot
            server={connection.server}
            user={connection.agentUser}
            agent={agent}
            isCallWaiting={calling}
            layout={layout}
            commands={commands}
            onKeys={() => setHelpAsked(true)}
            onCountQueue={countQueue}
            onLogOut={() => call.control({ action: 'logOut' })}
            onSignOut={isLeft ? () => setLeaving(true) : signOut}
          />
          <KeyboardHelp keys={commands.keys} isAsked={isHelpAsked} onClose={() => setHelpAsked(false)} />
        </main>
      </ScreenSeen.Provider>
    </ShowNumber.Provider>
  );
}
