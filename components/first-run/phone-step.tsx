import { useRef, useState } from 'preact/hooks';
import { whyNotRing } from '../../lib/agent/call/call-actions.ts';
import { explainNotNow } from '../../lib/messages/explain.ts';
import type { PanelState } from '../../lib/messages/panel-state.ts';
import { PhoneActions } from '../agent/phone-actions.tsx';
import { Icon } from '../icon.tsx';
import type { PanelCommands } from '../panel/panel-commands.ts';
import { usePanelActions } from '../panel/use-panel-actions.ts';
import { Problem } from '../problem.tsx';
import { sentence, useText } from '../text.tsx';
import { useFocusBack } from '../use-focus-back.ts';
import { type Listen, MicrophoneTest } from '../webphone/microphone-test.tsx';
import { isPhoneConnected } from './steps.ts';

interface PhoneStepProps {
  readonly state: PanelState;
  readonly commands: PanelCommands;
  readonly listen: Listen;
  /** The microphone test has heard something. */
  readonly onHeard: () => void;
  /** The agent says that his phone is in the session. */
  readonly onPhoneHeard: () => void;
}

/** The phone on which VICIdial calls the agent, and whether he would be heard. */
export function PhoneStep({ state, commands, listen, onHeard, onPhoneHeard }: PhoneStepProps) {
  const { t } = useText();
  const [isTesting, setTesting] = useState(false);
  const testButton = useRef<HTMLButtonElement>(null);
  const { failed, act, takeWayOut } = usePanelActions(commands);
  const isSignedIn = state.connection.status === 'signedIn';
  const reason = whyNotRing(state.agent, state.screen.boxes);
  const endTest = () => {
    // By itself the test ends while the agent is at work elsewhere.
    if (document.activeElement?.closest('.microphone')) testButton.current?.focus();
    setTesting(false);
  };
  return (
    <div class="first-part">
      <p class="hint">{t('firstPhoneHint')}</p>
      <div class="first-ways">
        <button
          type="button"
          class={state.microphoneHeard ? 'button' : 'button primary'}
          ref={testButton}
          aria-expanded={isTesting}
          onClick={() => setTesting(!isTesting)}
        >
          <Icon name={state.microphoneHeard ? 'check' : 'microphone'} />
          {t('microphoneTest')}
        </button>
      </div>
      {isTesting && <MicrophoneTest listen={listen} onHeard={onHeard} onClose={endTest} />}
      {failed && <Problem explanation={failed} onWayOut={takeWayOut} />}
      {isSignedIn && (
        <PhoneActions
          rungAt={state.rungAt}
          whyNotRing={reason && sentence(t, explainNotNow(reason))}
          isPhoneGone={state.isPhoneGone === true}
          isConnected={isPhoneConnected(state)}
          onOpenWebphone={() => act(commands.openWebphone(null))}
          onRingMe={() => act(commands.ringMe())}
          onShowScreen={() => act(commands.showScreen())}
        />
      )}
      {isSignedIn && state.agent.phase !== 'notLoggedIn' && (
        <Connected isConnected={isPhoneConnected(state)} onHeard={onPhoneHeard} />
      )}
    </div>
  );
}

/** Asks what only the agent can tell. */
function Connected({ isConnected, onHeard }: { readonly isConnected: boolean; readonly onHeard: () => void }) {
  const { t } = useText();
  const answer = useFocusBack<HTMLDivElement>(!isConnected);
  return (
    <>
      {!isConnected && (
        <>
          <p class="hint">{t('firstPhoneAsk')}</p>
          <div class="first-ways">
            <button type="button" class="button" onClick={onHeard}>
              {t('firstPhoneHeard')}
            </button>
          </div>
        </>
      )}
      <div role="status" ref={answer} tabIndex={-1}>
        {isConnected && (
          <p class="first-status">
            <Icon name="check" />
            {t('firstPhoneConnected')}
          </p>
        )}
      </div>
    </>
  );
}
