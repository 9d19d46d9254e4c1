import type { DialView } from '../../lib/agent/dial/dial-view.ts';
import type { AgentState } from '../../lib/agent/state/agent-state.ts';
import { explainDial } from '../../lib/messages/explain.ts';
import type { PauseCode, PendingCommand } from '../../lib/messages/panel-state.ts';
import { Elapsed } from '../elapsed.tsx';
import { Facts } from '../facts.tsx';
import { Icon } from '../icon.tsx';
import { NumberLink } from '../number-link.tsx';
import { Problem, type TakenWayOut } from '../problem.tsx';
import { useScreenLabel } from '../screen-seen.ts';
import { useText } from '../text.tsx';
import { callStageOf } from './call-stage.ts';
import { HangUpButton } from './hang-up-button.tsx';

export interface DialledCallProps {
  readonly dial: DialView;
  readonly agent: AgentState;
  readonly pending: PendingCommand | null;
  readonly onHangUp: () => void;
  readonly onCancel: (id: string) => void;
  readonly onResume: () => void;
  readonly onShowScreen: () => void;
  readonly onShowQuestion: () => void;
  /** A tab of this browser shows the agent screen. */
  readonly isScreenSeen: boolean;
  readonly onCallAgain: (dial: DialView) => void;
  readonly onDismiss: (id: string) => void;
  readonly pauseCodes: readonly PauseCode[];
  readonly onWayOut: (wayOut: TakenWayOut) => void;
}

/** The newest call as it truly stands, its problem, and what can be done about it: what its card says. */
export function DialledCall(props: DialledCallProps) {
  const { t, number, country } = useText();
  const { dial } = props;
  const screenLabel = useScreenLabel();
  const { key, next, since } = callStageOf(dial, props.agent);
  const extension = dial.number.extension === null ? '' : t('callExtension', dial.number.extension);
  // A screen that nobody sees may be open elsewhere, or nowhere: then nothing is ever dialled.
  const isScreenSought = dial.stage === 'accepted' && dial.problem === null && !props.isScreenSeen;
  const isAnswered = dial.stage === 'onCall' || dial.stage === 'talking';
  // What has been asked for is under way.
  const isLeftPaused = dial.leftPaused && props.agent.phase === 'paused' && props.pending === null;
  // What the agent screen shows is of the call that is on.
  const name = next === 'hangUp' || next === 'wrapUp' ? props.agent.customerName : null;
  const place = dial.number.region === null ? '' : country(dial.number.region);
  return (
    <>
      <div class="call-head">
        <div class="call-words">
          <p class="call-number">
            <NumberLink e164={dial.number.e164} />
          </p>
          <p class="call-place">
            <Facts facts={[name, extension, place].filter((fact): fact is string => !!fact)} />
          </p>
        </div>
        {next === 'over' ? (
          <button
            type="button"
            class="inline-button"
            aria-label={t('callDismiss')}
            title={t('callDismiss')}
            onClick={() => props.onDismiss(dial.id)}
          >
            <Icon name="close" />
          </button>
        ) : (
          <Elapsed since={since} label={t(isAnswered ? 'callElapsed' : 'agentTimeInState')} />
        )}
      </div>
      <div class="call-foot">
        <p class="call-stage" role="status">
          <span class="dot" />
          {t(key)}
        </p>
        <div class="call-actions">
          {dial.stage === 'confirming' && (
            <button type="button" class="button small" onClick={props.onShowQuestion}>
              {t('callShowQuestion')}
            </button>
          )}
          {isScreenSought && (
            <button type="button" class="button small" onClick={props.onShowScreen}>
              {screenLabel}
            </button>
          )}
          {dial.canCancel && (
            <button type="button" class="button small" onClick={() => props.onCancel(dial.id)}>
              {t('callCancel')}
            </button>
          )}
          {isLeftPaused && (
            <button type="button" class="button small" onClick={props.onResume}>
              {t('resume')}
            </button>
          )}
          {next === 'hangUp' && <HangUpButton pending={props.pending} onHangUp={props.onHangUp} />}
          {next === 'wrapUp' && (
            <button type="button" class="button small wrap-up-screen" onClick={props.onShowScreen}>
              {screenLabel}
            </button>
          )}
          {/* Not beside a request that may still dial: it would become a second call. */}
          {next === 'over' && !dial.canCancel && (
            <button type="button" class="button small" onClick={() => props.onCallAgain(dial)}>
              <Icon name="again" />
              {t('callAgain')}
            </button>
          )}
        </div>
      </div>
      {isScreenSought && <p class="hint">{t('callScreenSought')}</p>}
      {dial.problem && (
        <Problem
          explanation={explainDial(dial.problem, { number, country })}
          pauseCodes={props.pauseCodes}
          onWayOut={props.onWayOut}
          // A request that can still be taken back has no such button above: that no call runs is for the agent to see.
          onCallAgain={next === 'over' && dial.canCancel ? () => props.onCallAgain(dial) : undefined}
        />
      )}
      {isLeftPaused && <p class="hint">{t('dialLeftPaused')}</p>}
    </>
  );
}
