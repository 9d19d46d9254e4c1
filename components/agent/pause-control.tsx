import { useId } from 'preact/hooks';
import { whyNotNow } from '../../lib/agent/call/call-actions.ts';
import type { AgentPhase } from '../../lib/agent/state/agent-state.ts';
import { isOnCall } from '../../lib/agent/state/pending-command.ts';
import { explainNotNow } from '../../lib/messages/explain.ts';
import type { PauseCode, PendingCommand } from '../../lib/messages/panel-state.ts';
import type { Translate } from '../../lib/messages/text.ts';
import { Icon } from '../icon.tsx';
import { MenuButton } from '../menu-button.tsx';
import { useScreenLabel } from '../screen-seen.ts';
import { sentence, useText } from '../text.tsx';
import { nameOfPause } from './pause-name.ts';

interface PauseControlProps {
  readonly phase: AgentPhase;
  readonly pauseCodes: readonly PauseCode[];
  readonly pending: PendingCommand | null;
  /** The campaign is known to keep its agents paused. */
  readonly isManual?: boolean;
  readonly onPause: (pauseCode: string | null) => void;
  readonly onResume: () => void;
  readonly onShowScreen: () => void;
  readonly onOptions: () => void;
}

const NO_CODE = ' none';
const OPTIONS = ' options';

/** Pause with or without a code, go ready; what was asked for and is not yet true is shown as such. */
export function PauseControl(props: PauseControlProps) {
  const { t } = useText();
  const { phase, pending } = props;
  const screenLabel = useScreenLabel();
  const id = useId();
  const paused = phase === 'paused';
  const reason = whyNotPause(t, phase);
  const mainReason = reason ?? (paused && props.isManual ? t('resumeManual') : null);
  const asked = pending && pending.kind !== 'hangUp' ? pending : null;
  if (phase === 'notLoggedIn') {
    return (
      <button type="button" class="button primary" onClick={props.onShowScreen}>
        <Icon name="screen" />
        {screenLabel}
      </button>
    );
  }
  return (
    <div class="pause-row">
      <div class="split">
        {/* The same button while what it asked for is not yet true: another would not have the focus that this one had. */}
        <button
          type="button"
          class={asked ? 'button pending' : paused ? 'button primary' : 'button'}
          aria-disabled={asked !== null || mainReason !== null}
          aria-describedby={mainReason === null ? undefined : id}
          onClick={() => !asked && mainReason === null && (paused ? props.onResume() : props.onPause(null))}
        >
          {asked ? <PendingMark pending={asked} /> : <Icon name={paused ? 'play' : 'pause'} />}
          {asked ? pendingText(t, asked, props.pauseCodes) : t(mainLabel(phase))}
        </button>
        <MenuButton
          label={t('pauseChoose')}
          items={menuItems(t, props.pauseCodes)}
          disabled={reason !== null}
          onChoose={(id) => (id === OPTIONS ? props.onOptions() : props.onPause(id === NO_CODE ? null : id))}
        />
      </div>
      <p class="unseen" role="status">
        {asked && pendingText(t, asked, props.pauseCodes)}
      </p>
      {mainReason !== null && (
        <p class="why-not" id={id}>
          {mainReason}
        </p>
      )}
    </div>
  );
}

/** Nothing is under way as long as the call lasts. */
function PendingMark({ pending }: { readonly pending: PendingCommand }) {
  return pending.kind === 'pause' && pending.afterCall ? <Icon name="pause" /> : <span class="spinner" />;
}

/** Null where a pause has effect. */
function whyNotPause(t: Translate, phase: AgentPhase): string | null {
  const reason = whyNotNow('pause', { phase });
  return reason && sentence(t, explainNotNow(reason));
}

function mainLabel(phase: AgentPhase) {
  if (phase === 'paused') return 'resume';
  return isOnCall(phase) ? 'pauseAfterCall' : 'pause';
}

function pendingText(t: Translate, pending: PendingCommand, pauseCodes: readonly PauseCode[]): string {
  switch (pending.kind) {
    case 'resume':
      return t('pendingResume');
    case 'hangUp':
      return t('pendingHangUp');
    case 'pause':
      if (pending.pauseCode === null) return t(pending.afterCall ? 'pendingPauseAfterCall' : 'pendingPause');
      return t(
        pending.afterCall ? 'pendingPauseCodeAfterCall' : 'pendingPauseCode',
        nameOfPause(pending.pauseCode, pauseCodes),
      );
  }
}

function menuItems(t: Translate, pauseCodes: readonly PauseCode[]) {
  const codes = pauseCodes.map(({ code, name }) => ({ id: code, label: name || code, mark: code }));
  if (codes.length === 0) return [{ id: OPTIONS, label: t('pauseNoCodes') }];
  return [{ id: NO_CODE, label: t('pauseWithoutCode') }, ...codes];
}
