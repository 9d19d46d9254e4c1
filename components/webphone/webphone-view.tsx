import { useEffect, useRef, useState } from 'preact/hooks';
import { whyNotRing } from '../../lib/agent/call/call-actions.ts';
import { isTalkingNow } from '../../lib/agent/call/talking-now.ts';
import { explainNotNow } from '../../lib/messages/explain.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { PanelState } from '../../lib/messages/panel-state.ts';
import type { MicrophonePermission } from '../../lib/platform/microphone.ts';
import { ActionButton } from '../action-button.tsx';
import { AgentStatus } from '../agent/agent-status.tsx';
import { useRingPause } from '../agent/use-ring-pause.ts';
import { Icon } from '../icon.tsx';
import { Problem, type TakenWayOut } from '../problem.tsx';
import { sentence, useText } from '../text.tsx';
import { WhyNot } from '../why-not.tsx';
import { type Listen, MicrophoneTest } from './microphone-test.tsx';
import { type Phone, PhonePlace } from './phone-place.tsx';
import { Trouble } from './trouble.tsx';

interface WebphoneViewProps {
  readonly phone: Phone;
  /** Null until the background has answered. */
  readonly state: PanelState | null;
  readonly microphone: MicrophonePermission;
  readonly listen: Listen;
  readonly onHeard: () => void;
  /** `allowHost` confirms, once and for good, a host that is not the dialer's own. */
  readonly onReopen: (allowHost: string | null) => Promise<Explanation | null>;
  readonly onRingMe: () => Promise<Explanation | null>;
  readonly onShowScreen: () => Promise<Explanation | null>;
  readonly onMoveOut: () => Promise<boolean>;
}

/** The webphone's window: the phone, how the agent stands, and whether anybody would hear him. */
export function WebphoneView(props: WebphoneViewProps) {
  const { t } = useText();
  const { phone, state, microphone } = props;
  const [problem, setProblem] = useState<Explanation | null>(null);
  const [rung, setRung] = useState(false);
  const [busy, setBusy] = useState(false);
  const [loaded, setLoaded] = useState<string | null>(null);
  const [isTesting, setTesting] = useState(false);
  const [isPutOff, setPutOff] = useState(false);
  const isPausing = useRingPause(state?.rungAt ?? 0);
  // What was said of the ring is true for as long as it may be heard.
  useEffect(() => setRung(rung && isPausing), [isPausing]);
  const testButton = useRef<HTMLButtonElement>(null);
  const isUp = 'url' in phone ? loaded === phone.url : phone.place === 'elsewhere';

  const run = async (command: () => Promise<Explanation | null>): Promise<boolean> => {
    setBusy(true);
    try {
      const failed = await command();
      setProblem(failed);
      return failed === null;
    } finally {
      setBusy(false);
    }
  };
  const ring = async () => {
    setRung(false);
    setRung(await run(props.onRingMe));
  };
  const takeWayOut = (wayOut: TakenWayOut) =>
    void run(() => (wayOut.kind === 'allowHost' ? props.onReopen(wayOut.host) : props.onShowScreen()));
  const endTest = () => {
    // By itself the test ends while the agent is at work elsewhere.
    if (document.activeElement?.closest('.microphone')) testButton.current?.focus();
    setTesting(false);
  };
  const reopen = () => void run(() => props.onReopen(null));

  const reason = state && whyNotRing(state.agent, state.screen.boxes);
  const notNow = reason && sentence(t, explainNotNow(reason));
  const waits = isPausing || busy ? t('commandRungJustNow') : null;
  const ringReason = isUp ? (notNow ?? waits) : t('webphoneLoading');
  const isDenied = microphone === 'denied' && phone.place === 'frame';
  const asksForTest = state?.microphoneHeard === false && !isTesting && !isPutOff && !isDenied;
  return (
    <main class="webphone">
      <h1 class="unseen">{t('webphoneTitle')}</h1>
      <header class="webphone-bar">
        {state && (
          <AgentStatus
            agent={state.agent}
            dial={state.dial}
            screen={state.screen}
            pauseCodes={state.pauseCodes}
            region={state.region}
            quiet={false}
          />
        )}
        <div class="webphone-actions">
          <button
            type="button"
            class="button"
            ref={testButton}
            aria-expanded={isTesting}
            onClick={() => setTesting(!isTesting)}
          >
            <Icon name="microphone" />
            {t('microphoneTest')}
          </button>
          <ActionButton label={t('ringMe')} icon="ring" look="" reason={ringReason} onPress={ring} />
        </div>
        <WhyNot reasons={[notNow]} />
        <p class="hint" role="status">
          {rung && t('webphoneRung')}
        </p>
      </header>
      {isTesting && <MicrophoneTest listen={props.listen} onHeard={props.onHeard} onClose={endTest} />}
      {asksForTest && (
        <section class="webphone-ask" aria-label={t('microphoneTitle')}>
          <p>{t('microphoneUntested')}</p>
          <button type="button" class="link" onClick={() => setPutOff(true)}>
            {t('microphoneLater')}
          </button>
        </section>
      )}
      {isDenied && <Problem explanation={explain('webphoneNoMicrophone')} />}
      {problem && <Problem explanation={problem} onWayOut={takeWayOut} />}
      {state && <Trouble state={state} onWayOut={takeWayOut} />}
      <PhonePlace
        phone={phone}
        busy={busy}
        isTalking={state !== null && isTalkingNow(state, Date.now())}
        onReopen={reopen}
        onMoveOut={props.onMoveOut}
        onUp={setLoaded}
      />
    </main>
  );
}
