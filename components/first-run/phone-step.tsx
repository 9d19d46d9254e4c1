import { useRef, useState } from 'preact/hooks';
import { whyNotRing } from '../../lib/agent/call/call-actions.ts';
import { explainNotNow } from '../../lib/messages/explain.ts';
import type { PanelState } from '../../lib/messages/panel-state.ts';
import { Icon } from '../icon.tsx';
import type { PanelCommands } from '../panel-commands.ts';
import { PhoneActions } from '../phone-actions.tsx';
import { Problem } from '../problem.tsx';
import { sentence, useText } from '../text.tsx';
import { usePanelActions } from '../use-panel-actions.ts';
import { type Listen, MicrophoneTest } from '../webphone/microphone-test.tsx';

interface PhoneStepProps {
  readonly state: PanelState;
  readonly commands: PanelCommands;
  readonly listen: Listen;
  readonly onHeard: () => void;
}

/** Whether the agent would be heard, and the phone on which VICIdial calls him. */
export function PhoneStep({ state, commands, listen, onHeard }: PhoneStepProps) {
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
          onOpenWebphone={() => act(commands.openWebphone(null))}
          onRingMe={() => act(commands.ringMe())}
          onShowScreen={() => act(commands.showScreen())}
        />
      )}
    </div>
  );
}
