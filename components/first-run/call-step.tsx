import { useRef, useState } from 'preact/hooks';
import { explainCommand } from '../../lib/messages/explain.ts';
import type { PanelState } from '../../lib/messages/panel-state.ts';
import { AgentStatus } from '../agent/agent-status.tsx';
import { Calls } from '../call/calls.tsx';
import { Icon } from '../icon.tsx';
import { DialPad } from '../panel/dial-pad.tsx';
import type { PanelCommands } from '../panel/panel-commands.ts';
import { usePanelActions } from '../panel/use-panel-actions.ts';
import { Problem } from '../problem.tsx';
import { ScreenSeen, useScreenMissing } from '../screen-seen.ts';
import { screenTroubleOf } from '../screen-trouble.ts';
import { useText } from '../text.tsx';
import { useFocusAfterCall } from '../use-focus-after-call.ts';
import { isCallSeen } from './steps.ts';

interface CallStepProps {
  readonly state: PanelState;
  readonly commands: PanelCommands;
  /** E.164, set by the company; null for none. */
  readonly testNumber: string | null;
  readonly onSignIn: () => void;
}

/** The first call: to the company's own test number, or to one that the agent types. */
export function CallStep({ state, commands, testNumber, onSignIn }: CallStepProps) {
  const { t, number } = useText();
  const isScreenMissing = useScreenMissing(state);
  const root = useRef<HTMLDivElement>(null);
  useFocusAfterCall(root);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const { failed, requests, act, dial, takeWayOut, dialShown, redial, cancel, showQuestion } =
    usePanelActions(commands);
  if (state.connection.status === 'signedOut')
    return (
      <div class="first-part">
        <p>{t('dialNotSignedIn')}</p>
        <div class="first-ways">
          <button type="button" class="button primary" onClick={onSignIn}>
            {t('firstSignIn')}
          </button>
        </div>
      </div>
    );
  const card = state.dial && state.dial.id !== dismissed ? state.dial : null;
  const problem = failed ?? (state.problem ? explainCommand(state.problem) : card ? null : screenTroubleOf(state));
  const showScreen = () => void act(commands.showScreen());
  return (
    <div class="first-part" ref={root}>
      <p class="hint">{t('firstCallHint')}</p>
      <AgentStatus
        agent={state.agent}
        dial={state.dial}
        screen={state.screen}
        pauseCodes={state.pauseCodes}
        region={state.region}
        quiet={card !== null}
      />
      {problem && <Problem explanation={problem} pauseCodes={state.pauseCodes} onWayOut={takeWayOut} />}
      {/* A call that waits says it itself. */}
      {isScreenMissing && !problem && card?.stage !== 'accepted' && (
        <div class="first-part">
          <p class="hint">{t('callScreenSought')}</p>
          <div class="first-ways">
            <button type="button" class="button" onClick={showScreen}>
              {t('wayOpenScreen')}
            </button>
          </div>
        </div>
      )}
      <ScreenSeen.Provider value={state.screen.seen}>
        <Calls
          dial={card}
          isBare={false}
          agent={state.agent}
          region={state.region}
          pending={state.pending}
          onHangUp={() => void act(commands.hangUp())}
          onCancel={cancel}
          onResume={() => void act(commands.resume())}
          onShowScreen={showScreen}
          onShowQuestion={showQuestion}
          isScreenSeen={state.screen.seen}
          onCallAgain={redial}
          onDismiss={setDismissed}
          pauseCodes={state.pauseCodes}
          onWayOut={takeWayOut}
        >
          {null}
        </Calls>
      </ScreenSeen.Provider>
      <div class="first-worked" role="status">
        {isCallSeen(state) && (
          <p class="first-status">
            <Icon name="check" />
            {t('firstCallWorks')}
          </p>
        )}
        {isCallSeen(state) && <p class="hint">{t('firstPin')}</p>}
      </div>
      {testNumber !== null && (
        <div class="first-ways">
          <button type="button" class="button primary" onClick={() => void dialShown(testNumber)}>
            <Icon name="phone" />
            {t('firstCallTest', number(testNumber))}
          </button>
        </div>
      )}
      <DialPad
        region={state.region}
        keypadOpen={false}
        takeFocus={false}
        isCalling={card !== null}
        otherRequests={requests}
        onDial={dial}
      />
    </div>
  );
}
